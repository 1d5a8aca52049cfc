/** @file What Orca says after payment: each state completely, once, and correctly. */
import type { Card } from '../lib/parts.js';
import type { Shopper } from '../lib/shopper.js';
import { recurringBook } from '../lib/recurring.js';
import { expect, test } from './fixtures.js';
import type { Listener } from './lib/listener.js';

/** Goes to an offer after payment and focuses its accept button. */
async function reach(shopper: Shopper, listener: Listener, card: Card = 'ok'): Promise<string> {
  await shopper.reachOffer('knife-set', card);
  await listener.standOn(shopper.accept, 'Pay £24.00 now');
  const [, order = ''] = /orders\/([^/]+)/.exec(shopper.page.url()) ?? [];
  return order;
}

test('the pay button is spoken with its price, and “No thank you” with its result', async ({ shopper, listener }) => {
  const order = await reach(shopper, listener);
  await listener.hears('£24.00 in total, paid with the payment method of your order.');
  await listener.press('Tab');
  await listener.hears('No thank you');
  await listener.press('Return');
  const said = await listener.hears(`Your first order, ${order}, stays as it was.`);
  expect(said).not.toContain('is complete');
});

test('an accept is announced completely, and so is its undo', async ({ shopper, listener }) => {
  const order = await reach(shopper, listener);
  await listener.press('Return');
  const added = 'Added to your order. You paid £24.00 more.';
  await listener.hears(added);
  await expect(shopper.undo).toBeEnabled();
  const accepted = await listener.hearsUntil('Tab', 'Undo');
  listener.expectOnce(accepted, added);
  listener.expectOnce(accepted, 'Your order is now £144.00.');
  listener.expectOnce(accepted, 'You can undo this until');
  await listener.press('Return');
  const undone = await listener.hears(`Your first order, ${order}, stays as it was.`);
  expect(undone).toContain('Undone. You get £24.00 back.');
  expect(undone).not.toContain('is complete');
});

test('after an accept there is a heading to jump to', async ({ shopper, listener }) => {
  await reach(shopper, listener);
  await listener.press('Return');
  await listener.hears('Added to your order.');
  await expect(shopper.undo).toBeEnabled();
  await listener.hearsUntil('Tab', 'Undo');
  await listener.press('shift+h');
  await listener.hears('Optional offer after your order');
});

const ends: { card: Card; said: string; keeps: boolean }[] = [
  { card: 'ok_then_declined', said: 'The payment did not go through. Nothing was charged.', keeps: true },
  {
    card: 'ok_then_action',
    said: 'Your bank asks you to confirm £24.00. Nothing has been charged for it yet.',
    keeps: false,
  },
  { card: 'ok_then_processing', said: 'The payment is being processed. You do not have to wait here.', keeps: false },
];
for (const { card, said, keeps } of ends) {
  test(`${card} is announced completely`, async ({ page, shopper, listener }) => {
    await page.route('**/offers/accept?key=*', (route) => route.fulfill({ json: { status: 'processing' } }));
    const order = await reach(shopper, listener, card);
    await listener.press('Return');
    await listener.hears(said);
    await listener.hears(keeps ? `Your first order, ${order}, stays as it was.` : `Your order ${order} is complete.`);
    if (card !== 'ok_then_action') return;
    await listener.press('Tab');
    await listener.hears('Confirm with your bank link');
  });
}

test('the end of the undo time is not announced as another purchase, and the focus stays', async ({
  page,
  shopper,
  listener,
}) => {
  // A book allows a minute at least, so the page is changed; Firefox's driver does not give bodies of requests.
  await page.addInitScript(() => {
    const send = window.fetch;
    window.fetch = async (...given) => {
      const answer = await send(...given);
      if (!`${given[0]}`.endsWith('/offers/accept')) return answer;
      const undoUntil = new Date(Date.now() + 8000).toISOString();
      return new Response(JSON.stringify({ ...(await answer.json()), undoUntil }), answer);
    };
  });
  await reach(shopper, listener);
  await listener.press('Return');
  const added = 'Added to your order. You paid £24.00 more.';
  await listener.hears(added);
  await expect(shopper.undo).toHaveCount(0);
  await expect(shopper.status).not.toContainText('You can undo this');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('aftermint-offer');
  listener.expectOnce(await listener.hearsUntil('Tab', 'See the order'), added);
});

test.describe('recurring', () => {
  test.use({ book: recurringBook });

  test('the consent box is spoken with its terms, and an accept without it with a message', async ({
    shopper,
    listener,
  }) => {
    await shopper.reachOffer();
    const terms = '£12.00 today, then £12.00 every two months until you write to us to stop.';
    await listener.standOn(shopper.offer.locator('[part~=agree]'), terms);
    expect(listener.heard).toContain('Yes, I agree to these recurring payments. check box not checked');
    await listener.press('Tab');
    await listener.hears('Your right to cancel');
    await listener.press('Tab');
    await listener.hears('Pay £12.00 now');
    expect(await listener.hears(terms)).toContain('Pay £12.00 now');
    await listener.press('Return');
    await listener.hears('If you agree, please tick the box above.');
  });
});
