import { expect, test } from './fixtures.js';
import { changeAnswers } from './lib/answer.js';
import { faults } from './lib/faults.js';
import { rects, settledRect, watchRects } from './lib/rects.js';

for (const { when, path, change, before, reason, noise, offered } of faults) {
  test(`a shopper buys as ever when ${when}`, async ({ page, shopper, store, watch }) => {
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
      await expect.poll(() => store.faults(), 'one fault is told').toEqual([reason]);
    }
    if (!offered) await expect(shopper.bump).toHaveCount(0);
    expect(await settledRect(page)).toEqual(undisturbed);
    expect(await rects(page), 'the pay button from first paint on').toEqual([undisturbed]);

    await shopper.pay();
    expect(shopper.presses - presses, 'one card chosen, one button pressed').toBe(2);
    await expect(shopper.total).toHaveText('£120.00');
    expect(await store.orders()).toEqual([{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
    expect(await store.charges()).toEqual([{ amount: 12000, state: 'succeeded' }]);
  });
}

test.describe('without JavaScript @without-script', () => {
  test.use({ javaScriptEnabled: false }); // in Firefox the project's own preferences see to it

  test('a shopper buys as ever, with the same presses', async ({ page, shopper, store }) => {
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
