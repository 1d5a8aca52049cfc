/** @file Shoppers can buy as usual whatever fails in our script, and the pay button does not move. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { faults } from '../lib/faults.js';
import { kParts } from '../lib/parts.js';
import { rectNow, recordRects } from '../lib/payButtonRects.js';
import { type Given, journeysIn } from './lib/fixtures.js';
import { eventually } from './lib/webkit.js';

/** Buys the knife set only, with two presses: one card, one button. */
async function buysAsEver({ webkit, shopper, store }: Given, presses: number): Promise<void> {
  await shopper.pay();
  assert.equal(shopper.presses - presses, 2, 'as many presses as without us: one card, one button');
  await webkit.showsText(kParts.total, '£120.00');
  assert.deepEqual(await store.orders(), [{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
  assert.deepEqual(await store.charges(), [{ amount: 12000, state: 'succeeded' }]);
}

describe('a shopper buys as usual when', () => {
  const journey = journeysIn();
  for (const { when, path, change, before, reason, noise, offered } of faults) {
    journey(when, async (given) => {
      const { webkit, shopper, store, relay, watch } = given;
      await shopper.choose('knife-set');
      await webkit.shows(kParts.bump);
      const undisturbed = await webkit.evaluate(rectNow);

      watch.expects(...(noise ?? []));
      if (path && change) relay.change(path, change);
      if (before) relay.beforeAll(before);
      relay.beforeAll(recordRects);
      await shopper.goTo('/checkout');
      if (offered) await webkit.shows(kParts.bump);
      const { presses } = shopper;
      await shopper.fillIn();
      if (reason) await eventually(() => store.faults(), [reason], 'one fault event is sent');
      if (!offered) await webkit.lacks(kParts.bump);
      assert.deepEqual(await webkit.evaluate(rectNow), undisturbed);
      const rects = await webkit.evaluate(() => window.rectsSeen);
      assert.deepEqual(rects, [JSON.stringify(undisturbed)], 'the pay button does not move after the first paint');
      await buysAsEver(given, presses);
    });
  }
});
