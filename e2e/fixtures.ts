// What every test stands on: a shop of its own, a shopper in it, and a watch on what pages do unasked.
import { test as base, expect } from '@playwright/test';
import type { Book } from './lib/book.js';
import { Shop } from './lib/shop.js';
import { Shopper } from './lib/shopper.js';
import type { Store } from './lib/store.js';
import { Watch } from './lib/watch.js';

interface Fixtures {
  /** The book the shop opens with; null: the demo's. */
  book: Book | null;
  /** In how many shards pages load the book; 0: whole. */
  shards: number;
  /** What the merchant has in the head of every page besides. */
  head: string;
  shop: Shop;
  /** What the server wrote down. */
  store: Store;
  /** Fails the test for every error, console word, failed or foreign request that it did not declare. */
  watch: Watch;
  shopper: Shopper;
}

export const test = base.extend<Fixtures>({
  book: [null, { option: true }],
  shards: [0, { option: true }],
  head: ['', { option: true }],
  shop: async ({ book, shards, head }, use) => {
    const shop = await Shop.open(book ?? undefined, shards, head);
    await use(shop);
    await shop.close();
  },
  baseURL: async ({ shop }, use) => {
    await use(shop.url);
  },
  store: async ({ shop }, use) => {
    await use(shop.store);
  },
  watch: [
    async ({ browser, browserName, context, shop }, use, testInfo) => {
      testInfo.annotations.push({ type: 'browser', description: `${browserName} ${browser.version()}` });
      const watch = new Watch(context, () => shop.url);
      await use(watch);
      expect(watch.unexpected(), 'what the pages did that no test asked for').toEqual([]);
    },
    { auto: true },
  ],
  shopper: async ({ page }, use) => {
    await use(new Shopper(page));
    // A page may still ask for things when its test is over; what then fails is no failure of the test.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
});

/** What a browser's driver cannot do; a test that needs it is skipped there and says why. */
const kCannot: Partial<Record<string, Record<string, string>>> = {
  firefox: {
    bodies: 'Firefox’s WebDriver BiDi does not give the body of a request',
    'layout shifts': 'Firefox does not tell of layout shifts',
  },
};

/** Inside a test: what it needs of the browser's driver. */
export function needs(what: 'bodies' | 'layout shifts'): void {
  const why = kCannot[test.info().project.use.browserName ?? '']?.[what];
  test.skip(why !== undefined, why);
}

export { expect };
