// `npm run bench`: compares decision times of Aftermint and other engines in one run on one machine (docs/bench.md).
// `-- --quick` takes fewer rounds and sizes; `-- --only=chromium,bytes` runs only these sections.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { cmake } from './lib/cmake.mjs';
import { withBuildLock, at, main, Plain, root } from './lib/project.mjs';
import { setup } from './setup.mjs';

const sections = [
  'native',
  'check',
  'node',
  'chromium',
  'flat',
  'places',
  'profile',
  'bytes',
  'start',
  'way',
  'replay',
  'report',
  'clickhouse',
  'truth',
  'collector',
];

function readOptions() {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true } } });
  const only = (values.only ?? []).flatMap((words) => words.split(','));
  const unknown = only.filter((word) => !sections.includes(word));
  if (unknown.length > 0)
    throw new Plain(`There is no section ${unknown.join(', ')}. Sections: ${sections.join(', ')}.`);
  const isNative = only.length > 0 && only.every((name) => native.includes(name));
  return { quick: values.quick ?? false, isNative, wants: (name) => only.length === 0 || only.includes(name) };
}

/** Sections that need the native programs alone: no engines, no package and no browser. */
const native = ['truth', 'collector'];

/** These sections: readings against a known truth, and the collector under load. */
async function measureNative({ quick, wants }) {
  const since = performance.now();
  const { measureTruth, truthVerdictsOf } = await import('../tests/bench/truth.mjs');
  const { collectorVerdictsOf, measureCollector } = await import('../tests/bench/collector.mjs');
  const tell = (what) => console.error(what);
  const truth = wants('truth') && (await measureTruth({ quick, tell }));
  const collector = wants('collector') && (await measureCollector({ quick, tell }));
  const seconds = Math.round((performance.now() - since) / 1000);
  return {
    version: 1,
    date: new Date().toISOString(),
    quick,
    machine: { cpu: cpus()[0].model, cores: cpus().length, node: process.versions.node },
    ...(truth && { truth }),
    ...(collector && { collector }),
    verdicts: [...(truth ? truthVerdictsOf(truth) : []), ...(collector ? collectorVerdictsOf(collector) : [])],
    seconds,
  };
}

/** Runs the wanted sections and returns the content of build/bench.json. */
async function measure({ quick, wants }) {
  // Imported here, because they import npm packages, which a fresh clone does not have before `setup`.
  const { bundleEngines, folder, measureBytes } = await import('../tests/bench/engines.mjs');
  const { chromiumHost } = await import('../tests/bench/hosts/chromium.mjs');
  const { nodeHost } = await import('../tests/bench/hosts/node.mjs');
  const { measureClickHouse } = await import('../tests/bench/clickhouse.mjs');
  const { measureReplay } = await import('../tests/bench/replay.mjs');
  const { measureReport } = await import('../tests/bench/report.mjs');
  const { measureStart } = await import('../tests/bench/start/run.mjs');
  const { startVerdictsOf } = await import('../tests/bench/start/verdicts.mjs');
  const { profileOf } = await import('../tests/bench/table.mjs');
  const { measureTruth, truthVerdictsOf } = await import('../tests/bench/truth.mjs');
  const { collectorVerdictsOf, measureCollector } = await import('../tests/bench/collector.mjs');
  const { measureWay } = await import('../tests/bench/way.mjs');
  const { verdictsOf } = await import('../tests/bench/verdicts.mjs');
  const bench = await import('../tests/bench/sections.mjs');

  const since = performance.now();
  const plan = {
    sizes: quick ? bench.sizes.filter((size) => size <= 1_000) : bench.sizes,
    rounds: quick ? 7 : 21,
    bookSizes: quick ? bench.bookSizes.filter((size) => size <= 10_000) : bench.bookSizes,
    bookRounds: quick ? 3 : 7,
    roundMs: quick ? 5 : 10,
    tell: (what) => console.error(`${((performance.now() - since) / 1000).toFixed(0).padStart(4)} s  ${what}`),
  };
  const result = {
    version: 1,
    date: new Date().toISOString(),
    quick,
    machine: { cpu: cpus()[0].model, cores: cpus().length, node: process.versions.node },
    plan: {
      sizes: plan.sizes,
      rounds: plan.rounds,
      roundMs: plan.roundMs,
      bookSizes: plan.bookSizes,
      bookRounds: plan.bookRounds,
      momentBytes: bench.momentBytes(),
    },
    native: [],
    checking: [],
    rows: [],
    flat: [],
    places: [],
    stages: [],
    profiles: {},
  };

  if (wants('native')) result.native = await bench.native(plan);
  if (wants('check')) result.checking = await bench.checking(plan);
  const engines = await bundleEngines();
  const folders = { root, engines: folder };
  for (const [name, makeHost] of [
    ['node', nodeHost],
    ['chromium', chromiumHost],
  ]) {
    const host = await makeHost(folders);
    result.machine[name] = host.version;
    try {
      if (wants(name)) result.rows.push(...(await bench.allEngines(host, engines, plan)));
      if (wants('flat')) result.flat.push(...(await bench.flatness(host, engines, plan)));
      if (wants('places')) result.places.push(...(await bench.byPlace(host, engines, plan)));
      if (wants('profile')) {
        const rows = await bench.stages(host, engines, plan);
        result.stages.push(...rows);
        result.profiles[host.name] = profileOf(rows);
      }
    } finally {
      await host.close();
    }
  }
  if (wants('bytes')) result.bytes = await measureBytes();
  if (wants('start')) result.start = await measureStart({ rounds: quick ? 7 : 15, tell: plan.tell });
  if (wants('replay')) {
    plan.tell('replaying real orders');
    result.replay = measureReplay(quick ? 3 : 7);
  }
  if (wants('report')) result.report = measureReport({ quick, tell: plan.tell });
  if (wants('clickhouse')) result.clickhouse = await measureClickHouse({ quick, tell: plan.tell });
  if (wants('way')) result.way = await measureWay(root, quick ? 3 : 9, plan.tell);
  if (wants('truth')) result.truth = await measureTruth({ quick, tell: plan.tell });
  if (wants('collector')) result.collector = await measureCollector({ quick, tell: plan.tell });
  result.verdicts = [
    ...verdictsOf({ rows: result.rows, flatRows: result.flat, checkRows: result.checking }),
    ...(result.start ? startVerdictsOf(result.start) : []),
    ...(result.truth ? truthVerdictsOf(result.truth) : []),
    ...(result.collector ? collectorVerdictsOf(result.collector) : []),
  ];
  result.seconds = Math.round((performance.now() - since) / 1000);
  return result;
}

