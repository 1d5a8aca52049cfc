// Prints what `aftermint_bench_truth` found. "±" is one Monte-Carlo standard error.
import { print, title } from './table.mjs';

const count = (number) => number.toLocaleString('en-GB');
const percent = (value, digits = 1) => `${(value * 100).toFixed(digits)} %`;
const rate = ({ value, error }) => `${percent(value)} ± ${(error * 100).toFixed(1)}`;
const place = (placement) => (placement === 'checkout' ? 'at checkout' : 'after payment');

function printCoverage(all) {
  for (const placement of [...new Set(all.map((each) => each.placement))]) {
    const sizes = all.filter((each) => each.placement === placement);
    title(
      `Coverage of the 95 % intervals ${place(placement)}, by visitors of both arms together (± Monte-Carlo error)`,
    );
    print(
      '',
      sizes.map(({ visitors }) => `${count(visitors)} visitors`),
    );
    for (const [index, { interval }] of sizes[0].rows.entries()) {
      const cells = sizes.map(({ rows }) => rows[index].covered);
      print(
        `  ${interval}`,
        cells.map((covered) => (covered.trials === 0 ? 'not defined' : rate(covered))),
      );
    }
  }
}

function printAlarms({ alpha, days, visitorsPerDay, rows }) {
  title(`False alarms of A/A tests at ${alpha * 100} %: ${days} days with ${visitorsPerDay} visitors each`);
  print('', ['looked at daily', 'on the last day']);
  for (const { figure, kind, everyDay, once } of rows) print(`  ${figure}, ${kind}`, [rate(everyDay), rate(once)]);
}

function printHarmful(rows) {
  title('Orders until a harmful offer is stopped: the anytime interval of conversion, looked at daily');
  print('', ['holdout', 'median orders', '± one error', 'stopped in a year']);
  for (const { conversionBps, harmedBps, holdoutBps, orders, stopped } of rows) {
    print(`  conversion ${percent(conversionBps / 10_000, 0)} becomes ${percent(harmedBps / 10_000, 0)}`, [
      percent(holdoutBps / 10_000, 0),
      count(orders.value),
      `${count(orders.low)} to ${count(orders.high)}`,
      rate(stopped),
    ]);
  }
}

function printPower(rows) {
  title(`Power at ${rows[0].ordersPerArm} orders an arm: how often an uplift of the net value per order is found`);
  print('', ['raw', 'adjusted', 'anytime, adjusted']);
  for (const { upliftBps, raw, adjusted, anytimeAdjusted } of rows) {
    print(`  uplift of ${percent(upliftBps / 10_000, 0)}`, [rate(raw), rate(adjusted), rate(anytimeAdjusted)]);
  }
}

function printSight({ visitors, rows }) {
  title(`An offer without any effect, counted in two ways over ${count(visitors)} visitors: the effect that is found`);
  print('', ['conversion, points', 'net value a visitor']);
  const signed = ({ value, error }) =>
    `${value < 0 ? '' : '+'}${(value * 100).toFixed(2)} % ± ${(error * 100).toFixed(2)}`;
  for (const { counted, conversion, relativeNet } of rows)
    print(`  ${counted}`, [signed(conversion), signed(relativeNet)]);
}

function printUplift(uplift) {
  title('Real orders: how many an arm it takes to find an uplift of 5 % of the net value, with 80 % power');
  if (uplift.skipped) {
    console.log(`  skipped: ${uplift.skipped}`);
    return;
  }
  print('', ['raw', 'adjusted', 'adjusted needs']);
  const names = { order: 'the order alone', customer: 'all of the customer’s orders in 30 days' };
  const cell = ({ ordersPerArm, error }) => `${count(ordersPerArm)} ± ${count(error)}`;
  for (const { unit, raw, adjusted } of uplift) {
    print(`  ${names[unit]}`, [cell(raw), cell(adjusted), percent(adjusted.ordersPerArm / raw.ordersPerArm, 0)]);
  }
}

export function printTruth({ coverage, falseAlarms, harmful, power, sight, uplift }) {
  printCoverage(coverage);
  printAlarms(falseAlarms);
  printHarmful(harmful);
  printPower(power);
  printSight(sight);
  printUplift(uplift);
}
