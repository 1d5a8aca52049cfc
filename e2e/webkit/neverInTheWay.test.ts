// Whatever fails around the checkout, the shopper buys as ever and the pay button stands where it stood.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { faults } from '../lib/faults.js';
import { kParts } from '../lib/parts.js';
import { rectNow, recordRects } from '../lib/rects.js';
import { type Given, journeysIn } from './lib/journeys.js';
import { eventually } from './lib/webkit.js';

/** One card chosen and one button pressed buys the set alone. */
async function buysAsEver({ webkit, shopper, store }: Given, presses: number): Promise<void> {
  await shopper.pay();
  assert.equal(shopper.presses - presses, 2, 'one card chosen, one button pressed');
  await webkit.showsText(kParts.total, '£120.00');
  assert.deepEqual(await store.orders(), [{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
  assert.deepEqual(await store.charges(), [{ amount: 12000, state: 'succeeded' }]);
}

describe('a shopper buys as ever when', () => {
  const journey = journeysIn();
  for (const { when, path, change, before, reason, noise, offered } of faults) {
    journey(when, async (given) => {
      const { webkit, shopper, store, relay, heard } = given;
      await shopper.choose('knife-set');
      await webkit.shows(kParts.bump);
      const undisturbed = await webkit.evaluate(rectNow);

      heard.expects(...(noise ?? []));
      if (path && change) relay.change(path, change);
      if (before) relay.beforeAll(before);
      relay.beforeAll(recordRects);
      await shopper.goTo('/checkout');
      if (offered) await webkit.shows(kParts.bump);
      const { presses } = shopper;
      await shopper.fillIn();
      if (reason) await eventually(() => store.faults(), [reason], 'one fault is told');
      if (!offered) await webkit.lacks(kParts.bump);
      assert.deepEqual(await webkit.evaluate(rectNow), undisturbed);
      const rects = await webkit.evaluate(() => window.rectsSeen);
      assert.deepEqual(rects, [JSON.stringify(undisturbed)], 'the pay button from first paint on');
      await buysAsEver(given, presses);
    });
  }
});
