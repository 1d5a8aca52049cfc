/** @file A recurring item needs a consent of its own. */
import { expect, test } from './fixtures.js';
import { expectAccessible } from './lib/accessible.js';
import { recurringBook } from './lib/recurring.js';

const kTerms = '£12.00 today, then £12.00 every two months until you write to us to stop.';

test.use({ book: recurringBook });

test('a recurring item is bought only after its box is ticked, and the terms are stored', async ({
  browserName,
  page,
  shopper,
  store,
}) => {
  await shopper.reachOffer();
  const agree = shopper.offer.locator('[part~=agree]');
  await expect(shopper.offer.locator('[part~=terms]')).toHaveText(kTerms);
  await expect(agree).not.toBeChecked();
  await expectAccessible(page, 'recurring offer');

  const sent: (string | null)[] = [];
  await page.route('**/offers/accept', (route) => {
    sent.push(route.request().postData());
    return route.continue();
  });
  await expect(shopper.accept, 'the button is never disabled without a reason').toBeEnabled();
  await shopper.press(shopper.accept);
  await expect(agree).toBeFocused();
  await expect(agree).toHaveAttribute('aria-invalid', 'true');
  await expect(agree).toHaveAccessibleDescription(`${kTerms} If you agree, please tick the box above.`);
  await expect(shopper.status).toBeVisible();
  await expectAccessible(page, 'recurring offer without consent');
  expect(sent).toEqual([]);

  await page.keyboard.press('Space');
  await expect(agree).toBeChecked();
  await expect(agree).not.toHaveAttribute('aria-invalid');
  await expect(agree).toHaveAccessibleDescription(kTerms);
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('You paid £12.00 more.');
  expect(sent).toHaveLength(1);
  // Firefox does not give the body of a request; the receipt shows what the server got.
  if (browserName !== 'firefox') {
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({ consent: true, shown: { terms: kTerms } });
  }
  expect(await store.receipts()).toMatchObject([{ terms: kTerms, amount: 1200 }]);
});

test('only the shopper ticks the box', async ({ page, shopper }) => {
  await shopper.reachOffer();
  const agree = shopper.offer.locator('[part~=agree]');
  await agree.check();
  await page.reload();
  await expect(agree).not.toBeChecked();
  await agree.check();
  await page.goto('/');
  await page.goBack();
  await expect(agree).not.toBeChecked();
  await agree.check();
  // The browser's own cache is off in tests; this event is fired when it restores a page.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(agree).not.toBeChecked();
});

test('after a price change the consent to the old terms buys nothing', async ({ page, shop, shopper, store }) => {
  await shopper.reachOffer();
  await shop.reopen({
    ...recurringBook,
    products: recurringBook.products.map((each) => (each.id === 'blade-oil' ? { ...each, price: 1300 } : each)),
  });
  await shopper.offer.locator('[part~=agree]').check();
  await shopper.press(shopper.accept);
  await expect(page.locator('aftermint-offer[state=unavailable]')).toHaveCount(1);
  await expect(shopper.status).toContainText('Nothing was charged.');
  await expect(shopper.next.getByRole('button')).toHaveCount(0);
  expect(await store.charges()).toEqual([{ amount: 12000, state: 'succeeded' }]);
});
