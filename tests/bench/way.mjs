// The cost for a shopper's page on a slow phone: long tasks during the load, and the response time of our buttons.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { longestOfOurs } from './trace.mjs';

/** The factor by which the processor is slowed down. */
export const kSlower = 4;
const kSettleMs = 1_500;

async function openShop(root) {
  const folder = mkdtempSync(join(tmpdir(), 'aftermint-way-'));
  const child = spawn(join(root, 'build/native/aftermint-demo'), [
    ...['--port', '0', '--store', `sqlite:${join(folder, 'store.sqlite')}`],
    ...['--book', join(root, 'demo/books/demo.json'), '--demo', join(root, 'demo'), '--dist', join(root, 'dist')],
  ]);
  const [line] = await once(createInterface(child.stdout), 'line');
  return {
    url: line.replace('Aftermint is serving ', ''),
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in every page before the page's own scripts. */
function record() {
  const seen = { tasks: [], ours: [], events: [] };
  globalThis.seenOnTheWay = seen;
  const watch = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch('longtask', ({ duration }) => seen.tasks.push(duration));
  watch('long-animation-frame', ({ scripts }) => {
    for (const { sourceURL, duration } of scripts) if (sourceURL.includes('/dist/aftermint')) seen.ours.push(duration);
  });
  watch('event', ({ interactionId, duration }) => interactionId && seen.events.push(duration), {
    durationThreshold: 16,
  });
}

const seenOn = (page) => page.evaluate(() => globalThis.seenOnTheWay);
const settle = (page) => page.waitForTimeout(kSettleMs);

/** Presses, and the time until the page showed a reaction. Browsers do not report less than 16 ms. */
async function pressed(page, selector) {
  await page.locator(selector).scrollIntoViewIfNeeded();
  await settle(page);
  const before = (await seenOn(page)).events.length;
  await page.locator(selector).click();
  await settle(page);
  return Math.max(16, ...(await seenOn(page)).events.slice(before));
}

/** Goes from a product page to the checkout. */
async function choose(page) {
  await page.goto('/products/knife-set');
  await page.getByRole('button', { name: 'Add to the basket' }).click();
  await page.waitForURL(/\/checkout$/);
}

async function pay(page) {
  await page.getByLabel('Full name').fill('Robin Ashby');
  await page.getByLabel('E-mail').fill('robin@example.com');
  await page.getByLabel('Address').fill('1 Mill Lane');
  await page.locator('input[name=card][value=ok]').check();
  await page.locator('.pay-button').click();
  await page.waitForURL(/\/thanks$/);
}

const kTick = 'aftermint-bump [part~=tick]';
const kOffer = 'aftermint-offer [part~=offer]';

/** One shopper's journey, with or without Aftermint: the cost of each page load and of each press of our buttons. */
async function walk(browser, url, { isBlocked, answer }) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(record);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: kSlower });
    await cdp.send('Network.enable');
    if (isBlocked) await cdp.send('Network.setBlockedURLs', { urls: ['*/dist/*'] });
    const loads = {};
    const presses = {};
    await choose(page);
    await page.goto('/checkout');
    if (!isBlocked) await page.locator(kTick).waitFor();
    await settle(page);
    loads.checkout = await seenOn(page);
    if (!isBlocked) presses.tick = await pressed(page, kTick);
    await pay(page);
    await page.reload();
    if (!isBlocked) await page.locator(kOffer).waitFor();
    await settle(page);
    loads.thanks = await seenOn(page);
    if (!isBlocked) presses[answer] = await pressed(page, `${kOffer} [part~=${answer}]`);
    return { loads, presses };
  } finally {
    await context.close();
  }
}

/** The same journey at full speed: processor time of our longest task in each step. */
async function trace(browser, url, answer) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const steps = {};
    const step = async (name, work) => {
      steps[name] = await longestOfOurs(browser, page, async () => {
        await work();
        await settle(page);
      });
    };
    const load = async (work, selector) => {
      await work();
      await page.locator(selector).waitFor();
    };
    await choose(page);
    await step('checkout', () => load(() => page.goto('/checkout'), kTick));
    await step('tick', () => page.locator(kTick).click());
    await pay(page);
    await step('thanks', () => load(() => page.reload(), kOffer));
    await step(answer, () => page.locator(`${kOffer} [part~=${answer}]`).click());
    return steps;
  } finally {
    await context.close();
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => ({ median: median(numbers), max: Math.max(...numbers), rounds: numbers.length });
const blocking = (tasks) => tasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);

/** Takes the journey with and without Aftermint in turn, so that other load on the machine affects both. */
export async function measureWay(root, rounds, tell) {
  const shop = await openShop(root);
  const browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const withUs = [];
    const without = [];
    const traced = [];
    for (let round = 0; round < rounds; round += 1) {
      tell(`a shopper's way at a processor ${kSlower} times slower, round ${round + 1} of ${rounds}`);
      const answer = round % 2 === 0 ? 'accept' : 'decline';
      withUs.push(await walk(browser, shop.url, { isBlocked: false, answer }));
      without.push(await walk(browser, shop.url, { isBlocked: true }));
      traced.push(await trace(browser, shop.url, answer));
    }
    const loads = ['checkout', 'thanks'].map((page) => {
      const of = (walks) => ({
        longTasks: spread(walks.map(({ loads: each }) => each[page].tasks.length)),
        blockingMs: spread(walks.map(({ loads: each }) => blocking(each[page].tasks))),
      });
      const ours = withUs.map(({ loads: each }) => Math.max(0, ...each[page].ours));
      return { page, with: of(withUs), without: of(without), oursMs: spread(ours) };
    });
    const cpu = ['checkout', 'tick', 'thanks', 'accept', 'decline'].flatMap((step) => {
      const times = traced.flatMap((each) => (step in each ? each[step] * kSlower : []));
      return times.length > 0 ? [{ step, ms: spread(times) }] : [];
    });
    const presses = ['tick', 'accept', 'decline'].flatMap((press) => {
      const times = withUs.flatMap(({ presses: each }) => each[press] ?? []);
      return times.length > 0 ? [{ press, ms: spread(times) }] : [];
    });
    return { slower: kSlower, rounds, load: loadavg()[0], loads, presses, cpu };
  } finally {
    await browser.close();
    await shop.close();
  }
}
