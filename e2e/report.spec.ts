/** @file The results page: charts with tables, live updates, one file without a server; narrow, dark, RTL, print. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { expectAccessible } from './lib/accessible.js';
import { kDemo } from './lib/paths.js';
import { aftermint } from './lib/program.js';
import type { Shop } from './lib/shop.js';

/** Fills the running shop's store with a month of simulated shoppers. */
async function fill(shop: Shop, testInfo: TestInfo): Promise<void> {
  const truth = JSON.parse(await readFile(join(kDemo, 'history.json'), 'utf8')) as Record<string, unknown>;
  const file = testInfo.outputPath('truth.json');
  await writeFile(file, JSON.stringify({ ...truth, days: 40, visitorsPerDay: 60 }));
  await aftermint('simulate', '--truth', file, '--store', shop.store.url);
}

/** How wide the page is, in relation to the window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Waits until every figure with a chart is drawn. */
async function drawn(page: Page): Promise<void> {
  const figures = page.locator('.chart:not([data-chart="none"])');
  expect(await figures.count()).toBeGreaterThan(0);
  await expect(page.locator('.chart:not([data-chart="none"]) .plot > svg')).toHaveCount(await figures.count());
}

test('every chart has a text alternative, a table and a CSV', async ({ page, shop }, testInfo) => {
  await fill(shop, testInfo);
  await page.goto('/results');
  await drawn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results of the offers');
  await expect(page.locator('.verdicts > li').first()).toContainText('Next:');
  for (const figure of await page.locator('.chart').all()) {
    expect(await figure.locator('table tbody tr').count()).toBeGreaterThan(0);
    const plot = figure.locator('.plot > svg');
    if ((await plot.count()) > 0) {
      expect(await plot.getAttribute('aria-label')).toBe(await figure.locator('.sentence').textContent());
    }
  }
  const download = page.waitForEvent('download');
  await page.locator('.chart[id$="-take"] .tools a').first().click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toMatch(/^Arm,Saw it,Took it,Rate,from,to\r\n/);
  expect(csv.split('\r\n')[1]).toMatch(/^offered,\d+,\d+,0\.\d+,0\.\d+,0\.\d+$/);
});

test('the page fits 320 px, high zoom and a frame that reads from right to left', async ({ page, shop }, testInfo) => {
  await fill(shop, testInfo);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/results');
    await drawn(page);
    expect(await overflow(page), `${width} px`).toBe(0);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await overflow(page), `${width} px from right to left`).toBe(0);
    // The page is in English, so its sentences keep their order in a frame that reads from right to left.
    await expect(page.locator('#report')).toHaveCSS('direction', 'ltr');
  }
  // 400 % zoom of 1280 px is 320 CSS px; text alone at 200 % must fit too.
  await page.setViewportSize({ width: 640, height: 800 });
  await page.goto('/results');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await overflow(page), 'text at 200 %').toBe(0);
});

test('the page is accessible', async ({ page, shop }, testInfo) => {
  await fill(shop, testInfo);
  await page.goto('/results');
  await drawn(page);
  await expectAccessible(page, 'results with charts');
});

test('print shows every table', async ({ page, shop }, testInfo) => {
  await fill(shop, testInfo);
  await page.goto('/results');
  await drawn(page);
  const folded = page.locator('details[data-fold]').first().locator('table');
  await expect(folded).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(folded).toBeVisible();
  await expect(page.locator('.ways')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(folded).toBeHidden();
});

test('the page follows the store, and keeps focus, scroll position and open tables', async ({
  page,
  shop,
}, testInfo) => {
  await page.clock.install();
  await page.goto('/results');
  await expect(page.getByText('Nothing has been counted yet.')).toBeVisible();
  await fill(shop, testInfo);
  await page.clock.runFor(15_000);
  await expect(page.locator('.verdicts > li').first()).toBeVisible();
  await page.clock.runFor(1000);
  await drawn(page);
  const details = page.locator('details[data-fold]').first();
  await details.locator('summary').click();
  await expect(details.locator('table')).toBeVisible();
  const before = await page.evaluate(() => scrollY);
  const counted = await page.locator('.eyebrow').first().elementHandle();
  const answered = page.waitForResponse((response) => response.url().endsWith('/results'));
  await page.clock.runFor(15_000);
  await answered;
  await expect(details.locator('summary')).toBeFocused();
  await expect(details.locator('table')).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await counted?.evaluate((node) => node.isConnected), 'elements stay').toBe(true);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the page shows every table', async ({ page, shop }, testInfo) => {
    await fill(shop, testInfo);
    await page.goto('/results');
    const tables = page.locator('.chart table');
    expect(await tables.count()).toBeGreaterThan(5);
    for (const table of await tables.all()) await expect(table).toBeVisible();
    await expect(page.locator('.plot').first()).toBeHidden();
  });
});

test('the report as one file needs no server', async ({ browser, shop }, testInfo) => {
  await fill(shop, testInfo);
  const file = testInfo.outputPath('report.html');
  await writeFile(
    file,
    await aftermint('report', shop.store.url, '--book', join(kDemo, 'books/demo.json'), '--as', 'html'),
  );
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  await drawn(page);
  expect(asked).toEqual([url]);
  expect(said).toEqual([]);
  await context.close();
});
