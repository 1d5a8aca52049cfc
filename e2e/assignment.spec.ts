/** @file Visitors are assigned at the decision, alike in every arm and in the holdout; using an offer proves it seen. */
import type { Page } from '@playwright/test';
import { expect, needs, test } from './fixtures.js';
import { demoBook } from './lib/book.js';
import { addToScriptTag } from './lib/scriptTag.js';
import type { EventData, Store } from './lib/store.js';

const kPageView = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/;

/** The assignments at a placement, once there is one. */
async function assignedAt(store: Store, placement: string): Promise<EventData[]> {
  const found = async () => (await store.dataOf('assignment')).filter((data) => data.placement === placement);
  await expect.poll(async () => (await found()).length).toBeGreaterThan(0);
  return found();
}

/** The id of the order on the page after payment. */
const orderOf = (page: Page) => /orders\/([^/]+)\//.exec(page.url())?.[1] ?? '';

/** Makes nothing ever visible for a second, so that only a click can prove that an offer was seen. */
const neverExposed = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, {
      IntersectionObserver: class extends IntersectionObserver {
        override observe() {}
      },
    });
  });

/** Makes the shop one that gives no visitor ids. */
const withoutShopIds = (page: Page) =>
  page.addInitScript(() => {
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      return name === 'visitor' && this.localName.startsWith('aftermint-') ? null : read.call(this, name);
    };
  });

/** A book with one bump, and everybody in one arm of an experiment on its price. */
const oneBump = (arm: string, holdoutBps = 0) =>
  demoBook((book) => {
    book.offers = book.offers.filter(({ id }) => id === 'guards-with-set');
    const weightBps = (id: string) => (id === arm ? 10000 : 0);
    book.experiments = [
      {
        id: 'guard-price',
        offer: 'guards-with-set',
        variable: 'price',
        arms: [
          { id: 'usual', weightBps: weightBps('usual') },
          // Outside of the price band, so that this arm shows nothing.
          { id: 'dear', weightBps: weightBps('dear'), price: { kind: 'fixed', amount: 9000 } },
        ],
      },
    ];
    book.holdout = { shareBps: holdoutBps, seed: 's' };
  });

for (const [who, arm, holdoutBps] of [
  ['a visitor of the arm that shows the bump', 'usual', 0],
  ['a visitor of the arm that shows nothing', 'dear', 0],
  ['a visitor of the holdout, in the arm that would show the bump', 'usual', 10000],
  ['a visitor of the holdout, in the arm that would show nothing', 'dear', 10000],
] as const) {
  test.describe(who, () => {
    test.use({ book: oneBump(arm, holdoutBps) });

    test('is assigned at the decision, with the same data as everybody', async ({ page, shopper, store }) => {
      await neverExposed(page);
      await shopper.choose();
      const [data, ...more] = await assignedAt(store, 'checkout');
      expect(more).toEqual([]);
      const { key, order, visitor, sentAt: _, ...rest } = data as EventData & { sentAt: string };
      expect(rest).toEqual({
        offer: 'guards-with-set',
        placement: 'checkout',
        currency: 'GBP',
        before: 12000,
        holdout: holdoutBps > 0,
        arms: [{ experiment: 'guard-price', arm }],
      });
      expect(key).toMatch(new RegExp(`^${order}/guards-with-set/checkout/assignment/[0-9a-z]+$`));
      expect(visitor).toMatch(/./);
      await expect(shopper.bump).toHaveCount(arm === 'usual' && holdoutBps === 0 ? 1 : 0);
      expect(await store.count('exposure')).toBe(0);
      expect(await store.count('control')).toBe(0);
    });
  });
}

test('a bump that does not fit its space is assigned', async ({ page, shopper, store }) => {
  await page.route('**/shop.css', async (route) => {
    const response = await route.fetch();
    const body = `${await response.text()}.promises { display: none } aftermint-bump::before { padding-block-start: 3rem !important }`;
    await route.fulfill({ response, body });
  });
  await shopper.choose();
  await expect.poll(() => store.faults()).toEqual(['no_room']);
  await expect(shopper.bump).toHaveCount(0);
  expect(await assignedAt(store, 'checkout')).toMatchObject([{ offer: 'guards-with-set', before: 12000 }]);
});

test('an element that leaves the one offer to another is assigned', async ({ page, shopper, store }) => {
  await shopper.choose();
  await expect(shopper.bump).toBeVisible();
  const reason = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const bundle = Object.assign(document.createElement('aftermint-bundle'), {
          product: 'oak-board',
          order: { currency: 'GBP', lines: [] },
        });
        bundle.addEventListener('aftermint-empty', (event) => resolve((event as CustomEvent).detail.reason));
        document.querySelector('form')?.append(bundle);
      }),
  );
  expect(reason).toBe('one_offer');
  expect(await assignedAt(store, 'product_page')).toMatchObject([{ holdout: false, before: 0, arms: [] }]);
});

