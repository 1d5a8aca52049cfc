// Processor time of a page's main thread, from a Chromium trace. Other programs on the machine do not affect it.

const kCategories = ['toplevel', 'devtools.timeline', 'v8'];
const isOurs = ({ args }) => /\/dist\/aftermint/.test(args?.data?.url ?? args?.fileName ?? args?.data?.fileName ?? '');

/** Runs `work` and returns the milliseconds of the longest task with our script in it; 0 if there is none. */
export async function longestOfOurs(browser, page, work) {
  await browser.startTracing(page, { categories: kCategories });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const events = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid} ${tid}`));
  const ours = events.filter(isOurs);
  const tasks = events.filter(({ name }) => name.endsWith('RunTask'));
  const within = (task) => (event) =>
    event.pid === task.pid &&
    event.tid === task.tid &&
    event.ts >= task.ts &&
    event.ts + event.dur <= task.ts + task.dur;
  return Math.max(0, ...tasks.filter((task) => ours.some(within(task))).map(({ tdur = 0 }) => tdur / 1000));
}
