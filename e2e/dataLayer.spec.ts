/** @file The script for Google Analytics: which GA4 events it pushes, and that it pushes each once. */
import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures.js';
import { demoBook, entry } from './lib/book.js';
import { DataLayer, kDataLayerTag } from './lib/dataLayer.js';
import { addToScriptTag } from './lib/scriptTag.js';
import { Shopper } from './lib/shopper.js';

const test = base.extend<{ layer: DataLayer }>({
  head: kDataLayerTag,
  layer: async ({ context }, use) => use(await DataLayer.of(context)),
});

const kDone = 'Added to your order. You paid £24.00 more.';
const kGuards = { promotion_id: 'guards-with-set', promotion_name: 'guards-with-set', creative_slot: 'checkout' };
const kSharpener = {
  promotion_id: 'sharpener-after-knife',
  promotion_name: 'sharpener-after-knife',
  creative_slot: 'post_purchase',
};
const kGuardItems = [{ item_id: 'blade-guard', quantity: 3, price: 6, ...kGuards }];
const kSharpenerItems = [{ item_id: 'sharpener', quantity: 1, price: 24, ...kSharpener }];

/** The events caused by presses. Whether an offer was visible for a second depends on the speed of the machine. */
const pressed = (layer: DataLayer) => layer.names.filter((name) => name !== 'view_promotion');
const orderOf = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? '';
const kept = (page: Page) => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort());

test('the whole journey is pushed in order, each event after one that clears the previous', async ({
  page,
  layer,
  shopper,
}) => {
  await shopper.choose('knife-set');
  await shopper.bump.scrollIntoViewIfNeeded();
  await expect.poll(() => layer.names).toEqual(['view_promotion']);
  await shopper.tick.check();
  await shopper.tick.uncheck();
  await shopper.tick.check();
  await shopper.fillIn();
  await shopper.pay();
  const order = orderOf(page);
  await shopper.offer.scrollIntoViewIfNeeded();
  await expect.poll(() => layer.names.filter((name) => name === 'view_promotion')).toHaveLength(2);
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText(kDone);
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone.');
  const sale = { transaction_id: `${order}/sharpener-after-knife`, currency: 'GBP', value: 24, items: kSharpenerItems };
  const told = [
    { event: 'view_promotion', ecommerce: { currency: 'GBP', ...kGuards, items: kGuardItems } },
    { event: 'select_promotion', ecommerce: { currency: 'GBP', ...kGuards, items: kGuardItems } },
    { event: 'add_to_cart', ecommerce: { currency: 'GBP', value: 18, items: kGuardItems } },
    { event: 'remove_from_cart', ecommerce: { currency: 'GBP', value: 18, items: kGuardItems } },
    { event: 'add_to_cart', ecommerce: { currency: 'GBP', value: 18, items: kGuardItems } },
    { event: 'view_promotion', ecommerce: { currency: 'GBP', ...kSharpener, items: kSharpenerItems } },
    { event: 'select_promotion', ecommerce: { currency: 'GBP', ...kSharpener, items: kSharpenerItems } },
    { event: 'purchase', ecommerce: sale },
    { event: 'refund', ecommerce: sale },
  ];
  await expect.poll(() => layer.entries).toEqual(told.flatMap((event) => [{ ecommerce: null }, event]));
});

test('a promotion is pushed with the exposure, and not as soon as it is rendered', async ({
  layer,
  page,
  shopper,
  store,
}) => {
  await page.clock.install();
  await shopper.reachOffer();
  expect(layer.names).toEqual([]);
  await page.clock.runFor(2000);
  await shopper.offer.scrollIntoViewIfNeeded();
  await page.clock.runFor(2000);
  await expect.poll(() => layer.names).toEqual(['view_promotion']);
  await page.clock.resume();
  await expect.poll(() => store.happened()).toContain('exposure post_purchase');
});

test('reloads, going back and another visit push nothing twice', async ({ layer, page, shopper, store }) => {
  await shopper.reachOffer();
  await shopper.offer.scrollIntoViewIfNeeded();
  await expect.poll(() => layer.names).toEqual(['view_promotion']);
  const thanks = page.url();
  await page.reload();
  await shopper.offer.scrollIntoViewIfNeeded();
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText(kDone);
  const bought = ['view_promotion', 'select_promotion', 'purchase'];
  await expect.poll(() => layer.names).toEqual(bought);
  for (let count = 0; count < 5; count += 1) {
    await page.reload();
    await expect(shopper.status).toContainText(kDone);
  }
  await shopper.openOrder();
  await page.goBack();
  await expect(shopper.status).toContainText(kDone);
  await page.goto(thanks);
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone.');
  await expect.poll(() => layer.names, 'pushed because no other tab has').toContain('refund');
  await page.reload();
  await expect(page.locator('aftermint-offer[state=empty]')).toHaveCount(1);
  expect(layer.names).toEqual([...bought, 'refund']);
  expect(layer.of('refund')[0]?.items, 'also for what was bought on an earlier page').toEqual(kSharpenerItems);
  expect(await store.count('accept')).toBe(1);
});

