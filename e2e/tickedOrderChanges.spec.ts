/** @file A ticked bump whose order changes: it stays as long as the server would sell it so, else the tick is taken back. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { BumpChange } from '../widget/src/elementEvents.js';
import { expect, test } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';
import { kParts } from './lib/parts.js';
import { kProgram } from './lib/paths.js';

interface Line {
  product: string;
  quantity: number;
  price: number;
  offer?: string;
}

const kSet: Line = { product: 'knife-set', quantity: 1, price: 12000 };
const orderOf = (...lines: Line[]) => ({ currency: 'GBP', lines });
const lineOf = (product: string): Line => ({ product, quantity: 1, price: entry(demoBook().products, product).price });

declare global {
  interface Window {
    ticks: boolean[];
  }
}

/** Sets an order and waits until the element has judged it. */
const setOrder = (page: Page, order: object) =>
  page.evaluate(async (given) => {
    const bump = document.querySelector('aftermint-bump');
    if (bump) bump.order = given as typeof bump.order;
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setTimeout(done));
  }, order);
const recordTicks = (page: Page) =>
  page.evaluate(() => {
    window.ticks = [];
    document.addEventListener('aftermint-change', (event) =>
      window.ticks.push((event as CustomEvent<BumpChange>).detail.checked),
    );
  });
const ticks = (page: Page) => page.evaluate(() => window.ticks);
const wouldSend = (page: Page) =>
  page.locator('form.pay').evaluate((form: HTMLFormElement) => new FormData(form).get('bump'));
const status = (page: Page) => page.locator(kParts.bumpStatus);

test('a tick that the server would refuse is taken back with a message and an event', {
  tag: '@engine',
}, async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.check();
  await recordTicks(page);
  const before = await page.locator(kParts.payButton).boundingBox();
  await setOrder(page, orderOf(kSet, lineOf('blade-guard'))); // the shopper has put the guard into the basket
  await expect(status(page)).toHaveText('This is no longer available. Nothing was charged.');
  await expect(status(page)).toHaveAttribute('aria-live', 'polite');
  await expect(shopper.tick).not.toBeChecked();
  await expect(shopper.tick).toBeDisabled();
  expect(await ticks(page)).toEqual([false]);
  expect(await wouldSend(page)).toBeNull();
  await expect(shopper.payButton).toHaveText('Pay £120.00');
  expect(await page.locator(kParts.payButton).boundingBox()).toEqual(before);

  await setOrder(page, orderOf(kSet));
  await expect(shopper.tick, 'the next order is decided as usual').toBeEnabled();
  await expect(status(page)).toHaveText('');
  await expect(shopper.tick).not.toBeChecked();
  await shopper.tick.check();
  expect(await wouldSend(page)).toBe('guards-with-set');
});

test('a page that cannot follow the change gets no second one', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.check();
  await recordTicks(page);
  await page.evaluate(() =>
    document.addEventListener('aftermint-change', (event) =>
      (event as CustomEvent<BumpChange>).detail.waitUntil(Promise.reject(new Error('the basket is locked'))),
    ),
  );
  await setOrder(page, orderOf(kSet, lineOf('blade-guard')));
  await expect(status(page)).toContainText('no longer available');
  expect(await ticks(page)).toEqual([false]);
});

test('a tick stays exactly as long as `verify` accepts it', async ({ page, shopper }) => {
  test.slow();
  const book = demoBook();
  await shopper.choose('knife-set');
  await expect(shopper.tick).toBeVisible();
  await recordTicks(page);
  // Each order starts the program once; a run takes every fourth product.
  const some = book.products.filter((_, index) => process.env.AFTERMINT_ALL || index % 4 === 0);
  const orders = [
    ...some.map(({ id }) => orderOf(kSet, lineOf(id))),
    ...some.slice(0, 2).map(({ id }) => orderOf(lineOf(id))),
    orderOf({ ...kSet, quantity: 3 }),
    orderOf({ ...kSet, price: 2000 }), // below the price band
    orderOf({ ...kSet, price: 900_000 }), // above it
    orderOf(kSet, { ...lineOf('blade-guard'), offer: 'guards-with-set' }),
    { currency: 'EUR', lines: [kSet] },
    orderOf(),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'aftermint-ticked-'));
  const bookFile = join(folder, 'book.json');
  await writeFile(bookFile, JSON.stringify(book));
  const wrong: string[] = [];
  for (const [index, order] of orders.entries()) {
    await setOrder(page, orderOf(kSet));
    await expect(shopper.tick).toBeEnabled();
    await shopper.tick.check();
    await setOrder(page, order);
    const isTicked = (await shopper.tick.count()) > 0 && (await shopper.tick.isChecked());
    const accept = {
      moment: { placement: 'checkout', time: new Date().toISOString(), locale: 'en-GB', order },
      offer: 'guards-with-set',
      price: { amount: 1800, currency: 'GBP' },
    };
    const file = join(folder, `accept-${index}.json`);
    await writeFile(file, JSON.stringify(accept));
    const { stdout } = spawnSync(kProgram, ['verify', bookFile, file, '--json'], { encoding: 'utf8' });
    const isSold = (JSON.parse(stdout) as { verdict: string }).verdict === 'accepted';
    if (isTicked !== isSold) wrong.push(`${isTicked ? 'ticked' : 'taken back'}: ${JSON.stringify(order)} ${stdout}`);
    expect(await wouldSend(page)).toBe(isTicked ? 'guards-with-set' : null);
    if (isTicked) await shopper.tick.uncheck();
  }
  await rm(folder, { recursive: true });
  expect(wrong).toEqual([]);
});
