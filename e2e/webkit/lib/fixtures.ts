/** @file The fixtures of every test in WebKit: its own shop behind a relay, a shopper, and a watch for unexpected actions. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Book, demoBook } from '../../lib/book.js';
import { ActionLog } from '../../lib/actionLog.js';
import { Shop } from '../../lib/shop.js';
import type { Store } from '../../lib/store.js';
import { Relay } from './relay.js';
import { Session, type SessionOptions, whatIsMissing } from './session.js';
import { Shopper } from './webkitShopper.js';
import { WebKit } from './webkit.js';

export interface Given {
  shop: Shop;
  /** What the server has stored. */
  store: Store;
  /** Changes the answers that pages get. */
  relay: Relay;
  webkit: WebKit;
  shopper: Shopper;
  /** Fails the test for every undeclared error, console message, dialog or request to another host. */
  watch: ActionLog;
}

const kSize = [1024, 800] as const;

/** Runs the journeys of a file one after another in one browser, because a driver supports one session. */
export function journeysIn(options: SessionOptions = {}) {
  const missing = whatIsMissing();
  if (missing && process.env.CI !== undefined) throw new Error(missing);
  let session: Session;

  before(async () => {
    if (!missing) session = await Session.open(options);
  });
  after(() => session?.close());

  return (name: string, work: (given: Given) => Promise<void>, book: Book = demoBook()): void => {
    test(name, { skip: missing || false, timeout: 120_000 }, async (t) => {
      t.diagnostic(`browser WebKitGTK ${session.version}`);
      const shop = await Shop.open(book);
      const watch = new ActionLog();
      const relay = new Relay(() => shop.url, watch);
      await relay.open();
      const webkit = new WebKit(session.driver);
      try {
        await webkit.resize(...kSize);
        await work({ shop, store: shop.store, relay, webkit, shopper: new Shopper(webkit, relay.url), watch });
        assert.deepEqual(watch.unexpected(), [], 'unexpected actions of the pages');
      } finally {
        await session.driver.manage().deleteAllCookies();
        await session.driver.get('about:blank');
        relay.close();
        await shop.close();
      }
    });
  };
}
