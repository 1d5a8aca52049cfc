/** @file Without JavaScript the shop works as without us. */
import assert from 'node:assert/strict';
import { kParts } from '../lib/parts.js';
import { journeysIn } from './lib/fixtures.js';

const journey = journeysIn({ script: false });

journey(
  'without JavaScript a shopper buys as usual, with the same number of presses',
  async ({ webkit, shopper, store }) => {
    await shopper.choose('knife-set');
    const first = (await webkit.seen(kParts.payButton))?.rect;
    const { presses } = shopper;
    await shopper.fillIn();
    assert.deepEqual((await webkit.seen(kParts.payButton))?.rect, first);
    await shopper.pay();
    assert.equal(shopper.presses - presses, 2);
    await webkit.showsText(kParts.total, '£120.00');
    assert.equal((await webkit.seen('aftermint-offer'))?.isVisible, false);
    assert.deepEqual(await store.orders(), [{ offers: [], total: 12000, lines: ['1 knife-set'] }]);
  },
);
