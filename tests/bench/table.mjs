// Prints the results as tables.
import { ratioOf } from './race.mjs';

const count = (number) => number.toLocaleString('en-GB');
export const kilo = (bytes) => (bytes === null ? '-' : `${(bytes / 1024).toFixed(1)} KiB`);
export const mega = (bytes) => (bytes === null || bytes === undefined ? '-' : `${(bytes / 1048576).toFixed(1)} MiB`);

/** A time in a unit that suits it. */
export function time(nanos) {
  if (nanos < 1e5) return `${(nanos / 1e3).toFixed(2)} µs`;
  if (nanos < 1e6) return `${(nanos / 1e3).toFixed(0)} µs`;
  if (nanos < 1e9) return `${(nanos / 1e6).toFixed(nanos < 1e7 ? 2 : 0)} ms`;
  return `${(nanos / 1e9).toFixed(1)} s`;
}

const first = 64;
export const print = (label, cells, width = 20) =>
  console.log(label.padEnd(first) + cells.map((cell) => cell.padStart(width)).join(''));
export const title = (text) => console.log(`\n${text}`);

/** The rows of one engine and form, one cell per size. */
function line(label, rows, sizes, cell) {
  const cells = sizes.map((offers) => {
    const row = rows.find((each) => each.offers === offers);
    return row ? cell(row) : '';
  });
  print(label, cells);
}

const short = (ratio) => (ratio < 10 ? ratio.toPrecision(2) : count(Math.round(ratio)));
const marks = (row, base) => (row.isTooSlow ? '**' : row.rounds < base.rounds ? '*' : '');

const widest = (rows) =>
  Math.max(...rows.filter(({ medianNs }) => medianNs).map(({ medianNs, minNs, maxNs }) => (maxNs - minNs) / medianNs));

/** The names in the first column, in order of appearance. */
const labels = (rows) => [...new Set(rows.map(({ engine, form }) => `${engine}, ${form}`))];
const labelled = (rows, label) => rows.filter(({ engine, form }) => `${engine}, ${form}` === label);

const roles = [
  ['ours', ''],
  ['ours_too', ''],
  ['rival', 'Engines that find the offer themselves:'],
  [
    'rival_full',
    'For comparison, with the checks of placement, status, currency, decline and price band that ours always makes:',
  ],
  ['by_hand', 'For comparison, the page keeps an index by product itself:'],
];

export function printRace(rows, sizes) {
  for (const host of [...new Set(rows.map((row) => row.host))]) {
    for (const conditions of [true, false]) {
      const here = rows.filter((row) => row.host === host && row.conditions === conditions);
      if (here.length === 0) continue;
      title(`${host}, ${conditions ? 'with' : 'without'} conditions: one decision, and how many times ours`);
      print('', [...sizes.map((offers) => `${count(offers)} offers`), 'widest spread']);
      const ours = here.filter(({ role }) => role === 'ours');
      for (const [role, heading] of roles) {
        const group = here.filter((row) => row.role === role);
        if (group.length > 0 && heading) console.log(`  ${heading}`);
        for (const label of labels(group)) {
          const mine = labelled(group, label);
          const cell = (row) => {
            if (row.failed) return 'cannot';
            const base = ours.find(({ offers }) => offers === row.offers);
            const times = base && row.role !== 'ours' ? ` x${short(ratioOf(row, base))}` : '';
            return `${marks(row, base)}${time(row.medianNs)}${times}`;
          };
          const cells = sizes.map((offers) => mine.find((row) => row.offers === offers)).map((r) => (r ? cell(r) : ''));
          print(`  ${label}`, [...cells, `${(widest(mine) * 100).toFixed(0)} %`]);
        }
      }
    }
  }
  if (rows.some(({ isTooSlow }) => isTooSlow))
    console.log('** the first decision took over a second, so it was measured once, without warm-up');
  if (rows.some(({ rounds, isTooSlow }) => rounds < rows[0].rounds && !isTooSlow)) {
    console.log('* slow, so it had fewer rounds (see build/bench.json)');
  }
  for (const { host, engine, form, offers, conditions, failed } of rows.filter((row) => row.failed)) {
    const which = conditions ? 'with' : 'without';
    console.log(`failed: ${engine}, ${form}, ${count(offers)} offers ${which} conditions in ${host}: ${failed}`);
  }
}