async function printNative(result) {
  const { printVerdicts } = await import('../tests/bench/table.mjs');
  if (result.truth) (await import('../tests/bench/truthTable.mjs')).printTruth(result.truth);
  if (result.collector) (await import('../tests/bench/collectorTable.mjs')).printCollector(result.collector);
  printVerdicts(result.verdicts);
  console.log(`\nbuild/bench.json has every figure. Computed in ${result.seconds} s.`);
}

async function print(result) {
  const table = await import('../tests/bench/table.mjs');
  const { machine, plan } = result;
  console.log(`\nOne decision over a moment of ${plan.momentBytes} bytes; medians of ${plan.rounds} rounds in turn.`);
  console.log(`${machine.cpu}, ${machine.cores} cores; Node ${machine.node}, Chromium ${machine.chromium}.`);
  if (result.native.length > 0) table.printNative(result.native, plan.sizes);
  if (result.checking.length > 0) table.printChecking(result.checking);
  if (result.rows.length > 0) {
    table.printRace(result.rows, plan.sizes);
    table.printLoads(result.rows, plan.sizes);
  }
  if (result.flat.length > 0) table.printFlat(result.flat, plan.sizes);
  if (result.places.length > 0) table.printPlaces(result.places);
  table.printProfile(result.profiles);
  if (result.bytes) table.printBytes(result.bytes);
  if (result.start) (await import('../tests/bench/start/table.mjs')).printStart(result.start);
  if (result.replay) table.printReplay(result.replay);
  if (result.report) table.printReport(result.report);
  if (result.clickhouse) table.printClickHouse(result.clickhouse);
  if (result.way) table.printWay(result.way);
  if (result.truth) (await import('../tests/bench/truthTable.mjs')).printTruth(result.truth);
  if (result.collector) (await import('../tests/bench/collectorTable.mjs')).printCollector(result.collector);
  if (result.verdicts.length > 0) table.printVerdicts(result.verdicts);
  console.log(`\nbuild/bench.json has every figure. Measured in ${result.seconds} s.`);
}

await main(async () => {
  const options = readOptions();
  await setup(['build', 'test', 'bench']);
  await withBuildLock(async () => {
    if (!options.isNative) {
      await build();
      await cmake('native', 'aftermint_bench', 'aftermint_bench_check');
    }
    if (options.wants('truth')) await cmake('native', 'aftermint_bench_truth');
    if (options.wants('collector')) await cmake('native', 'aftermint', 'aftermint-demo', 'aftermint_bench_collector');
    const result = await (options.isNative ? measureNative(options) : measure(options));
    mkdirSync(at('build'), { recursive: true });
    writeFileSync(at('build/bench.json'), `${JSON.stringify(result, null, 2)}\n`);
    await (options.isNative ? printNative(result) : print(result));
  });
});
