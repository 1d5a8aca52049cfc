import { expect, test } from './fixtures.js';
import { expectAccessible } from './lib/accessible.js';
import { recurringBook } from './lib/recurring.js';

const kTerms = '£12.00 today, then £12.00 every two months until you write to us to stop.';

test.use({ book: recurringBook });

test('nothing recurring is bought before its own box is ticked, and what was agreed to is kept', async ({
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
  await expect(shopper.accept, 'it is never out of order without a word').toBeEnabled();
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
  // Firefox does not give the body of a request; that the server had it is what the receipt says.
  if (browserName !== 'firefox') {
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({ consent: true, shown: { terms: kTerms } });
  }
  expect(await store.receipts()).toMatchObject([{ terms: kTerms, amount: 1200 }]);
});

test('the box is never ticked by anybody but the shopper', async ({ page, shopper }) => {
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
  // The browser's own cache is off under test; this is the event with which it gives a page back.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(agree).not.toBeChecked();
});

test('terms that were agreed to at another price buy nothing', async ({ page, shop, shopper, store }) => {
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
