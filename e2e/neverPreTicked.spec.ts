/** @file The bump is never ticked by anybody but the shopper, and what is shown is what is bought. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

/** What the form would submit for the bump; null: nothing. */
const wouldSend = (page: Page) =>
  page.locator('form.pay').evaluate((form: HTMLFormElement) => new FormData(form).get('bump'));

test('the bump starts unticked and submits nothing', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
});

test('a reload unticks it', { tag: '@engine' }, async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.check();
  expect(await wouldSend(page)).toBe('guards-with-set');
  await page.reload();
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
  await expect(shopper.payButton).toHaveText('Pay £120.00');
});

test('going back unticks it', { tag: '@engine' }, async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.check();
  await page.getByLabel('Full name').fill('Robin Ashby');
  await page.goto('/');
  await page.goBack();
  await expect(page).toHaveURL(/\/checkout$/);
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
  await expect(shopper.payButton).toHaveText('Pay £120.00');
});

test('a form reset unticks it, and the page gets the event', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.check();
  await expect(shopper.payButton).toHaveText('Pay £138.00');
  await page.locator('form.pay').evaluate((form: HTMLFormElement) => form.reset());
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
  await expect(shopper.payButton).toHaveText('Pay £120.00');
});

test('it is unticked in a page from the back/forward cache', { tag: '@engine' }, async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await shopper.tick.check();
  // The browser's own cache is off in tests; this event is fired when it restores a page.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
  await expect(shopper.payButton).toHaveText('Pay £120.00');
});

test('it stays unticked when the browser restores a form', { tag: '@engine' }, async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.tick).not.toBeChecked();
  await page.evaluate(() => {
    const bump = document.querySelector('aftermint-bump') as HTMLElement & {
      formStateRestoreCallback(state: string): void;
    };
    bump.formStateRestoreCallback('guards-with-set');
  });
  await expect(shopper.tick).not.toBeChecked();
  expect(await wouldSend(page)).toBeNull();
});

for (const { presses, ticked } of [
  { presses: 7, ticked: true },
  { presses: 8, ticked: false },
]) {
  test(`what is shown is what is bought after ${presses} quick presses`, async ({ page, shopper, store }) => {
    await shopper.choose('knife-set');
    await expect(shopper.bump).toBeVisible();
    await shopper.fillIn();
    const seen = await page.evaluate((count) => {
      const tick = document
        .querySelector('aftermint-bump')
        ?.shadowRoot?.querySelector<HTMLInputElement>('[part~=tick]');
      const pay = document.querySelector<HTMLButtonElement>('.pay-button');
      if (!tick || !pay) throw new Error('the checkbox or the pay button is missing');
      for (let press = 0; press < count; press++) tick.click();
      const shown = { ticked: tick.checked, label: pay.textContent };
      pay.click();
      return shown;
    }, presses);
    expect(seen).toEqual({ ticked, label: ticked ? 'Pay £138.00' : 'Pay £120.00' });
    await expect(page).toHaveURL(/\/thanks$/);
    const [order] = await store.orders();
    expect(order).toEqual(
      ticked
        ? { offers: ['guards-with-set'], total: 13800, lines: ['1 knife-set', '3 blade-guard'] }
        : { offers: [], total: 12000, lines: ['1 knife-set'] },
    );
    await expect(shopper.total).toHaveText(ticked ? '£138.00' : '£120.00');
  });
}
