/**
 * @file Shoppers can buy as usual whatever fails in our script, and without JavaScript. Each fault of the table is tested
 * on the product page, at checkout and on the page after payment, each compared with the same page without us.
 */
import { expect, test as base } from './fixtures.js';
import { FaultJourney, type Trace } from './lib/faultJourney.js';
import { kPrice, kProduct } from './lib/faultPages.js';
import { acceptFaults, type Fault, faults } from './lib/faults/index.js';
import { answerInstead, changeAnswers } from './lib/changeAnswers.js';
import { Shop } from './lib/shop.js';
import { steadyGoto } from './lib/steadyGoto.js';

/** All tests of a worker share a shop: each has its own visitor and makes one order. */
const test = base.extend<{ plain: Trace }, { openShop: Shop; plainTrace: { of?: Trace } }>({
  openShop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright requires the pattern
    async ({}, use) => {
      const shop = await Shop.open();
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
  shop: async ({ openShop }, use) => use(openShop),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires the pattern
  plainTrace: [async ({}, use) => use({}), { scope: 'worker' }],
  /** The journey on the same pages without us. */
  plain: async ({ browser, shop, viewport, plainTrace }, use) => {
    if (!plainTrace.of) {
      const context = await browser.newContext({ baseURL: shop.url, viewport, locale: 'en-GB' });
      const page = await context.newPage();
      steadyGoto(page);
      plainTrace.of = await new FaultJourney(page).go();
      await context.close();
    }
    await use(plainTrace.of);
  },
});

test.use({ viewport: { width: 390, height: 844 } });

const kOrder = { offers: [], total: kPrice, lines: [`1 ${kProduct}`] };
const kCharge = { amount: kPrice, state: 'succeeded' };

/** Firefox runs the tests with this tag in every run. */
const tagOf = ({ engines }: { engines?: 'webkit' | 'all' }) => (engines === 'all' ? { tag: '@engine' } : {});

for (const fault of faults as Fault[]) {
  test(
    `a shopper buys as usual when ${fault.when}`,
    tagOf(fault),
    async ({ page, plain, store, watch, browserName }) => {
      test.skip(browserName !== 'chromium' && fault.slowBy !== undefined, 'only Chromium can slow the processor down');
      const [orders, charges, faultsBefore] = [await store.orders(), await store.charges(), await store.faults()];
      watch.expects(...(fault.noise ?? []));
      await new FaultJourney(page, fault).go(plain);
      if (fault.reason) {
        // Leaving the page sends the waiting events, but a failed request is a fault only if the shopper stays.
        if (!fault.reason.endsWith('_fetch')) await page.goto('/returns', { waitUntil: 'commit' });
        const reasons = async () => new Set((await store.faults()).slice(faultsBefore.length));
        await expect.poll(reasons, 'a fault event with the reason').toEqual(new Set([fault.reason]));
      }
      expect((await store.orders()).slice(orders.length)).toEqual([kOrder]);
      expect((await store.charges()).slice(charges.length)).toEqual([kCharge]);
    },
  );
}

for (const fault of acceptFaults) {
  test(`an order stays as it was when ${fault.when}`, tagOf(fault), async ({ page, shopper, store, watch }) => {
    const [orders, charges] = [await store.orders(), await store.charges()];
    watch.expects(...(fault.noise ?? []));
    for (const [path, change] of fault.answers ?? []) await answerInstead(page, path, change);
    await shopper.buy(kProduct);
    if (fault.html) {
      await changeAnswers(page, /\/thanks$/, fault.html);
      await page.reload();
    }
    await shopper.press(shopper.accept);
    await expect(page.locator(`aftermint-offer[state=${fault.state}]`)).toHaveCount(1);
    await expect(shopper.total).toHaveText('£89.00');
    expect((await store.orders()).slice(orders.length)).toEqual([kOrder]);
    expect((await store.charges()).slice(charges.length)).toEqual([kCharge]);
  });
}

test.describe('without JavaScript @without-script', () => {
  // In Firefox the project's preferences turn scripts off. The screen is as high as the page, so that nothing scrolls.
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 2400 } });

  test('a shopper buys as usual, with the same number of presses', async ({ page, shopper, store }) => {
    const orders = await store.orders();
    await shopper.choose('knife-set');
    const first = await shopper.payButton.boundingBox();
    const presses = shopper.presses;
    await shopper.fillIn();
    expect(await shopper.payButton.boundingBox()).toEqual(first);
    await shopper.pay();
    expect(shopper.presses - presses).toBe(2);
    await expect(shopper.total).toHaveText('£120.00');
    await expect(page.locator('aftermint-offer')).toBeHidden();
    expect((await store.orders()).slice(orders.length)).toEqual([{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
  });
});
