// Turning visits into figures, and figures into verdicts. Nothing is measured here.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Row, rowsOf, timesOurs, type Visit } from './rows.mjs';
import { costOf, type TraceEvent } from './trace.mjs';
import { kCodeBytes, startVerdictsOf } from './verdicts.mjs';

const task = 'ThreadControllerImpl::RunTask';

/**
 * An event of the page's main thread, in ms. Its thread clock ran half as fast as the wall clock: the thread had to
 * wait.
 */
const event = (name: string, from: number, ms: number, of: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts: from * 1000,
  dur: ms * 1000,
  tdur: ms * 500,
  ...of,
});

describe('the cost of a visit', () => {
  it('is the thread time in script, counted once', () => {
    const { scriptMs } = costOf([
      event('EvaluateScript', 0, 20),
      event('FunctionCall', 5, 10),
      event('RunMicrotasks', 30, 8),
    ]);
    assert.equal(scriptMs, 14);
  });

  it('counts the microtasks of a task, although they follow its event', () => {
    const { taskMs, longTasks, blockingMs } = costOf([
      event(task, 0, 80),
      event('EvaluateScript', 1, 70),
      event('RunMicrotasks', 80, 40),
      event(task, 200, 90),
      event('RunMicrotasks', 210, 60),
    ]);
    assert.deepEqual({ taskMs, longTasks, blockingMs }, { taskMs: 105, longTasks: 1, blockingMs: 10 });
  });

  it('ignores other threads and processes', () => {
    const { taskMs } = costOf([
      event(task, 0, 10),
      event('EvaluateScript', 1, 2),
      event(task, 0, 900, { tid: 2 }),
      event(task, 0, 900, { pid: 2 }),
    ]);
    assert.equal(taskMs, 5);
  });

  it('throws for a trace without a script: a wrong page would cost nothing', () => {
    assert.throws(() => costOf([event(task, 0, 10)]), /no script of the page/);
  });
});

const visit = (figures: Partial<Visit>): Visit => ({
  startMs: 0,
  scriptMs: 0,
  taskMs: 0,
  longTasks: 0,
  blockingMs: 0,
  wallLongTasks: 0,
  wallLongMs: 0,
  heapBytes: 0,
  wasmBytes: 0,
  codeBytes: 0,
  dataBytes: 0,
  ...figures,
});

const entrant = (role: string, visits: Partial<Visit>[], preload = false) => ({
  lane: { name: role, role },
  preload,
  visits: visits.map(visit),
});

const only = (rows: Row[], role: string): Row => {
  const found = rows.filter((row) => row.role === role);
  assert.equal(found.length, 1);
  return found[0]!;
};

describe('a row', () => {
  const busy = [{ startMs: 100 }, { startMs: 400 }, { startMs: 120 }];
  const rows = rowsOf({ key: 'slow' }, [
    entrant('floor', busy),
    entrant('ours', [{ startMs: 150 }, { startMs: 460 }, { startMs: 170 }]),
    entrant('rival', [{ startMs: 200 }, { startMs: 500 }, { startMs: 245 }]),
  ]);

  it('is the difference to the empty script of the same round, so that a busy machine affects both', () => {
    assert.deepEqual(only(rows, 'ours').startMs, { median: 50, min: 50, max: 60 });
  });

  it('keeps the figures of the empty script', () => {
    assert.deepEqual(only(rows, 'floor').startMs, { median: 120, min: 100, max: 400 });
  });

  it('is compared with Aftermint’s, unless that is zero', () => {
    assert.equal(timesOurs(only(rows, 'rival'), only(rows, 'ours'), 'startMs'), 2);
    assert.equal(timesOurs(only(rows, 'rival'), only(rows, 'ours'), 'heapBytes'), null);
  });
});

describe('the verdicts on a page’s start', () => {
  const rowsWhere = (ours: Partial<Visit>, rival: Partial<Visit>) =>
    ['slow', 'mobile'].flatMap((key) =>
      rowsOf({ key }, [entrant('floor', [{}]), entrant('ours', [ours]), entrant('stack', [rival])]),
    );
  const held = (ours: Partial<Visit>, rival: Partial<Visit> = {}) =>
    startVerdictsOf({ rows: rowsWhere(ours, rival) }).map(({ holds }) => holds);
  const good = { scriptMs: 39, startMs: 159, longTasks: 0, codeBytes: kCodeBytes - 1 };
  const heavy = { startMs: 159, codeBytes: kCodeBytes - 1 };

  it('pass if every limit is kept and no rival is lighter or faster', () => {
    assert.deepEqual(held(good, heavy), [true, true, true, true, true, true]);
  });

  it('fail one by one, in the order of the table', () => {
    assert.deepEqual(held({ ...good, codeBytes: kCodeBytes }, heavy), [false, false, true, true, true, true]);
    assert.deepEqual(held({ ...good, scriptMs: 40 }, heavy), [true, true, false, true, true, true]);
    assert.deepEqual(held({ ...good, longTasks: 1 }, heavy), [true, true, true, false, true, true]);
    assert.deepEqual(held({ ...good, startMs: 160 }, heavy), [true, true, true, true, false, false]);
  });

  it('say if a limit is kept but its target is missed', () => {
    const says = startVerdictsOf({ rows: rowsWhere(good, heavy) }).map((verdict) => verdict.says);
    assert.match(says[2] ?? '', /the target of 20 ms is missed/);
  });

  it('compare a page with preloads only with rivals with preloads', () => {
    const rows = rowsOf({ key: 'mobile' }, [
      entrant('floor', [{}]),
      entrant('ours', [{ startMs: 300 }]),
      entrant('stack', [{ startMs: 200 }]),
      entrant('ours', [{ startMs: 100 }], true),
      entrant('stack', [{ startMs: 150 }], true),
    ]);
    const besides = startVerdictsOf({ rows: [...rowsWhere(good, heavy).slice(0, 3), ...rows] }).slice(-2);
    assert.deepEqual(
      besides.map(({ holds, ratio }) => [holds, ratio]),
      [
        [false, 200 / 300],
        [true, 1.5],
      ],
    );
  });
});