for (const why of ['consent', 'Global Privacy Control']) {
  test(`without visitor ids by ${why}, the order is the unit and nothing is stored`, async ({
    page,
    shopper,
    store,
  }) => {
    await withoutShopIds(page);
    if (why === 'consent') await addToScriptTag(page, { consent: 'required' });
    else await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    await page.goto('/products/oak-board');
    const [bundle] = await assignedAt(store, 'product_page');
    expect(bundle?.visitor, 'there is no order yet').toMatch(kPageView);
    expect(bundle?.key.split('/')[0]).toBe(bundle?.visitor);

    await shopper.reachOffer();
    const unit = `order:${orderOf(page)}`;
    expect(await assignedAt(store, 'checkout')).toMatchObject([{ visitor: unit }]);
    expect(await assignedAt(store, 'post_purchase')).toMatchObject([{ visitor: unit, order: orderOf(page) }]);
    await page.reload();
    await shopper.press(shopper.decline);
    await expect.poll(() => store.count('decline')).toBe(1);
    expect(await assignedAt(store, 'post_purchase'), 'once, however often the page is visited').toHaveLength(1);
    const after = [...(await store.dataOf('exposure')), ...(await store.dataOf('decline'))];
    expect(after.filter(({ placement }) => placement === 'post_purchase').map(({ visitor }) => visitor)).toEqual([
      unit,
      unit,
    ]);
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('aftermint.')));
    expect(kept, 'only the decline of this order').toEqual(['aftermint.order-declines.1']);
  });
}

test('without visitor ids, the accept names the order as its unit', async ({ page, shopper }) => {
  needs('bodies');
  await withoutShopIds(page);
  await addToScriptTag(page, { consent: 'required' });
  await shopper.reachOffer();
  const request = page.waitForRequest((each) => each.method() === 'POST' && each.url().endsWith('/offers/accept'));
  await shopper.press(shopper.accept);
  expect((await request).postDataJSON()).toMatchObject({ visitor: `order:${orderOf(page)}` });
});

test('a visitor is assigned once for an order, and in every view of a page without an order', async ({
  page,
  shopper,
  store,
}) => {
  await page.goto('/products/oak-board');
  const [first] = await assignedAt(store, 'product_page');
  await page.reload();
  await expect.poll(async () => (await assignedAt(store, 'product_page')).length).toBe(2);
  const [, second] = await assignedAt(store, 'product_page');
  expect(second).toEqual({ ...first, key: second?.key, sentAt: expect.any(String) });

  await shopper.reachOffer();
  await assignedAt(store, 'post_purchase');
  await page.reload();
  await expect(shopper.offer).toBeVisible();
  await shopper.openOrder(); // leaving the page sends what waits
  expect(await assignedAt(store, 'post_purchase')).toHaveLength(1);
});

test('a quick “No thank you” counts as seen, and the exposure comes first', async ({ page, shopper, store }) => {
  await neverExposed(page);
  await shopper.reachOffer();
  await shopper.press(shopper.decline);
  await expect.poll(() => store.count('decline')).toBe(1);
  const after = (await store.events()).filter(({ placement }) => placement === 'post_purchase');
  expect(after.map(({ type }) => type)).toEqual(['assignment', 'exposure', 'decline']);
});

test('a quick accept counts as seen', async ({ page, shopper, store }) => {
  await neverExposed(page);
  await shopper.reachOffer();
  await shopper.press(shopper.accept);
  await expect(shopper.status).toContainText('Added to your order.');
  await expect.poll(() => store.happened()).toContain('exposure post_purchase');
});

test('following the link of an offer counts as seen, and the exposure comes first', async ({
  page,
  shopper,
  store,
}) => {
  await neverExposed(page);
  await shopper.reachOffer('knife-set', 'ok_once');
  await shopper.press(shopper.accept);
  await expect(page).toHaveURL(/\/products\/sharpener/);
  await expect.poll(() => store.happened()).toContain('accept thank_you');
  const types = (await store.events()).filter(({ placement }) => placement === 'thank_you').map(({ type }) => type);
  expect(types.indexOf('exposure')).toBeGreaterThan(-1);
  expect(types.indexOf('exposure')).toBeLessThan(types.indexOf('accept'));
});

test('a tick within a second counts as seen, once, also for the frequency cap', async ({ page, shopper, store }) => {
  await neverExposed(page);
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const name of ['seen', 'change']) addEventListener(`aftermint-${name}`, () => told.push(name));
  });
  await shopper.choose();
  await shopper.tick.check();
  await shopper.tick.uncheck();
  await shopper.tick.check();
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
    'seen',
    'change',
    'change',
    'change',
  ]);
  const seen = await page.evaluate(() => JSON.parse(localStorage.getItem('aftermint.seen.1') ?? '[]') as object[]);
  expect(seen).toMatchObject([{ offer: 'guards-with-set' }]);
  await expect.poll(() => store.count('exposure')).toBe(1);
});

test('adding a bundle counts as seen', async ({ page, store }) => {
  await neverExposed(page);
  await page.goto('/products/oak-board');
  await page.locator('aftermint-bundle [part~=accept]').click();
  await expect(page).toHaveURL(/\/checkout$/);
  await expect.poll(() => store.happened()).toContain('exposure product_page');
});
