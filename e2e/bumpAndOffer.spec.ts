/** @file The journey from checkout to the offer after payment. */
import { expect, test } from './fixtures.js';

test('a shopper buys with the bump, accepts the offer with one click, sees it in the order and undoes it', {
  tag: '@engine',
}, async ({ page, shopper, store }) => {
  await shopper.choose('knife-set');
  await expect(shopper.bump).toContainText('A guard for each knife of your Arden three-knife set');
  await shopper.tick.check();
  await expect(shopper.payButton).toHaveText('Pay £138.00');
  await shopper.bump.scrollIntoViewIfNeeded();
  await expect.poll(() => store.happened(), 'the bump was visible for a second').toContain('exposure checkout');

  await shopper.fillIn();
  await shopper.pay();
  await expect(shopper.lines).toHaveCount(2);
  await expect(shopper.offer).toContainText('£24.00');
  await shopper.offer.scrollIntoViewIfNeeded();
  await expect.poll(() => store.happened()).toContain('exposure post_purchase');
  const headline = (await shopper.offer.locator('[part~=headline]').textContent()) ?? '';

  const presses = shopper.presses;
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Added to your order. You paid £24.00 more.');
  expect(shopper.presses - presses, 'one click').toBe(1);
  await expect(shopper.lines).toHaveCount(3);
  await expect(shopper.total).toHaveText('£162.00');
  expect(await store.charges()).toEqual([
    { amount: 13800, state: 'succeeded' },
    { amount: 2400, state: 'succeeded' },
  ]);
  const [receipt] = await store.receipts();
  expect(receipt).toMatchObject({ headline, price: '£24.00', label: 'Pay £24.00 now', amount: 2400 });
  expect(receipt?.hash).toMatch(/^[0-9a-f]{64}$/);

  const thanks = page.url();
  await shopper.openOrder();
  await expect(shopper.lines).toHaveCount(3);
  await expect(shopper.lines.nth(2)).toContainText('Tern two-step sharpener');
  await expect(shopper.total).toHaveText('£162.00');

  await page.goto(thanks);
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone. You get £24.00 back.');
  await expect(shopper.total).toHaveText('£138.00');
  await shopper.openOrder();
  await expect(shopper.lines.nth(2)).toContainText('Undone');
  await expect(shopper.total).toHaveText('£138.00');
  expect(await store.charges()).toEqual([
    { amount: 13800, state: 'succeeded' },
    { amount: 2400, state: 'refunded' },
  ]);

  // Leaving the page has sent the waiting events. Each event is stored once, even if page and server both report it.
  await expect
    .poll(() => store.happened())
    .toEqual([
      'accept checkout',
      'accept post_purchase',
      'assignment checkout',
      'assignment post_purchase',
      'checkout checkout',
      'exposure checkout',
      'exposure post_purchase',
      'order',
      'undo post_purchase',
    ]);
});

test('an unticked bump is neither in the order nor charged', async ({ shopper, store }) => {
  await shopper.choose('knife-set');
  await expect(shopper.bump).toBeVisible();
  await shopper.fillIn();
  await shopper.pay();
  await expect(shopper.total).toHaveText('£120.00');
  expect(await store.orders()).toEqual([{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
  expect(await store.charges()).toEqual([{ amount: 12000, state: 'succeeded' }]);
  expect(await store.count('accept')).toBe(0);
});

test('for a card that cannot be charged again the offer is a link', async ({ shopper, page, store }) => {
  await shopper.reachOffer('knife-set', 'ok_once');
  await expect(shopper.accept).toHaveAttribute('href', /\/products\/sharpener/);
  await shopper.press(shopper.accept);
  await expect(page).toHaveURL(/\/products\/sharpener/);
  await expect.poll(() => store.happened()).toContain('accept thank_you');
  expect(await store.charges()).toEqual([{ amount: 12000, state: 'succeeded' }]);
});
