// Readings against a known truth: writes the real orders to files and runs `aftermint_bench_truth`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { hasRetail, realCustomers, realOrders, retailFile } from '../../scripts/lib/onlineRetail.mjs';
import { at, must } from '../../scripts/lib/project.mjs';

const sum = (refunds) => refunds.reduce((total, { amount }) => total + amount, 0);
const line = ({ before, gross, net, orders }) => `${before} ${gross} ${net} ${orders}\n`;

/** Writes the real orders as units, each `before gross net orders` on a line, and returns the paths. */
function writeUnits() {
  const orders = realOrders()
    .filter(({ customer }) => customer !== '') // only of these it is known what came back
    .map(({ gross, refunds }) => ({ before: gross, gross, net: gross - sum(refunds), orders: 1 }));
  const files = [
    [at('build/bench/real-orders.txt'), orders],
    [at('build/bench/real-customers.txt'), realCustomers()],
  ];
  for (const [path, units] of files) writeFileSync(path, units.map(line).join(''));
  return files.map(([path]) => path);
}

/** @returns the figures of the program; `uplift` is `{ skipped }` if the real orders are missing. */
export async function measureTruth({ quick, tell }) {
  tell('readings against a known truth');
  mkdirSync(at('build/bench'), { recursive: true });
  const units = hasRetail() ? writeUnits() : [];
  const args = [quick ? 'quick' : 'full', ...units];
  const figures = JSON.parse(await must(at('build/native/aftermint_bench_truth'), args, { capture: true }));
  const skipped = `${retailFile()} is not there; set AFTERMINT_DATA to the folder of real data`;
  return units.length > 0 ? figures : { ...figures, uplift: { skipped } };
}

/** The anytime figures promise at most `alpha` false alarms, however often they are looked at. */
export const truthVerdictsOf = ({ falseAlarms: { alpha, days, rows } }) =>
  rows
    .filter(({ kind }) => kind === 'anytime')
    .map(({ figure, everyDay: { value, error } }) => ({
      aim: `at most ${alpha * 100} % false alarms of ${figure} (anytime), looked at on each of ${days} days`,
      holds: value - 2 * error <= alpha,
      ratio: value / alpha,
      says: `${(value * 100).toFixed(1)} % ± ${(error * 100).toFixed(1)}`,
    }));