export function printNative(rows, sizes) {
  for (const conditions of [true, false]) {
    const here = rows.filter((row) => row.conditions === conditions);
    title(`Natively, ${conditions ? 'with' : 'without'} conditions`);
    print(
      '',
      sizes.map((offers) => `${count(offers)} offers`),
    );
    const parts = { decode: 'reading the moment', decide: 'deciding', encode: 'writing the decision' };
    for (const [stage, label] of Object.entries({ textToText: 'text in, text out', ...parts })) {
      line(`  ${label}`, here, sizes, ({ stages }) => time(stages[stage].medianNs));
    }
    line('  loading the book', here, sizes, ({ loadMs }) => `${loadMs.toFixed(2)} ms`);
    line('  memory at most', here, sizes, ({ peakBytes }) => mega(peakBytes));
  }
}

export function printFlat(rows, sizes) {
  title('Ours over 64 moments spread through the book, all sizes in one race');
  print(
    '',
    sizes.map((offers) => `${count(offers)} offers`),
  );
  for (const host of [...new Set(rows.map((row) => row.host))]) {
    for (const conditions of [true, false]) {
      const here = rows.filter((row) => row.host === host && row.conditions === conditions);
      line(`  ${host}, ${conditions ? 'with' : 'without'} conditions`, here, sizes, ({ medianNs }) => time(medianNs));
    }
  }
}

export function printPlaces(rows) {
  title('Where the rule that matches stands, with conditions: a walk is as long as that');
  const placed = ['first', 'middle', 'last', 'none'];
  print('', placed);
  for (const host of [...new Set(rows.map((row) => row.host))]) {
    for (const offers of [...new Set(rows.map((row) => row.offers))]) {
      for (const label of labels(rows.filter((row) => row.host === host))) {
        const here = labelled(rows, label).filter((row) => row.host === host && row.offers === offers);
        print(
          `  ${host}, ${count(offers)}: ${label}`,
          placed.map((place) => time(here.find((row) => row.place === place).medianNs)),
        );
      }
    }
  }
}

/**
 * The time that each stage adds. Each function of the module does one stage more, so the differences are the stages.
 */
export function profileOf(rows) {
  const of = (name) => rows.find(({ form }) => form === name).medianNs;
  const door = of('door');
  const parts = {
    'JSON.stringify of what is sent': of('JSON.stringify'),
    'crossing: text into the module and out': of('door, no such book'),
    'reading the moment': of('door, book without offers') - of('door, no such book'),
    'deciding and writing the answer': door - of('door, book without offers'),
    'JSON.parse of the answer': of('JSON.parse'),
  };
  const whole = of('package');
  const rest = whole - Object.values(parts).reduce((sum, nanos) => sum + nanos, 0);
  const { sentBytes, answerBytes } = rows[0];
  return {
    sentBytes,
    answerBytes,
    whole,
    parts: { ...parts, 'the rest of the package': rest },
    floors: {
      'an empty call': of('empty call'),
      'the texts copied in and out, no module': of('text copied in and out'),
      'the texts through the door, no work behind it': of('door, no such book'),
    },
  };
}

export function printProfile(profiles) {
  for (const [host, { whole, parts, floors, sentBytes, answerBytes }] of Object.entries(profiles)) {
    title(
      `The time of one decision in ${host}, by stage: 1,000 offers, conditions; ${sentBytes} bytes in, ${answerBytes} out`,
    );
    const share = (nanos) => [time(nanos), `${((nanos / whole) * 100).toFixed(0)} %`];
    print('  object in, decision out', [time(whole), '100 %']);
    for (const [name, nanos] of Object.entries(parts)) print(`    ${name}`, share(nanos));
    console.log('  The floor:');
    for (const [name, nanos] of Object.entries(floors)) print(`    ${name}`, share(nanos));
  }
}

export function printLoads(rows, sizes) {
  const loaded = rows.filter(({ conditions, role }) => conditions && !['by_hand', 'rival_full'].includes(role));
  for (const host of [...new Set(loaded.map((row) => row.host))]) {
    title(`${host}: from the rules' text to the first decision; what it holds (JavaScript heap + wasm memory)`);
    print(
      '',
      sizes.map((offers) => `${count(offers)} offers`),
    );
    const here = loaded.filter((row) => row.host === host);
    for (const label of labels(here)) {
      line(`  ${label}`, labelled(here, label), sizes, (row) => {
        return row.failed ? 'cannot' : `${row.loadMs.toFixed(1)}+${(row.firstNs / 1e6).toFixed(1)} ms`;
      });
      line('', labelled(here, label), sizes, ({ heapBytes, wasmBytes, failed }) => {
        return failed ? '' : `${mega(heapBytes && Math.max(0, heapBytes))} + ${mega(wasmBytes)}`;
      });
    }
  }
}

