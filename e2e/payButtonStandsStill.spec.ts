/** @file The pay button does not move by a pixel, however late or large an offer is. */
import { expect, test } from './fixtures.js';
import { type Book, demoBook, entry } from './lib/book.js';
import { unfit } from './lib/fits.js';
import { rects, settledRect, shifts, watchRects } from './lib/payButtonRects.js';

const screens = [
  { name: 'phone', viewport: { width: 360, height: 740 } },
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
];
const delays = [
  { ms: 0, inTime: true },
  { ms: 300, inTime: true },
  { ms: 2000, inTime: false },
];
/** For the book that is too late; the other books have no deadline. */
const kShortDeadline = 1200;

for (const { name, viewport } of screens) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    for (const { ms, inTime } of delays) {
      // On a desktop one delay in time and one too late are enough: the delays do not depend on the width.
      if (name === 'desktop' && ms === 0 && !process.env.AFTERMINT_ALL) continue;
      test(`the pay button does not move by a pixel with a book that takes ${ms} ms`, async ({
        page,
        shopper,
        store,
      }) => {
        await shopper.choose('knife-set');
        await page.route('**/book.json', async (route) => {
          const response = await route.fetch();
          const book = (await response.json()) as Book;
          if (!inTime) book.policy.deadlineMs = kShortDeadline;
          setTimeout(() => void route.fulfill({ response, json: book }), ms);
        });
        await watchRects(page);
        await page.goto('/checkout');
        const first = await settledRect(page);
        if (inTime) {
          await expect(shopper.bump).toBeVisible();
          await shopper.tick.check();
          await expect(shopper.payButton).toHaveText('Pay £138.00');
          await shopper.tick.uncheck();
          await expect(shopper.payButton).toHaveText('Pay £120.00');
        } else {
          await expect.poll(() => store.faults()).toEqual(['deadline']);
          await expect(shopper.bump).toHaveCount(0);
          await page.evaluate(() => {
            // A changed order after the deadline does not lead to a late offer either.
            const bump = document.querySelector('aftermint-bump');
            bump?.setAttribute('order', bump.getAttribute('order') ?? '');
          });
        }
        expect(await rects(page)).toEqual([first]);
        expect(await shifts(page)).toEqual([]);
        if (!inTime) await expect(shopper.bump).toHaveCount(0);
      });
    }
  });
}

test('an offer waits for a late style sheet', async ({ page, shopper, store }) => {
  await shopper.choose('knife-set');
  await page.route('**/shop.css', async (route) => {
    const response = await route.fetch();
    setTimeout(() => void route.fulfill({ response }), 700);
  });
  await page.goto('/checkout');
  await expect(shopper.bump).toBeVisible();
  expect(await store.faults()).toEqual([]);
});

test('an offer taller than its space is not shown, and a fault is sent', async ({ page, shopper, store }) => {
  await shopper.choose('knife-set');
  await page.route('**/shop.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: `${await response.text()}.promises { display: none } aftermint-bump::before { padding-block-start: 3rem !important }`,
    });
  });
  await watchRects(page);
  await page.goto('/checkout');
  await expect.poll(() => store.faults()).toEqual(['no_room']);
  await expect(shopper.bump).toHaveCount(0);
  expect(await rects(page)).toHaveLength(1);
});

test('every bump in the demo’s book fits its space, in every language and width', async ({ page, shopper }) => {
  const book = demoBook();
  const triggers = book.offers.flatMap((offer) => (offer.placements.includes('checkout') ? offer.for.products : []));
  const orders = triggers.map((product) => {
    const { price } = entry(book.products, product);
    return [product, { currency: book.currency, total: price, lines: [{ product, quantity: 1, price }] }] as const;
  });
  await shopper.choose('knife-set');
  await expect(shopper.bump).toBeVisible();
  const none = { currency: book.currency, total: 1000, lines: [] };
  expect(await unfit(page, page.locator('aftermint-bump'), 'order', Object.fromEntries(orders), none)).toEqual([]);
});
