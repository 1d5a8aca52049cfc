/** @file A book in shards gives the same offers as a whole one, and fails as safely. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { demoBook } from './lib/book.js';
import { settledRect, rects, watchRects } from './lib/payButtonRects.js';
import { Shop } from './lib/shop.js';

const kShards = 64; // more than the demo has products, so that hardly two share a shard

/** The files of the book that this page requested, and whether they came from the network. */
const bookRequests = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/shards\/|\/book\.json/.test(name))
      .map((entry) => {
        const { name, transferSize } = entry as PerformanceResourceTiming;
        const path = new URL(name).pathname.replace(/[0-9a-f]{16}/, 'GROUP');
        return `${path.replace(/\d+\.json/, 'N.json')}${transferSize === 0 ? ' kept' : ''}`;
      })
      .sort(),
  );

/** Changes the order of the bump without a reload, as a single-page app does. */
function order(page: Page, prices: [string, number][]): Promise<void> {
  const lines = prices.map(([product, price]) => ({ product, quantity: 1, price }));
  const text = JSON.stringify({ currency: 'GBP', lines });
  return page.locator('aftermint-bump').evaluate((bump, changed) => bump.setAttribute('order', changed), text);
}

test.describe('a book in shards', () => {
  test.use({ shards: kShards });

  test('makes the same offers as the whole book, with one request per product', async ({ page, shopper, shop }) => {
    await shopper.choose('knife-set');
    await expect(shopper.bump).toBeVisible();
    const drawn = await shopper.bump.innerHTML();
    // The product page has requested the same shard and may already have it.
    const names = (await bookRequests(page)).map((name) => name.replace(' kept', ''));
    expect(names).toEqual(['/shards/GROUP/N.json', '/shards/book.json']);

    await shopper.fillIn();
    await shopper.pay();
    await expect(shopper.offer).toContainText('Tern two-step sharpener');
    await shopper.press(shopper.accept);
    await expect(shopper.status).toContainText('Added to your order. You paid £24.00 more.');

    const whole = await Shop.open();
    try {
      expect(new URL(whole.url).port).not.toBe(new URL(shop.url).port);
      const context = page.context().browser();
      const other = await (await context?.newContext({ baseURL: whole.url, locale: 'en-GB' }))?.newPage();
      if (!other) throw new Error('no second window');
      await other.goto('/products/knife-set');
      await other.getByRole('button', { name: 'Add to the basket' }).click();
      const bump = other.locator('aftermint-bump [part~=bump]');
      await expect(bump).toBeVisible();
      expect(await bump.innerHTML()).toBe(drawn);
      expect(await bookRequests(other)).toEqual(['/book.json']);
      await other.context().close();
    } finally {
      await whole.close();
    }
  });

  test('is fetched once: a second page view uses the browser’s cache', async ({ page, shopper }) => {
    await shopper.choose('knife-set');
    await expect(shopper.bump).toBeVisible();
    await page.goto('/checkout');
    await expect(shopper.bump).toBeVisible();
    expect(await bookRequests(page)).toEqual(['/shards/GROUP/N.json kept', '/shards/book.json']);
  });

  test('is extended by the shards of new products in an order', async ({ page, shopper }) => {
    await shopper.choose('knife-set');
    await expect(shopper.bump).toContainText('Arden three-knife set');
    await order(page, [
      ['oak-board', 5800],
      ['oak-board', 0],
      ['größe, ../nowhere', 0],
    ]);
    await expect(shopper.bump).toContainText('board');
    const parts = (await bookRequests(page)).filter((path) => path.startsWith('/shards/GROUP'));
    expect(parts, 'the shards of the knives, the board, and the unknown product').toHaveLength(3);
    await order(page, [['knife-set', 12000]]);
    await expect(shopper.bump).toContainText('Arden three-knife set');
    await order(page, []);
    await expect(shopper.bump).toHaveCount(0);
    expect((await bookRequests(page)).length, 'nothing more is requested').toBe(4);
  });
});

interface Fault {
  when: string;
  cause: (page: Page) => Promise<unknown>;
  reason: string;
  noise?: RegExp[];
}

const kDeadline = 1_500;

const faults: Fault[] = [
  {
    when: 'a shard is missing',
    cause: (page) => page.route('**/shards/*/*.json', (route) => route.fulfill({ status: 404, body: 'gone' })),
    reason: 'book_fetch',
    noise: [/shards/, /404/],
  },
  {
    when: 'a shard is cut off',
    cause: (page) =>
      page.route('**/shards/*/*.json', async (route) => {
        const response = await route.fetch();
        const body = await response.text();
        await route.fulfill({ response, body: body.slice(0, body.length / 2) });
      }),
    reason: 'book_fetch',
  },
  {
    when: 'a shard breaks the rules of a book',
    cause: (page) =>
      page.route('**/shards/*/*.json', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(/"price":\d+,/, '"price":"free",') });
      }),
    reason: 'book_schema /products/0/price',
  },
  {
    when: 'a shard is late',
    cause: (page) =>
      page.route('**/shards/*/*.json', async (route) => {
        const response = await route.fetch();
        setTimeout(() => void route.fulfill({ response }), kDeadline + 200);
      }),
    reason: 'deadline',
  },
  {
    when: 'the head is cut off',
    cause: (page) =>
      page.route('**/shards/book.json', (route) => route.fulfill({ body: '{"shards":{"count":64,"groups":["' })),
    reason: 'book_fetch',
  },
];

const kInAHurry = demoBook((book) => {
  book.policy.deadlineMs = kDeadline;
});

test.describe('an order that changes', () => {
  test.use({ shards: kShards, book: kInAHurry });

  test('gets no offer if its shards are late, but the next order does', async ({ page, shopper, store }) => {
    await shopper.choose('knife-set');
    await expect(shopper.bump).toBeVisible();
    await page.route('**/shards/*/*.json', async (route) => {
      const response = await route.fetch();
      setTimeout(() => void route.fulfill({ response }), kDeadline + 200);
    });
    await order(page, [['oak-board', 5800]]);
    await expect.poll(() => store.faults()).toEqual(['deadline']);
    await expect(shopper.bump).toHaveCount(0);
    await order(page, [['knife-set', 12000]]);
    await expect(shopper.bump).toContainText('Arden three-knife set');
  });
});

test.describe('a shopper buys as usual when', () => {
  test.use({ shards: kShards, book: kInAHurry });

  for (const { when, cause, reason, noise } of faults) {
    test(when, async ({ page, shopper, store, watch }) => {
      watch.expects(...(noise ?? []));
      await cause(page);
      await watchRects(page);
      await shopper.choose('knife-set');
      const first = await settledRect(page);
      const presses = shopper.presses;
      await shopper.fillIn();
      await expect.poll(() => store.faults(), 'one fault event is sent').toEqual([reason]);
      await expect(shopper.bump).toHaveCount(0);
      expect(await rects(page), 'the pay button does not move after the first paint').toEqual([first]);
      await shopper.pay();
      expect(shopper.presses - presses, 'as many presses as without us: one card, one button').toBe(2);
      expect(await store.orders()).toEqual([{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
    });
  }
});
