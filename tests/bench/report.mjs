// How long `aftermint report` takes as a store grows, against one plain scan of the same table by the same engine.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { at, Plain } from '../../scripts/lib/project.mjs';
import { median } from './race.mjs';

const divisions = ['offer', 'experiment', 'placement', 'week'];
/** Visitors a day for 120 days; each makes some three events. */
const visitors = { quick: [30, 300], full: [30, 300, 2_800] };

function run(program, args) {
  const since = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status !== 0) {
    throw new Plain(`${program} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
  }
  return { ms: performance.now() - since, stdout };
}

const medianMs = (rounds, program, args) => median(Array.from({ length: rounds }, () => run(program, args).ms));

/** @returns for each size: events, milliseconds of a scan, and of a report by each division. */
export function measureReport({ quick, tell }) {
  mkdirSync(at('build/bench'), { recursive: true });
  const aftermint = at('build/native/aftermint');
  const book = at('demo/books/demo.json');
  const rounds = quick ? 3 : 5;
  return (quick ? visitors.quick : visitors.full).map((perDay) => {
    const store = at(`build/bench/report-${perDay}.sqlite`);
    for (const end of ['', '-wal', '-shm']) rmSync(store + end, { force: true });
    tell(`a store of ${perDay} visitors a day`);
    run(aftermint, [
      ...['simulate', book, '--truth', at('demo/history.json'), '--visitors', String(perDay), '--days', '120'],
      ...['--until', '2026-11-01', '--store', `sqlite:${store}`, '--json'],
    ]);
    const events = Number(run('sqlite3', [store, 'SELECT count(*) FROM events']).stdout);
    tell(`reports of ${events} events`);
    const scanMs = medianMs(rounds, 'sqlite3', [store, 'SELECT count(*), sum(amount), max(json) FROM events']);
    const reports = divisions.map((by) => ({
      by,
      ms: medianMs(rounds, aftermint, ['report', `sqlite:${store}`, '--book', book, '--by', by, '--json']),
    }));
    rmSync(store, { force: true });
    return { perDay, events, rounds, scanMs, reports };
  });
}
