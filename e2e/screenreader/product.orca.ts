/** @file What Orca says on a product page: the button that adds the bundle, and its price. */
import { kParts } from '../lib/parts.js';
import { expect, test } from './fixtures.js';

test('the button of a bundle is spoken with its price', async ({ page, listener }) => {
  await page.goto('/products/oak-board');
  await expect(page.locator(kParts.bundle)).toBeVisible();
  const price = (await page.locator('aftermint-bundle [part~=price]').textContent()) ?? '';
  expect(price).toMatch(/£/);
  await listener.standOn(page.getByRole('button', { name: 'Add to the basket' }), 'Add to the basket');
  await listener.press('Tab');
  const said = await listener.hears(price.trim());
  expect(said).toContain('region Goes with it');
  expect(said).toContain('push button');
});
