/** @file Conditions use the shopper’s local time. */
import { expect, test } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';

const hour = new Date().getUTCHours() + 14; // on Kiritimati
const now = [hour % 24, (hour + 1) % 24]; // the hour may end while the test runs

test.use({
  timezoneId: 'Pacific/Kiritimati',
  book: demoBook((book) => {
    entry(book.offers, 'guards-with-set').when = { hour: { $in: now } };
    entry(book.offers, 'oil-with-chefs-knife').when = { hour: { $nin: now } };
  }),
});

test('conditions on the hour use the shopper’s local time', async ({ page, shopper }) => {
  await shopper.choose('knife-set');
  await expect(shopper.bump).toBeVisible();
  await shopper.choose('chefs-knife');
  await expect(page.locator('aftermint-bump[state=empty]')).toHaveCount(1);
});
