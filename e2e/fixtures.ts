/** @file The fixtures of every test: its own shop, a shopper, the store, and a watch for unexpected actions of pages. */
import { test as base, expect } from '@playwright/test';
import type { Book } from './lib/book.js';
import { Shop } from './lib/shop.js';
import { Shopper } from './lib/shopper.js';
import { steadyGoto } from './lib/steadyGoto.js';
import type { Store } from './lib/store.js';
import { Watch } from './lib/watch.js';

interface Fixtures {
  /** The book of the shop; null: the demo's. */
  book: Book | null;
  /** Number of shards of the book; 0: not in shards. */
  shards: number;
  /** HTML that is added to the head of every page. */
  head: string;
  shop: Shop;
  /** What the server has stored. */
  store: Store;
  /** Fails the test for every undeclared error, console message, failed request or request to another host. */
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
  context: async ({ context }, use) => {
    context.on('page', steadyGoto);
    await use(context);
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
      // While a shop restarts, the page may send events that do not arrive.
      if (shop.restarts > 0) watch.expects(/^request failed: \/events /, /CONNECTION_REFUSED/);
      expect(watch.unexpected(), 'unexpected actions of the pages').toEqual([]);
    },
    { auto: true },
  ],
  shopper: async ({ page }, use) => {
    await use(new Shopper(page));
    // A page may still send requests after its test has ended. If they fail, the test has not failed.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
});

/** What a browser's driver cannot do. Tests that need it are skipped with this reason. */
const kCannot: Partial<Record<string, Record<string, string>>> = {
  firefox: {
    bodies: 'Firefox’s WebDriver BiDi does not give the body of a request',
    'layout shifts': 'Firefox does not report layout shifts',
  },
};

/** Call it inside a test that needs this from the browser's driver. */
export function needs(what: 'bodies' | 'layout shifts'): void {
  const why = kCannot[test.info().project.use.browserName ?? '']?.[what];
  test.skip(why !== undefined, why);
}

export { expect };
