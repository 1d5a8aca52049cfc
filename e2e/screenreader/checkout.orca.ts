/** @file What Orca says on the checkout: the checkbox with its price, ticks, and nothing for an empty bump. */
import { demoBook } from '../lib/book.js';
import { expect, test } from './fixtures.js';

test('the checkbox is spoken with its price, and a tick with the new total', async ({ page, shopper, listener }) => {
  await shopper.choose();
  await shopper.fillIn();
  await expect(shopper.bump).toBeVisible();
  await listener.standOn(page.locator('input[name=card]:checked'), 'Visa');
  await listener.press('Tab');
  const box = await listener.hears('£18.00');
  expect(box).toMatch(/Add three blade guards check box not checked/);
  await listener.press('space');
  await listener.hears(/(^| )checked/);
  await listener.hears('The total is now £138.00.');
  await listener.press('space');
  await listener.hears('not checked');
  await listener.hears('The total is now £120.00.');
  // Reading on: the picture comes after the headline, and an empty status is no stop.
  await listener.press('Down');
  expect(await listener.hears('Pay £120.00')).not.toMatch(/status ?bar/);
});

test('a refused tick is announced as removed', async ({ page, shopper, listener }) => {
  await shopper.choose();
  await shopper.fillIn();
  await expect(shopper.bump).toBeVisible();
  await page.evaluate(() => {
    document.addEventListener('aftermint-change', (event) => {
      if ((event as CustomEvent<{ checked: boolean }>).detail.checked) event.preventDefault();
    });
  });
  await listener.standOn(page.locator('input[name=card]:checked'), 'Visa');
  await listener.press('Tab');
  await listener.hears('Add three blade guards');
  await listener.press('space');
  await listener.hears('That could not be added. Your order stays as it was.');
  await expect(shopper.tick).not.toBeChecked();
});

test.describe('without an offer', () => {
  test.use({
    book: demoBook((book) => {
      book.offers = [];
      book.experiments = [];
    }),
  });

  test('an empty bump is no stop before the pay button', async ({ page, shopper, listener }) => {
    await shopper.choose();
    await shopper.fillIn();
    await expect(page.locator('aftermint-bump[state=empty]')).toHaveCount(1);
    await listener.standOn(page.locator('input[name=card]:checked'), 'Visa');
    await listener.press('Tab');
    expect(await listener.hears('Pay £120.00')).not.toMatch(/status ?bar|region/);
    await listener.press('Up');
    expect(await listener.hears('Prices include VAT')).not.toMatch(/status ?bar/);
  });
});
