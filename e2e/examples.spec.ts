/** @file The examples for React and Vue work as built: frameworks do not break the elements. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { buildExample, serveExample } from './lib/example.js';

/** What the shop's own confirmation page passes to the element: the paid order, its ticket and the one-click status. */
const paidAs = (page: Page) =>
  page.locator('aftermint-offer').evaluate((offer) => ({
    order: JSON.parse(offer.getAttribute('order') ?? '') as object,
    ticket: offer.getAttribute('ticket'),
    oneClick: JSON.parse(offer.getAttribute('one-click') ?? '') as object,
  }));

for (const name of ['react', 'vue']) {
  test.describe(`in ${name}`, () => {
    let folder = '';
    test.beforeAll(async () => {
      folder = await buildExample(name);
    });

    test('checkout and confirmation work: state, events, changing orders, mounting and unmounting', async ({
      page,
      shopper,
      store,
    }) => {
      await shopper.buy('knife-set');
      const payments = await serveExample(page, folder, await paidAs(page));
      await page.goto('/app/');
      const pay = page.getByRole('button', { name: /^Pay/ });
      const press = (label: string) => page.getByRole('button', { name: label }).click();

      await expect(shopper.bump).toContainText('A guard for each knife');
      await shopper.tick.check();
      await expect(pay, 'the event updates the state').toHaveText('Pay £138.00');
      await shopper.tick.uncheck();
      await expect(pay).toHaveText('Pay £120.00');

      await press('Saltmarsh hand balm, 50 ml');
      await expect(shopper.bump, 'a changed order leads to a new decision').toContainText('Saltmarsh hand balm');
      await shopper.tick.check();
      await press('Empty the basket');
      await expect(page.locator('aftermint-bump')).toHaveCount(0);
      await press('Arden three-knife set');
      await expect(shopper.bump).toContainText('A guard for each knife');
      await expect(shopper.tick, 'a bump that is mounted again is unticked').not.toBeChecked();
      await expect(pay).toHaveText('Pay £120.00');

      await shopper.tick.check();
      await pay.click();
      await expect(shopper.offer).toBeVisible();
      expect(payments).toMatchObject([{ order: { lines: [{ product: 'knife-set' }] }, bump: 'guards-with-set' }]);

      const total = page.locator('output');
      await expect(total).toHaveText('£120.00');
      await expect(shopper.accept, 'ticket and one-click status arrived as properties').toHaveText('Pay £24.00 now');
      await shopper.press(shopper.accept);
      await expect(total).toHaveText('£144.00');
      await shopper.press(shopper.undo);
      await expect(total).toHaveText('£120.00');
      expect(await store.charges()).toEqual([
        { amount: 12000, state: 'succeeded' },
        { amount: 2400, state: 'refunded' },
      ]);
    });
  });
}
