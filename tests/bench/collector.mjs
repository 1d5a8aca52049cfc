// The collector: events a second and times of a request, against its engine without a server and a server without work.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { at, Plain } from '../../scripts/lib/project.mjs';
import { purchasesUnderLoad } from './collector/purchases.mjs';
import { startServer } from './collector/server.mjs';
import { median } from './race.mjs';

const program = () => at('build/native/aftermint_bench_collector');
const store = (name) => at(`build/bench/collector-${name}.sqlite`);

function removeStore(path) {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}

function json(args) {
  const { status, stdout, stderr, error } = spawnSync(program(), args.map(String), { encoding: 'utf8' });
  if (error || status !== 0) throw new Plain(`${program()} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  return JSON.parse(stdout);
}

/** Posts events to a server that is started for it. */
async function loaded({ command, args, path }, { connections, batch, seconds }) {
  if (path) removeStore(path);
  const server = await startServer(command, args);
  try {
    const { requests, refused, p50, p99, ...run } = json(['load', server.port, connections, batch, seconds]);
    return { events: (requests * batch) / run.seconds, refused: refused / run.seconds, p50, p99 };
  } finally {
    await server.stop();
    if (path) removeStore(path);
  }
}

function engine(batch, seconds) {
  const path = store('engine');
  removeStore(path);
  const { events, seconds: took } = json(['engine', path, batch, seconds]);
  removeStore(path);
  return events / took;
}

const middle = (runs) =>
  Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));

/** @returns for each batch and number of connections the medians of rounds that take turns. */
export async function measureCollector({ quick, tell }) {
  mkdirSync(at('build/bench'), { recursive: true });
  const rounds = quick ? 1 : 3;
  const seconds = quick ? 1 : 3;
  const lanes = {
    ours: { command: at('build/native/aftermint'), path: store('ours') },
    each: { command: program(), path: store('each') },
    nothing: { command: program(), args: ['nothing'] },
  };
  lanes.ours.args = ['serve', '--port', '0', '--store', `sqlite:${lanes.ours.path}`];
  lanes.each.args = ['each', lanes.each.path];
  tell('purchases with readers of results and a flood of events');
  const purchases = await purchasesUnderLoad({ quick, load: program() });
  const rows = [];
  for (const batch of [1, 10, 50]) {
    for (const connections of [1, 16, 128]) {
      tell(`collector: batches of ${batch} on ${connections} connections`);
      const runs = { ours: [], each: [], nothing: [] };
      for (let round = 0; round < rounds; ++round) {
        for (const [name, lane] of Object.entries(lanes)) {
          runs[name].push(await loaded(lane, { connections, batch, seconds }));
        }
      }
      rows.push({ batch, connections, ...Object.fromEntries(Object.entries(runs).map(([k, v]) => [k, middle(v)])) });
    }
  }
  const engines = [];
  for (const batch of [1, 10, 50, 500]) {
    tell(`collector: the engine with ${batch} events a transaction`);
    engines.push({ batch, events: median(Array.from({ length: rounds }, () => engine(batch, seconds))) });
  }
  return { rounds, seconds, rows, engines, purchases };
}

const row = ({ rows }, batch, connections) =>
  rows.find((each) => each.batch === batch && each.connections === connections);

/** The aim of issue 14: five times what one commit for each request gives. */
export function collectorVerdictsOf(collector) {
  const { ours, each } = row(collector, 1, 128);
  const ratio = ours.events / each.events;
  return [
    {
      aim: 'five times the events of a commit for each request, at batches of 1 on 128 connections',
      holds: ratio >= 5,
      ratio,
      says: `${Math.round(ours.events)} against ${Math.round(each.events)} events a second`,
    },
  ];
}
