// What every test in WebKit stands on: a shop of its own behind a relay, a shopper in it, and what pages did unasked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Book, demoBook } from '../../lib/book.js';
import { Heard } from '../../lib/heard.js';
import { Shop } from '../../lib/shop.js';
import type { Store } from '../../lib/store.js';
import { Relay } from './relay.js';
import { Session, type SessionOptions, whatIsMissing } from './session.js';
import { Shopper } from './shopper.js';
import { WebKit } from './webkit.js';

export interface Given {
  shop: Shop;
  /** What the server wrote down. */
  store: Store;
  /** Changes what the pages are answered. */
  relay: Relay;
  webkit: WebKit;
  shopper: Shopper;
  /** Fails the test for every error, console word, dialog and foreign request that it did not declare. */
  heard: Heard;
}

const kSize = [1024, 800] as const;

/** Journeys of a file, in one browser one after the other: a driver holds one session. */
export function journeysIn(options: SessionOptions = {}) {
  const missing = whatIsMissing();
  if (missing && process.env.CI !== undefined) throw new Error(missing);
  let session: Session;

  before(async () => {
    if (!missing) session = await Session.open(options);
  });
  after(() => session?.close());

  return (name: string, work: (given: Given) => Promise<void>, book: Book = demoBook()): void => {
    test(name, { skip: missing || false, timeout: 60_000 }, async (t) => {
      t.diagnostic(`browser WebKitGTK ${session.version}`);
      const shop = await Shop.open(book);
      const heard = new Heard();
      const relay = new Relay(() => shop.url, heard);
      await relay.open();
      const webkit = new WebKit(session.driver);
      try {
        await webkit.resize(...kSize);
        await work({ shop, store: shop.store, relay, webkit, shopper: new Shopper(webkit, relay.url), heard });
        assert.deepEqual(heard.unexpected(), [], 'what the pages did that no test asked for');
      } finally {
        await session.driver.manage().deleteAllCookies();
        await session.driver.get('about:blank');
        relay.close();
        await shop.close();
      }
    });
  };
}