test('if a later page gets the answer to an accept, it pushes the purchase once', async ({ layer, page, shopper }) => {
  await shopper.reachOffer();
  let taken = false;
  await page.route('**/offers/accept', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch(); // the server gets the request, but the page gets no answer
    taken = true;
  });
  await shopper.press(shopper.accept);
  await expect.poll(() => taken).toBe(true);
  expect(layer.of('purchase')).toEqual([]);
  for (let count = 0; count < 2; count += 1) {
    await page.reload();
    await expect(shopper.status).toContainText(kDone);
    await expect.poll(() => layer.of('purchase')).toHaveLength(1);
  }
  expect(layer.of('purchase')[0]).toMatchObject({ value: 24, items: kSharpenerItems });
});

test('two tabs that buy at the same time push one purchase and one refund', async ({
  context,
  layer,
  page,
  shopper,
}) => {
  await shopper.reachOffer();
  const other = new Shopper(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.offer).toBeVisible();
  await Promise.all([shopper, other].map(({ accept }) => accept.evaluate((button: HTMLElement) => button.click())));
  await expect(shopper.status).toContainText(kDone);
  await expect(other.status).toContainText(kDone);
  await expect.poll(() => layer.of('purchase')).toHaveLength(1);
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone.');
  await other.press(other.undo);
  await expect(other.status).toContainText('Undone.');
  await expect.poll(() => layer.of('refund')).toHaveLength(1);
  // Each tab pushes inside a lock. When the test gets the lock, the tab that was first has pushed.
  for (const tab of [page, other.page]) {
    await tab.evaluate(async () => {
      const { held = [] } = await navigator.locks.query();
      await Promise.all(held.map(({ name = '' }) => navigator.locks.request(name, () => undefined)));
    });
  }
  expect([layer.of('purchase').length, layer.of('refund').length]).toEqual([1, 1]);
});

test('a failed undo pushes nothing, and a second try pushes one refund', async ({ layer, page, shopper, watch }) => {
  watch.expects(/ERR_CONNECTION_FAILED/);
  await shopper.reachOffer();
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText(kDone);
  let times = 0;
  await page.route('**/offers/accept/undo', (route) => {
    times += 1;
    return times === 1 ? route.abort('connectionfailed') : route.continue();
  });
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('That could not be undone just now.');
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone.');
  await expect.poll(() => pressed(layer)).toEqual(['select_promotion', 'purchase', 'refund']);
});

test('a declined card pushes no purchase, and “No thank you” pushes nothing', async ({ layer, shopper }) => {
  await shopper.reachOffer('knife-set', 'ok_then_declined');
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Nothing was charged.');
  await shopper.reachOffer('hand-balm');
  await shopper.press(shopper.decline);
  await expect(shopper.offer).toHaveCount(0);
  expect(pressed(layer)).toEqual(['select_promotion']);
});

test('an upgrade is pushed as a purchase of the difference', async ({ layer, page, shopper }) => {
  await shopper.reachOffer('hand-balm');
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Your order is now £31.00.');
  const promotion = { promotion_id: 'balm-step-up', promotion_name: 'balm-step-up', creative_slot: 'post_purchase' };
  await expect
    .poll(() => layer.of('purchase'))
    .toEqual([
      {
        transaction_id: `${orderOf(page)}/balm-step-up`,
        currency: 'GBP',
        value: 7,
        items: [{ item_id: 'hand-balm-large', quantity: 1, price: 7, ...promotion }],
      },
    ]);
});

test('a bundle is pushed before its form leaves the page', async ({ layer, page }) => {
  await page.goto('/products/oak-board');
  await page.locator('aftermint-bundle [part~=accept]').click();
  await expect(page).toHaveURL(/\/checkout$/);
  await expect.poll(() => pressed(layer)).toEqual(['select_promotion', 'add_to_cart']);
  expect(layer.of('add_to_cart')[0]).toMatchObject({ value: 12, items: [{ item_id: 'board-wax', price: 12 }] });
});

test('an offer as a link is pushed as selected when it is followed', async ({ layer, page, shopper }) => {
  await shopper.reachOffer('knife-set', 'ok_once');
  await shopper.offer.scrollIntoViewIfNeeded();
  await expect.poll(() => layer.names).toEqual(['view_promotion']);
  await shopper.press(shopper.accept);
  await expect(page).toHaveURL(/\/products\/sharpener/);
  await expect.poll(() => layer.names).toEqual(['view_promotion', 'select_promotion']);
  expect(layer.events.map(({ ecommerce }) => ecommerce.creative_slot)).toEqual(['thank_you', 'thank_you']);
});

