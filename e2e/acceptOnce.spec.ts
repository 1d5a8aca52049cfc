/** @file An accept charges at most once, whatever the shopper, the network and the bank do. */
import type { Page, Route } from '@playwright/test';
import { expect, needs, test } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';
import { Shopper } from './lib/shopper.js';

const kOriginal = { amount: 12000, state: 'succeeded' };
const kOffer = { amount: 2400, state: 'succeeded' };
const kDone = 'Added to your order. You paid £24.00 more.';

/** Holds the accept requests of a page until `open`, and counts them. */
async function gate(page: Page): Promise<{ held: () => number; open: () => Promise<void> }> {
  const held: Route[] = [];
  let isOpen = false;
  await page.route('**/offers/accept', async (route) => {
    if (isOpen || route.request().method() !== 'POST') return route.continue();
    held.push(route);
  });
  return {
    held: () => held.length,
    open: async () => {
      isOpen = true;
      await Promise.all(held.map((route) => route.continue()));
    },
  };
}

test('a double click charges once', async ({ page, shopper, store }) => {
  await shopper.reachOffer();
  const accepts = await gate(page);
  await shopper.accept.dblclick();
  await expect.poll(accepts.held).toBe(1);
  await accepts.open();
  await expect(shopper.status).toContainText(kDone);
  expect(accepts.held(), 'one request').toBe(1);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('Enter and a click together charge once', async ({ page, shopper, store }) => {
  await shopper.reachOffer();
  const accepts = await gate(page);
  await shopper.accept.focus();
  await page.keyboard.press('Enter');
  await shopper.accept.click({ force: true });
  await page.keyboard.press('Enter');
  await expect.poll(accepts.held).toBe(1);
  await accepts.open();
  await expect(shopper.status).toContainText(kDone);
  expect(accepts.held()).toBe(1);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('two tabs charge once, and both show that it was bought', async ({ page, context, shopper, store }) => {
  await shopper.reachOffer();
  const other = new Shopper(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.offer).toBeVisible();
  const gates = [await gate(page), await gate(other.page)];
  await Promise.all([shopper, other].map(({ accept }) => accept.evaluate((button: HTMLElement) => button.click())));
  await expect.poll(() => gates.map(({ held }) => held())).toEqual([1, 1]);
  await Promise.all(gates.map(({ open }) => open()));
  await expect(shopper.status).toContainText(kDone);
  await expect(other.status).toContainText(kDone);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
  expect(await store.receipts()).toHaveLength(1);
});

test('a reload before the answer arrives shows the state of the accept', async ({ page, shopper, store }) => {
  needs('bodies'); // to forward the request
  await shopper.reachOffer();
  let taken = false;
  await page.route('**/offers/accept', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch(); // the server gets the request, but the page gets no answer
    taken = true;
  });
  await shopper.press(shopper.accept);
  await expect.poll(() => taken).toBe(true);
  await page.reload();
  await expect(shopper.status).toContainText(kDone);
  await expect(shopper.offer).toHaveCount(0);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('after a lost answer the state is unknown, then found by the key', async ({ page, shopper, store, watch }) => {
  needs('bodies'); // to forward the request
  watch.expects(/offers\/accept/, /ERR_CONNECTION_FAILED/);
  await shopper.reachOffer();
  const keys: (string | undefined)[] = [];
  let forward: (() => void) | undefined;
  await page.route('**/offers/accept**', async (route) => {
    const request = route.request();
    if (request.method() === 'POST') {
      keys.push(request.headers()['idempotency-key']);
      await route.fetch();
      return route.abort('connectionfailed');
    }
    keys.push(new URL(request.url()).searchParams.get('key') ?? undefined);
    forward = () => void route.continue();
  });
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('You will not be charged twice.');
  await expect.poll(() => forward !== undefined).toBe(true);
  forward?.();
  await expect(shopper.status).toContainText(kDone);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size, 'one key').toBe(1);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('an accept that never reached the server is sent again with the same key', async ({
  page,
  shopper,
  store,
  watch,
}) => {
  watch.expects(/offers\/accept/, /ERR_CONNECTION_FAILED/);
  await shopper.reachOffer();
  const keys: (string | undefined)[] = [];
  await page.route('**/offers/accept', async (route) => {
    const request = route.request();
    if (request.method() === 'POST') {
      keys.push(request.headers()['idempotency-key']);
      if (keys.length === 1) return route.abort('connectionfailed');
    }
    return route.continue();
  });
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('That did not reach us. Nothing was charged.');
  expect(await store.charges()).toEqual([kOriginal]);
  await shopper.press(shopper.next.getByRole('button', { name: 'Try again' }));
  await expect(shopper.status).toContainText(kDone);
  expect(new Set(keys).size).toBe(1);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('a declined card leaves the order unchanged', async ({ page, shopper, store }) => {
  await shopper.reachOffer('knife-set', 'ok_then_declined');
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('The payment did not go through. Nothing was charged.');
  await expect(shopper.status).toContainText(/Your first order, \S+, stays as it was\./);
  expect(await store.charges()).toEqual([kOriginal, { amount: 2400, state: 'declined' }]);
  await page.reload();
  await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  await expect(shopper.total).toHaveText('£120.00');
  expect(await store.count('accept')).toBe(0);
});

test('if the bank asks, confirming adds the offer', async ({ page, shopper, store }) => {
  await shopper.reachOffer('knife-set', 'ok_then_action');
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Your bank asks you to confirm £24.00. Nothing has been charged');
  await shopper.press(page.getByRole('link', { name: 'Confirm with your bank' }));
  await expect(page).toHaveURL(/\/bank\//);
  expect(await store.charges()).toEqual([kOriginal, { amount: 2400, state: 'requires_action' }]);
  await shopper.press(page.getByRole('button', { name: 'Confirm £24.00' }));
  await expect(shopper.status).toContainText(kDone);
  await expect(shopper.total).toHaveText('£144.00');
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('if the bank asks, refusing charges nothing', async ({ page, shopper, store }) => {
  await shopper.reachOffer('knife-set', 'ok_then_action');
  await shopper.press(shopper.accept);
  await shopper.press(page.getByRole('link', { name: 'Confirm with your bank' }));
  await shopper.press(page.getByRole('button', { name: 'No, do not pay' }));
  await expect(page).toHaveURL(/\/thanks$/);
  await expect(shopper.status).toContainText('The payment did not go through. Nothing was charged.');
  await expect(shopper.total).toHaveText('£120.00');
  expect(await store.charges()).toEqual([kOriginal, { amount: 2400, state: 'declined' }]);
  await page.reload();
  await expect(page.locator('aftermint-offer[state=empty]'), 'it is said once').toHaveCount(1);
});

test('a payment that is processing is shown when it is complete', async ({ shopper, store }) => {
  await shopper.reachOffer('knife-set', 'ok_then_processing');
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('The payment is being processed. You do not have to wait here.');
  await expect(shopper.status).toContainText(kDone);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('a changed price must be accepted again, and only the new price is charged', async ({ shop, shopper, store }) => {
  await shopper.reachOffer();
  await shop.reopen(
    demoBook((book) => {
      entry(book.products, 'sharpener').price = 2600;
    }),
  );
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('The price is now £26.00. Nothing has been charged.');
  expect(await store.charges()).toEqual([kOriginal]);
  await shopper.press(shopper.next.getByRole('button', { name: 'Pay £26.00 now' }));
  await expect(shopper.status).toContainText('You paid £26.00 more.');
  await expect(shopper.total).toHaveText('£146.00');
  expect(await store.charges()).toEqual([kOriginal, { amount: 2600, state: 'succeeded' }]);
  expect(await store.receipts()).toMatchObject([{ price: '£26.00', label: 'Pay £26.00 now', amount: 2600 }]);
});

test('a product that has sold out is not charged', async ({ shop, shopper, store }) => {
  await shopper.reachOffer();
  await shop.reopen(
    demoBook((book) => {
      entry(book.products, 'sharpener').stock = 0;
    }),
  );
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('This is no longer available. Nothing was charged.');
  await expect(shopper.total).toHaveText('£120.00');
  expect(await store.charges()).toEqual([kOriginal]);
});

test('the undo button disappears when its time is over', async ({ page, shopper, store }) => {
  await page.clock.install();
  await shopper.reachOffer();
  await shopper.press(shopper.accept);
  await expect(shopper.undo).toBeEnabled();
  await page.clock.fastForward('14:30');
  await expect(shopper.undo).toBeEnabled();
  await shopper.undo.focus();
  await page.evaluate(() => {
    const text = document.querySelector('aftermint-offer')?.shadowRoot?.querySelector('[role=status]')?.firstChild;
    Object.assign(window, { text });
  });
  await page.clock.fastForward('00:31');
  await expect(shopper.undo).toHaveCount(0);
  await expect(shopper.status).toHaveText(
    /^Added to your order\. You paid £24\.00 more\.\s+Your order is now £144\.00\.$/,
  );
  const isSame = () => {
    const root = document.querySelector('aftermint-offer')?.shadowRoot;
    const text = root?.querySelector('[role=status]')?.firstChild;
    return [text === (window as { text?: unknown }).text, root?.activeElement?.id];
  };
  expect(await page.evaluate(isSame), 'the text node stays the same, and so does the focus').toEqual([true, 'card']);
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('an undo that the server refuses as too late changes nothing and says so', async ({ page, shopper, store }) => {
  await shopper.reachOffer();
  await shopper.press(shopper.accept);
  await page.route('**/offers/accept/undo', (route) => route.fulfill({ json: { status: 'undo_closed' } }));
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('The time to undo is over. It stays in your order.');
  await expect(shopper.total).toHaveText('£144.00');
  expect(await store.charges()).toEqual([kOriginal, kOffer]);
});

test('an undo that fails can be pressed again', async ({ page, shopper, store, watch }) => {
  watch.expects(/undo/, /503/);
  await shopper.reachOffer();
  await shopper.press(shopper.accept);
  await page.route('**/offers/accept/undo', (route) => route.fulfill({ status: 503 }), { times: 1 });
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('That could not be undone just now. Please try again.');
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone. You get £24.00 back.');
  expect(await store.charges()).toEqual([kOriginal, { amount: 2400, state: 'refunded' }]);
});
