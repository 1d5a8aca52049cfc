// What a screen reader says of the page before payment: the box with its price, ticks, and nothing where nothing is.
import { demoBook } from '../lib/book.js';
import { expect, test } from './fixtures.js';

test('the box is said with its price, and a tick with the new total', async ({ page, shopper, listener }) => {
  await shopper.choose();
  await shopper.fillIn();
  await expect(shopper.bump).toBeVisible();
  await listener.standOn(page.locator('input[name=card]:checked'), 'Visa');
  await listener.press('Tab');
  const box = await listener.hears('Adds £18.00 to this order if you tick the box.');
  expect(box).toMatch(/Add three blade guards check box not checked/);
  await listener.press('space');
  await listener.hears(/(^| )checked/);
  await listener.hears('The total is now £138.00.');
  await listener.press('space');
  await listener.hears('not checked');
  await listener.hears('The total is now £120.00.');
  // Read on from there: the picture comes after what it shows, and a status that says nothing is no stop.
  await listener.press('Down');
  expect(await listener.hears('Pay £120.00')).not.toMatch(/status ?bar/);
});

test('a tick that the page refuses is said to be taken back', async ({ page, shopper, listener }) => {
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

  test('an empty bump is no stop before the button that pays', async ({ page, shopper, listener }) => {
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
