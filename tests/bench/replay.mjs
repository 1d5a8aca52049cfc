// Replays the orders of a real shop with the native program: orders per second.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { at, environment, Plain } from '../../scripts/lib/project.mjs';
import { median } from './race.mjs';

/** Runs the program. The thousands of lines that it skips are listed in a file. */
function ask(args) {
  const log = openSync(at('build/bench/dirty-lines.txt'), 'w');
  const { status, stdout, error } = spawnSync(at('build/native/aftermint'), [...args, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  if (error || status !== 0) throw new Plain(`aftermint ${args.join(' ')} exited with ${error?.message ?? status}`);
  return JSON.parse(stdout);
}

/** @returns the medians of `rounds` replays, or `skipped` with the reason if the orders are missing. */
export function measureReplay(rounds) {
  const orders = join(environment.AFTERMINT_DATA, 'online-retail/transactions.csv.gz');
  if (!existsSync(orders)) return { skipped: `${orders} is not there; set AFTERMINT_DATA to the folder of real data` };
  mkdirSync(at('build/bench'), { recursive: true });
  const book = at('build/bench/orders-book.json');
  const { offers, lines } = ask(['import', '--orders', orders, '--out', book]);
  const runs = Array.from({ length: rounds }, () => ask(['replay', book, orders, '--proposed']));
  const perSecond = (what) => runs.map(({ ordersPerSecond }) => ordersPerSecond[what]);
  const of = (values) => ({ median: median(values), min: Math.min(...values), max: Math.max(...values) });
  return {
    lines: lines.read,
    bookOffers: offers,
    orders: runs[0].orders,
    offered: runs[0].offered,
    rounds,
    ordersPerSecond: { decide: of(perSecond('decide')), whole: of(perSecond('whole')) },
  };
}
