/** @file After “No thank you” there is no further offer for the order. */
import { expect, test } from './fixtures.js';
import { Shopper } from './lib/shopper.js';

test('“No thank you” removes the offer for good, and the decline is stored once', { tag: '@engine' }, async ({
  page,
  shopper,
  store,
}) => {
  await shopper.reachOffer();
  await expect(shopper.decline).toHaveText('No thank you');
  const [yes, no] = [await shopper.accept.boundingBox(), await shopper.decline.boundingBox()];
  expect([no?.width, no?.height], 'no is as easy to press as yes').toEqual([yes?.width, yes?.height]);

  await shopper.decline.focus();
  await page.keyboard.press('Enter');
  await expect(shopper.offer).toHaveCount(0);
  await expect(shopper.status).toContainText(/Your first order, \S+, stays as it was\./);
  const focused = () => page.evaluate(() => document.activeElement?.localName);
  expect(await focused(), 'the focus stays where the shopper was').toBe('aftermint-offer');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'See the order' })).toBeFocused();

  await page.reload();
  await expect.poll(() => store.count('decline')).toBe(1);
  await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await expect(shopper.offer).toHaveCount(0);

  await shopper.openOrder();
  await expect(shopper.total).toHaveText('£120.00');
  expect(await store.charges()).toEqual([{ amount: 12000, state: 'succeeded' }]);
  expect(await store.count('decline')).toBe(1);
  expect(await store.count('accept')).toBe(0);
});

test('after “No thank you” the same order gets no other offer', async ({ page, shopper }) => {
  await shopper.reachOffer('knife-set'); // another offer would fit this order, too
  await shopper.press(shopper.decline);
  await page.reload();
  await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await expect(shopper.offer).toHaveCount(0);
});

test('nor in another tab, whether it was already open or is opened later', async ({ context, page, shopper }) => {
  await shopper.reachOffer('knife-set'); // another offer would fit this order, too
  const open = new Shopper(await context.newPage());
  await open.page.goto(page.url());
  await expect(open.offer).toBeVisible();

  await shopper.press(shopper.decline);
  await expect(open.offer).toHaveCount(0);
  await expect(open.page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await expect(shopper.status, 'the tab of the decline still shows its message').toContainText(/stays as it was\./);

  const after = new Shopper(await context.newPage());
  await after.page.goto(page.url());
  await expect(after.page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await expect(after.offer).toHaveCount(0);
});

test('another order still gets its offer', async ({ context, shopper }) => {
  await shopper.reachOffer();
  await shopper.press(shopper.decline);
  const next = new Shopper(await context.newPage());
  await next.reachOffer('knife-set');
  await expect(next.offer).toBeVisible();
});
