// The cost of a visit for the page's main thread, from a Chromium trace. Times are thread times in ms, which do not
// include other programs on the machine.

/** The trace categories that `costOf` needs, and no others, which would slow the page down. */
export const categories = ['toplevel', 'devtools.timeline', 'v8.execute'];

const kLongMs = 50;
const scripts = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'FireAnimationFrame',
  'FireIdleCallback',
  'TimerFire',
  'v8.compile',
]);
const isTask = ({ name }) => name === 'ThreadControllerImpl::RunTask';
const isMicrotasks = ({ name }) => name === 'RunMicrotasks';
const sum = (values) => values.reduce((all, value) => all + value, 0);

/** The events that are not nested in another, in order of time. */
function outermost(events) {
  const kept = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (event.ts < end) continue;
    kept.push(event);
    end = event.ts + event.dur;
  }
  return kept;
}

/**
 * The microtasks of a task belong to it: Chromium runs them after the task's event has ended, and counts them when it
 * reports long tasks.
 */
function taskTimes(events) {
  const times = [];
  for (const event of outermost(events.filter((each) => isTask(each) || isMicrotasks(each)))) {
    if (isMicrotasks(event) && times.length > 0) times[times.length - 1] += event.tdur;
    else times.push(event.tdur);
  }
  return times;
}

/**
 * @param traceEvents of a trace that holds one navigation of one page
 * @returns the time in script (with what layout it forces), in tasks of any kind, and the tasks of more than 50 ms
 */
export function costOf(traceEvents) {
  const complete = traceEvents.filter(({ ph, tdur }) => ph === 'X' && tdur !== undefined);
  const evaluated = complete.filter(({ name }) => name === 'EvaluateScript');
  if (evaluated.length === 0) throw new Error('the trace has no script of the page in it');
  const { pid, tid } = evaluated.at(-1);
  const mine = complete.filter((event) => event.pid === pid && event.tid === tid);
  const tasks = taskTimes(mine).map((micros) => micros / 1000);
  const long = tasks.filter((ms) => ms > kLongMs);
  return {
    scriptMs: sum(outermost(mine.filter(({ name }) => scripts.has(name))).map(({ tdur }) => tdur / 1000)),
    taskMs: sum(tasks),
    longTasks: long.length,
    blockingMs: sum(long.map((ms) => ms - kLongMs)),
  };
}
