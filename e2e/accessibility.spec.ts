/** @file The pages pass axe in every state, and can be used by keyboard. */
import { expect, test } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';
import { expectAccessible } from './lib/accessible.js';
import type { Card } from './lib/parts.js';

test('the pages of the shop are accessible', async ({ page, watch }) => {
  watch.expects(/404/);
  for (const address of ['/', '/products/knife-set', '/checkout', '/results', '/nowhere']) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
});

test('the checkout is accessible @dark', async ({ page, shopper, watch }) => {
  watch.expects(/402/);
  await shopper.choose();
  await expect(shopper.bump).toBeVisible();
  await expectAccessible(page, 'checkout with the bump');
  await shopper.tick.check();
  await expectAccessible(page, 'checkout with the bump ticked');
  await shopper.fillIn('declined');
  await shopper.press(shopper.payButton);
  await expect(page.locator('.errors')).toBeVisible();
  await expectAccessible(page, 'checkout after a declined card');
});

test('the pages after payment are accessible @dark', async ({ page, shopper }) => {
  await shopper.reachOffer();
  await expectAccessible(page, 'offer');
  await shopper.press(shopper.accept);
  await expect(shopper.undo).toBeEnabled();
  await expectAccessible(page, 'accepted');
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone');
  await expectAccessible(page, 'undone');
  await shopper.openOrder();
  await expectAccessible(page, 'order with an undone line');
  await page.goto('/results');
  await expectAccessible(page, 'results');
});

const ends: { card: Card; state: string }[] = [
  { card: 'ok_then_declined', state: 'declined' },
  { card: 'ok_then_action', state: 'requires_action' },
  { card: 'ok_then_processing', state: 'processing' },
];
for (const { card, state } of ends) {
  test(`an offer in the state ${state} is accessible`, async ({ page, shopper }) => {
    await shopper.reachOffer('knife-set', card);
    // The page must not change while axe runs.
    await page.route('**/offers/accept?key=*', (route) => route.fulfill({ json: { status: 'processing' } }));
    await shopper.press(shopper.accept);
    await expect(page.locator(`aftermint-offer[state=${state}]`)).toHaveCount(1);
    await expectAccessible(page, state);
    if (state !== 'requires_action') return;
    await shopper.press(page.getByRole('link', { name: 'Confirm with your bank' }));
    await expectAccessible(page, 'bank');
  });
}

test('an offer after “No thank you”, and an offer as a link, are accessible', async ({ page, shopper }) => {
  await shopper.reachOffer('knife-set', 'ok_once');
  await expect(shopper.accept).toHaveAttribute('href', /sharpener/);
  await expectAccessible(page, 'offer as a link');
  await shopper.press(shopper.decline);
  await expectAccessible(page, 'after “No thank you”');
});

test('an offer with a changed price, or no longer available, is accessible', async ({ page, shop, shopper }) => {
  await shopper.reachOffer();
  await shop.reopen(
    demoBook((book) => {
      entry(book.products, 'sharpener').price = 2600;
    }),
  );
  await shopper.press(shopper.accept);
  await expect(page.locator('aftermint-offer[state=price_changed]')).toHaveCount(1);
  await expectAccessible(page, 'price changed');
  await shop.reopen(
    demoBook((book) => {
      entry(book.products, 'sharpener').stock = 0;
    }),
  );
  await shopper.press(shopper.next.getByRole('button', { name: /Pay/ }));
  await expect(page.locator('aftermint-offer[state=unavailable]')).toHaveCount(1);
  await expectAccessible(page, 'unavailable');
});

test('an accept without an answer is accessible', async ({ page, shopper, watch }) => {
  watch.expects(/offers\/accept/, /ERR_CONNECTION_FAILED/);
  await shopper.reachOffer();
  let answers = false;
  await page.route('**/offers/accept**', (route) => (answers ? route.continue() : route.abort('connectionfailed')));
  await shopper.press(shopper.accept);
  await expect(page.locator('aftermint-offer[state=unknown]')).toHaveCount(1);
  await expectAccessible(page, 'unknown');
  answers = true;
  await expect(shopper.status).toContainText('That did not reach us.', { timeout: 20_000 });
  await expectAccessible(page, 'unheard');
});

test('everything can be done with the keyboard', async ({ page, shopper, store }) => {
  /** Presses Tab until the wanted element has the focus, also inside our shadow roots. */
  const tabTo = async (wanted: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const there = await page.evaluate((selector) => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.matches(selector) ?? false;
      }, wanted);
      if (there) return;
    }
    throw new Error(`Tab never reached ${wanted}`);
  };
  await page.goto('/products/knife-set');
  await tabTo('.buy button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/checkout$/);
  await expect(shopper.bump).toBeVisible();
  for (const [field, text] of [
    ['#name', 'Robin Ashby'],
    ['#email', 'robin@example.com'],
    ['#address', '1 Mill Lane'],
  ] as const) {
    await tabTo(field);
    await page.keyboard.type(text);
  }
  await tabTo('input[name=card]');
  await page.keyboard.press('Space');
  await tabTo('[part~=tick]');
  await page.keyboard.press('Space');
  await expect(shopper.tick).toBeChecked();
  await tabTo('.pay-button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/thanks$/);
  await expect(shopper.offer).toBeVisible();
  await tabTo('[part~=accept]');
  await page.keyboard.press('Enter');
  await expect(shopper.status).toContainText('Added to your order.');
  await expect(shopper.undo).toBeEnabled();
  const focused = await page.evaluate(() => document.activeElement?.localName);
  expect(focused, 'the focus moved to the card that replaced the button').toBe('aftermint-offer');
  await tabTo('[part~=undo]');
  await page.keyboard.press('Enter');
  await expect(shopper.status).toContainText('Undone.');
  expect(await store.charges()).toEqual([
    { amount: 13800, state: 'succeeded' },
    { amount: 2400, state: 'refunded' },
  ]);
});