export function printBytes(rows) {
  title('Bytes shipped, JavaScript and wasm');
  print('', ['raw', 'brotli 11', 'times ours']);
  const [, ours] = rows;
  for (const { name, raw, brotli } of rows) {
    print(`  ${name}`, [kilo(raw), kilo(brotli), `x${(brotli / ours.brotli).toFixed(2)}`]);
  }
}

export function printChecking(rows) {
  title('Checking a book, natively: every offer has copy of its own, in two languages');
  const cells = (cell) => rows.map((row) => cell(row));
  const seconds = (nanos) => `${(nanos / 1e9).toFixed(3)} s`;
  print(
    '',
    cells(({ offers }) => `${count(offers)} offers`),
  );
  print(
    '  texts',
    cells(({ texts }) => count(texts)),
  );
  print(
    '  checking',
    cells(({ checkNs }) => seconds(checkNs.medianNs)),
  );
  print(
    '    an offer',
    cells(({ checkNs, offers }) => time(checkNs.medianNs / offers)),
  );
  print(
    '    the first time, with reading the phrases of eight languages',
    cells(({ firstNs }) => seconds(firstNs)),
  );
  print(
    '  for comparison, reading the book (decodeBook)',
    cells(({ readNs }) => seconds(readNs)),
  );
  print(
    '    an offer, with its two products',
    cells(({ readNs, offers }) => time(readNs / offers)),
  );
  print(
    '  and putting it in order',
    cells(({ indexNs }) => seconds(indexNs)),
  );
}

export function printReplay(replay) {
  title('Real orders, one after the other, natively');
  if (replay.skipped) return console.log(`  SKIPPED: ${replay.skipped}`);
  const { orders, offered, bookOffers, ordersPerSecond, rounds } = replay;
  const say = ({ median, min, max }) => `${count(median)} (${count(min)} to ${count(max)})`;
  console.log(`  ${count(orders)} orders against ${count(bookOffers)} proposals, ${count(offered)} get an offer`);
  console.log(`  deciding ${say(ordersPerSecond.decide)} orders a second, reading the file as well`);
  console.log(`  ${say(ordersPerSecond.whole)}; medians of ${rounds} replays`);
}

export function printReport(sizes) {
  title('`aftermint report` as the store grows, whole process; times one scan of all events by sqlite3');
  print(
    '',
    sizes[0].reports.map(({ by }) => `by ${by}`),
  );
  for (const { events, scanMs, reports } of sizes) {
    const say = ({ ms }) => `${(ms / 1000).toFixed(2)} s, ${(ms / scanMs).toFixed(1)}×`;
    print(`  ${count(events)} events (a scan: ${(scanMs / 1000).toFixed(2)} s)`, reports.map(say));
  }
}

export function printClickHouse(sizes) {
  title('`aftermint report` on ClickHouse and on SQLite with the same events, whole process');
  print('', ['write', ...sizes[0].clickhouse.reports.map(({ by }) => `by ${by}`)]);
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  for (const { events, clickhouse, sqlite } of sizes) {
    for (const [name, engine] of Object.entries({ ClickHouse: clickhouse, SQLite: sqlite })) {
      if (!engine) continue;
      print(`  ${count(events)} events, ${name}`, [engine.writeMs, ...engine.reports.map(({ ms }) => ms)].map(seconds));
    }
  }
}

export function printWay({ slower, rounds, load, loads, presses, cpu }) {
  title(`In a shopper's page, Chromium at a processor ${slower} times slower; medians (and worst) of ${rounds} rounds`);
  const say = ({ median, max }, unit = '') => `${count(Math.round(median))} (${count(Math.round(max))})${unit}`;
  print('', ['with us', 'without us']);
  for (const { page, with: ours, without, oursMs } of loads) {
    print(`  ${page}: long tasks while it loads`, [say(ours.longTasks), say(without.longTasks)]);
    print(`  ${page}: of them, time over 50 ms each`, [say(ours.blockingMs, ' ms'), say(without.blockingMs, ' ms')]);
    print(`  ${page}: the longest run of our script in a long frame`, [say(oursMs, ' ms')]);
  }
  for (const { press, ms } of presses) print(`  ${press}: from the press to the next frame`, [say(ms, ' ms')]);
  console.log(
    `  Above: wall time, at a load average of ${load.toFixed(1)}. Below: processor time at full speed, times ${slower}:`,
  );
  for (const { step, ms } of cpu) print(`  ${step}: the longest task of ours`, [say(ms, ' ms')]);
}

export function printVerdicts(verdicts) {
  title('Our targets');
  for (const { aim, holds, says } of verdicts)
    console.log(`  ${holds ? 'is reached ' : 'IS MISSED  '} ${aim}: ${says}`);
}