test('an owner’s preview pushes nothing', async ({ layer, page, shopper }) => {
  await page.clock.install();
  await addToScriptTag(page, { preview: 'sharpener-headline=ten-strokes' });
  await shopper.choose();
  await shopper.bump.scrollIntoViewIfNeeded();
  await page.clock.runFor(2000);
  await shopper.tick.check();
  await shopper.fillIn('ok_once');
  await shopper.pay();
  await shopper.offer.scrollIntoViewIfNeeded();
  await page.clock.runFor(2000);
  await shopper.press(shopper.accept);
  await expect(page).toHaveURL(/\/products\/sharpener/);
  expect(layer.entries).toEqual([]);
});

for (const how of ['the page asks for consent', 'the browser sends Global Privacy Control']) {
  test(`if ${how}, nothing is stored, and a purchase is still pushed once`, async ({ layer, page, shopper }) => {
    if (how.startsWith('the page')) await addToScriptTag(page, { consent: 'required' });
    else {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
      });
    }
    await shopper.choose();
    await shopper.tick.check();
    await shopper.bump.scrollIntoViewIfNeeded();
    await expect.poll(() => layer.names).toContain('view_promotion');
    expect(await kept(page)).toEqual([]);
    await shopper.fillIn();
    await shopper.pay();
    await shopper.press(shopper.accept);
    await expect(shopper.status).toContainText(kDone);
    await expect.poll(() => layer.of('purchase'), 'it is pushed before the page is left').toHaveLength(1);
    await page.reload();
    await expect(shopper.status).toContainText(kDone);
    expect(layer.of('purchase')).toHaveLength(1);
    expect(await kept(page), 'only the accept is stored, so that it is not bought twice').toEqual([
      'aftermint.accepts.1',
    ]);
  });
}

const kOdd: [what: string, make: () => void][] = [
  ['frozen', () => Object.assign(window, { dataLayer: Object.freeze([]) })],
  ['no list', () => Object.assign(window, { dataLayer: 'GTM-1' })],
  [
    'one that throws',
    () =>
      Object.defineProperty(window, 'dataLayer', {
        get: () => {
          throw new Error('no');
        },
      }),
  ],
  ['a constant `undefined`', () => Object.defineProperty(window, 'dataLayer', { value: undefined })],
];
for (const [what, make] of kOdd) {
  test(`a data layer that is ${what} stays unchanged, and the offers work`, async ({ page, shopper }) => {
    await page.addInitScript(make);
    await shopper.reachOffer();
    await shopper.press(shopper.accept);
    await expect(shopper.status).toContainText(kDone);
    // The fixture `watch` checks that nothing is thrown or logged.
  });
}

test.describe('the tag', () => {
  test.use({ head: kDataLayerTag.repeat(2).replace('"dataLayer"', '"gtmEvents"') });

  test('names the data layer, creates it if needed, and counts once if it is there twice', async ({
    page,
    shopper,
  }) => {
    await shopper.choose();
    const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window));
    await expect(shopper.bump).toBeVisible();
    const before = new Set(await globals());
    await shopper.tick.check();
    const named = (await globals()).filter((name) => !before.has(name));
    expect(named).toHaveLength(1);
    expect(['gtmEvents', 'dataLayer']).toContain(named[0]);
    const entries = await page.evaluate(
      (name) => (window as unknown as Record<string, unknown[]>)[name],
      named[0] ?? '',
    );
    expect((entries ?? []).slice(-4)).toMatchObject([
      { ecommerce: null },
      { event: 'select_promotion' },
      { ecommerce: null },
      { event: 'add_to_cart' },
    ]);
  });
});

test.describe('a price that changes while the shopper looks at it', () => {
  const book = demoBook();
  test.use({ book });

  test('is pushed as it was paid', async ({ layer, shop, shopper }) => {
    await shopper.reachOffer();
    const dearer = structuredClone(book);
    entry(dearer.offers, 'sharpener-after-knife').price = { kind: 'fixed', amount: 2500 };
    await shop.reopen(dearer);
    await shopper.press(shopper.accept);
    await expect(shopper.status).toContainText('The price is now £25.00.');
    await shopper.press(shopper.next.locator('[part~=accept]'));
    await expect(shopper.status).toContainText('You paid £25.00 more.');
    await expect.poll(() => pressed(layer)).toEqual(['select_promotion', 'purchase']);
    expect(layer.of('purchase')[0]).toMatchObject({ value: 25, items: [{ item_id: 'sharpener', price: 25 }] });
  });
});
