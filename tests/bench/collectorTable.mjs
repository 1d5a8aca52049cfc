// Prints what `collector.mjs` measured.
import { print, title } from './table.mjs';

const count = (number) => Math.round(number).toLocaleString('en-GB');
const ms = (time) => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 0)} times`;

export function printCollector({ rounds, seconds, rows, engines, purchases }) {
  const engineOf = (batch) => engines.find((engine) => engine.batch === batch).events;
  title(`The collector: events a second, medians of ${rounds} rounds of ${seconds} s in turn`);
  print('', ['ours', 'a commit each', 'ours / each', 'no work', 'ours / no work', 'p50', 'p99'], 16);
  for (const { batch, connections, ours, each, nothing } of rows) {
    print(
      `  batches of ${batch} on ${connections} connections`,
      [
        count(ours.events),
        count(each.events),
        times(ours.events / each.events),
        count(nothing.events),
        times(ours.events / nothing.events),
        ms(ours.p50),
        ms(ours.p99),
      ],
      16,
    );
  }
  title('The same SQL without a server: events a second, by events in a transaction');
  for (const { batch, events } of engines) print(`  ${batch}`, [count(events)]);
  const most = Math.max(...rows.map(({ ours }) => ours.events));
  print('  ours at its best, against 500 in a transaction', [times(most / engineOf(500))]);
  title('A purchase in the demo shop (basket, checkout, payment)');
  print('', ['purchases', 'p50', 'p99', 'longest']);
  for (const [label, run] of [
    ['alone', purchases.alone],
    [
      `with ${purchases.readers} readers of /results (${count(purchases.withReaders.results)} read)`,
      purchases.withReaders,
    ],
    [`with a flood of ${count(purchases.withFlood.events)} events a second`, purchases.withFlood],
  ]) {
    print(`  ${label}`, [count(run.purchases), ms(run.p50), ms(run.p99), ms(run.most)]);
  }
}
