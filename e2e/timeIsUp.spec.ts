/** @file Offers end while they are on the screen. */
import { expect, test } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';
import { kParts } from './lib/parts.js';
import { rects, settledRect, shifts, watchRects } from './lib/payButtonRects.js';

test('an offer becomes a link when the time for one click ends, and the reason is sent', async ({
  page,
  shopper,
  store,
}) => {
  await page.clock.install();
  await shopper.reachOffer();
  await expect(shopper.accept).toHaveText('Pay £24.00 now');
  await shopper.accept.focus();
  await page.clock.fastForward('01:00:00'); // after the ticket’s expiry, within the book's time window
  await expect(shopper.accept).toHaveAttribute('href', '/products/sharpener');
  await expect(shopper.accept, 'the focus stays').toBeFocused();
  await page.clock.fastForward(5000);
  await expect
    .poll(async () => (await store.dataOf('ineligible')).map(({ reason }) => reason))
    .toEqual(['one_click_expired']);
});

test('an upgrade disappears when one click ends, because a link cannot replace a line', async ({ page, shopper }) => {
  await page.clock.install();
  await shopper.reachOffer('hand-balm');
  await page.clock.fastForward('01:00:00');
  await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await expect(shopper.offer).toHaveCount(0);
});

test('a page that was suspended checks the time when it is visible again', async ({ page, shopper }) => {
  await page.clock.install();
  await shopper.reachOffer();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await page.clock.setFixedTime(new Date(Date.now() + 3600_000)); // the time changes, but timers do not run
  await expect(shopper.accept).toHaveText('Pay £24.00 now');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(shopper.accept).toHaveAttribute('href', '/products/sharpener');
});

test('an accept in progress is not disturbed when the time is over', async ({ page, shopper, store }) => {
  await page.clock.install();
  await shopper.reachOffer();
  let open: (() => void) | undefined;
  await page.route('**/offers/accept', (route) => {
    open = () => void route.continue();
  });
  await shopper.press(shopper.accept);
  await expect.poll(() => open !== undefined).toBe(true);
  await page.clock.fastForward('00:00:10');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  open?.();
  await expect(shopper.status).toContainText('You paid £24.00 more.');
  await page.clock.fastForward('01:00:00');
  await expect(shopper.status).toContainText('You paid £24.00 more.');
  expect(await store.charges()).toHaveLength(2);
});

test.describe('at checkout', () => {
  test.use({
    book: demoBook((book) => {
      entry(book.offers, 'guards-with-set').schedule = { until: new Date(Date.now() + 3600_000).toISOString() };
    }),
  });

  test('the bump disappears when its schedule ends, and the pay button stays', async ({ page, shopper }) => {
    await page.clock.install();
    await shopper.choose();
    await watchRects(page);
    await page.goto('/checkout');
    await expect(shopper.bump).toBeVisible();
    const first = await settledRect(page);
    const before = await rects(page); // the fake clock drives its frames, so the first may be before the style sheet
    await page.clock.fastForward('02:00:00');
    await expect(shopper.bump).toHaveCount(0);
    expect(await settledRect(page)).toEqual(first);
    expect(await rects(page)).toEqual(before);
    expect(await shifts(page)).toEqual([]);
  });

  test('a ticked bump, which the server would refuse now, is taken back with a message', async ({ page, shopper }) => {
    await page.clock.install();
    await shopper.choose();
    await shopper.tick.check();
    await page.clock.fastForward('02:00:00');
    await expect(shopper.tick).not.toBeChecked();
    await expect(page.locator(kParts.bumpStatus)).toHaveText('This is no longer available. Nothing was charged.');
    await expect(shopper.payButton).toHaveText('Pay £120.00');
  });
});
