/** @file Shoppers can buy as usual whatever fails in our script, and without JavaScript. */
import { expect, test } from './fixtures.js';
import { changeAnswers } from './lib/changeAnswers.js';
import { faults } from './lib/faults.js';
import { rects, settledRect, watchRects } from './lib/payButtonRects.js';

for (const { when, path, change, before, reason, noise, offered } of faults) {
  test(`a shopper buys as usual when ${when}`, async ({ page, shopper, store, watch }) => {
    await shopper.choose('knife-set');
    await expect(shopper.bump).toBeVisible();
    const undisturbed = await settledRect(page);

    watch.expects(...(noise ?? []));
    if (path && change) await changeAnswers(page, path, change);
    if (before) await page.addInitScript(before);
    await watchRects(page);
    await page.goto('/checkout');
    if (offered) await expect(shopper.bump).toBeVisible();
    const presses = shopper.presses;
    await shopper.fillIn();
    if (reason) {
      await expect.poll(() => store.faults(), 'one fault event is sent').toEqual([reason]);
    }
    if (!offered) await expect(shopper.bump).toHaveCount(0);
    expect(await settledRect(page)).toEqual(undisturbed);
    expect(await rects(page), 'the pay button does not move after the first paint').toEqual([undisturbed]);

    await shopper.pay();
    expect(shopper.presses - presses, 'as many presses as without us: one card, one button').toBe(2);
    await expect(shopper.total).toHaveText('£120.00');
    expect(await store.orders()).toEqual([{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
    expect(await store.charges()).toEqual([{ amount: 12000, state: 'succeeded' }]);
  });
}

test.describe('without JavaScript @without-script', () => {
  test.use({ javaScriptEnabled: false }); // in Firefox the project's preferences do this

  test('a shopper buys as usual, with the same number of presses', async ({ page, shopper, store }) => {
    await shopper.choose('knife-set');
    const first = await shopper.payButton.boundingBox();
    const presses = shopper.presses;
    await shopper.fillIn();
    expect(await shopper.payButton.boundingBox()).toEqual(first);
    await shopper.pay();
    expect(shopper.presses - presses).toBe(2);
    await expect(shopper.total).toHaveText('£120.00');
    await expect(page.locator('aftermint-offer')).toBeHidden();
    expect(await store.orders()).toEqual([{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
  });
});
