// One visit of a new shopper, in its own browser context: an empty cache and a new process.
import { categories, costOf } from './trace.mjs';
import { pathOf } from './lanes.mjs';
import { winner } from './shop.mjs';

const viewport = { width: 390, height: 844 };
const patienceMs = 60_000;

/** Runs in the page: the text of the bump, and the form's data before and after ticking it. */
function readOffer() {
  const ours = document.querySelector('aftermint-bump');
  const root = ours ? ours.shadowRoot : document.getElementById('bump');
  const box = root.querySelector('input[type=checkbox]');
  const ticked = () => new FormData(document.querySelector('form')).get('bump');
  const lines = [...root.querySelectorAll('section > *')].map(({ textContent }) => textContent.trim()).filter(Boolean);
  const before = ticked();
  box?.click();
  return { lines, before, after: ticked() };
}

/** A lane that shows another offer than the rest ends the benchmark. */
async function checkOffer(tab) {
  const { lines, before, after } = await tab.evaluate(readOffer);
  const wanted = { lines: winner.lines, before: null, after: winner.offer };
  if (JSON.stringify({ lines, before, after }) === JSON.stringify(wanted)) return;
  throw new Error(
    `it shows ${JSON.stringify(lines)} and submits ${before}, ticked ${after}; it must be ${JSON.stringify(wanted)}`,
  );
}

/** The page's memory after garbage collection: the JavaScript heap and the memories of its wasm modules. */
async function heldBy(tab, cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { heapBytes: usedSize, wasmBytes: await tab.evaluate(() => globalThis.bench.wasmBytes()) };
}

const sum = (files) => files.reduce((all, { bytes }) => all + bytes, 0);
const isCode = ({ path }) => /\.(js|wasm)$/.test(path);
const isPage = ({ path }) => path.endsWith('.html');

/** Transferred bytes (bodies only) of the code and of its data. No file may be requested twice. */
function weigh({ served, missing }) {
  const files = served.filter((file) => !isPage(file));
  if (missing.length > 0) throw new Error(`it requests ${missing.join(', ')}, which does not exist`);
  if (new Set(files.map(({ path }) => path)).size < files.length)
    throw new Error(`it loads a file twice: ${files.map(({ path }) => path).join(', ')}`);
  return { codeBytes: sum(files.filter(isCode)), dataBytes: sum(files.filter((file) => !isCode(file))) };
}

/** Long tasks by wall time, as the browser reports them to the page. */
const ofTasks = (tasks) => ({
  wallLongTasks: tasks.length,
  wallLongMs: tasks.reduce((all, { duration }) => all + duration, 0),
});

/** Waits until a collector has received the exposure: a lane that sends nothing would do less than the others. */
async function hearing(tab, shop, word) {
  for (let left = 60; !shop.hasHeard(word); left -= 1) {
    if (left === 0) throw new Error(`its collector received no ${word}`);
    await tab.waitForTimeout(250);
  }
}

async function look({ browser, shop }, context, lane, preload, profile) {
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  if (profile.network) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', profile.network);
  }
  shop.take();
  await browser.startTracing(tab, { categories });
  await tab.goto(`${shop.origin}${pathOf(lane, preload)}`, { timeout: patienceMs });
  const { seen, painted } = await tab.evaluate(() => globalThis.bench.painted);
  await tab.waitForTimeout(profile.watchMs);
  if (profile.waitsForCollector && lane.sends) await hearing(tab, shop, lane.sends);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const loaded = shop.take();
  const tasks = await tab.evaluate(() => globalThis.bench.longTasks());
  const held = await heldBy(tab, cdp);
  if (lane.role !== 'floor') await checkOffer(tab);
  return {
    startMs: painted - seen,
    ...costOf(traceEvents),
    ...ofTasks(tasks),
    ...held,
    ...weigh(loaded),
  };
}

/**
 * @param profile of profiles.mjs
 * @returns the figures of one visit: times in ms, from the marker before the script's tag to the frame after the offer
 */
export async function visit(place, lane, preload, profile) {
  const context = await place.browser.newContext({ viewport });
  let timer;
  // A crashed page never answers, so there is a time limit.
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs / 1000} s`)), patienceMs);
  });
  try {
    return await Promise.race([look(place, context, lane, preload, profile), late]);
  } catch (error) {
    throw new Error(`${lane.name}, ${profile.name}: ${error.message}`, { cause: error });
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}
