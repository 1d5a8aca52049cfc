/** @file An upgrade replaces a line of the order. */
import { expect, test } from './fixtures.js';

const kSmall = 'Saltmarsh hand balm, 50 ml';
const kLarge = 'Saltmarsh hand balm, 150 ml';

test('an upgrade shows the difference and the new total, and replaces the line', async ({ page, shopper, store }) => {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const name of ['shown', 'accepted']) {
      addEventListener(`aftermint-${name}`, (event) => {
        const { offer, price, replaces } = (event as CustomEvent<Record<string, unknown>>).detail;
        heard.push({ name, offer, price, replaces });
      });
    }
  });
  await shopper.reachOffer('hand-balm');
  await expect(shopper.offer.locator('[part~=price]')).toHaveText(
    `£7.00 more, in place of ${kSmall}: £31.00 for the whole order.`,
  );
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Added to your order. You paid £7.00 more.');
  await expect(shopper.status).toContainText('Your order is now £31.00.');
  await expect(shopper.total).toHaveText('£31.00');
  await expect(shopper.lines.filter({ hasText: kLarge })).toContainText(`In place of ${kSmall}`);
  const told = {
    offer: 'balm-step-up',
    price: { amount: 700, currency: 'GBP' },
    replaces: { product: 'hand-balm', quantity: 1 },
  };
  expect(await page.evaluate(() => (window as Window & { heard?: unknown[] }).heard)).toMatchObject([
    { name: 'shown', ...told },
    { name: 'accepted', ...told },
  ]);

  const thanks = page.url();
  await shopper.openOrder();
  await expect(shopper.total).toHaveText('£31.00');
  await expect(shopper.lines.filter({ hasText: kLarge })).toContainText(`In place of ${kSmall}`);
  const prices = await shopper.lines.locator('.line-price').allTextContents();
  const sum = prices.reduce((total, price) => total + Number(price.replace('£', '')), 0);
  expect(sum, `the lines add up: ${prices.join(' + ')}`).toBe(31);

  await page.goto(thanks);
  await expect(shopper.status, 'also after a reload').toContainText('Your order is now £31.00.');
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone. You get £7.00 back.');
  await expect(shopper.total).toHaveText('£24.00');
  await expect(shopper.lines).toHaveCount(1);
  await expect(shopper.lines).toContainText(kSmall);
  await shopper.openOrder();
  await expect(shopper.total).toHaveText('£24.00');
  expect(await store.charges()).toEqual([
    { amount: 2400, state: 'succeeded' },
    { amount: 700, state: 'refunded' },
  ]);
  expect((await store.orders()).map(({ lines }) => lines)).toEqual([['1 hand-balm']]);
});
