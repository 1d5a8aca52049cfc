/** @file A checkout form with a bump: the server holds itself to the price that the shopper saw. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RefusedInput } from '../../src/node.js';
import { Shop } from './shop.js';

const order = { currency: 'GBP', lines: [{ product: 'knife', quantity: 1, price: 12000 }] };
const price = { amount: 2400, currency: 'GBP' };
const ticked = { bump: 'stone-bump', 'bump-price': '2400' };

describe('bump.read', () => {
  it('takes an offer at the price that was shown, from every kind of form', async () => {
    const { bump } = (await Shop.open()).aftermint;
    const lines = bump.lines({ order }, 'stone-bump');
    const data = new FormData();
    for (const [name, value] of Object.entries(ticked)) data.set(name, value);
    for (const form of [ticked, data, new URLSearchParams(ticked)]) {
      assert.deepEqual(bump.read({ order }, form), { verdict: 'accepted', offer: 'stone-bump', price, lines });
    }
    const other = { extra: 'stone-bump', 'extra-price': '2400' };
    assert.equal(bump.read({ order }, other, 'extra').verdict, 'accepted');
    assert.equal(bump.read({ order }, other).verdict, 'none');
  });

  it('says none for a form without a tick', async () => {
    const { bump } = (await Shop.open()).aftermint;
    for (const form of [{}, { bump: '' }, { bump: ['stone-bump'] }, { 'bump-price': '2400' }, Object.create(ticked)]) {
      assert.deepEqual(bump.read({ order }, form as Record<string, unknown>), { verdict: 'none' });
    }
  });

  it('asks again for any price but the one of the book, written as the page writes it', async () => {
    const { bump } = (await Shop.open()).aftermint;
    const others = ['2399', '2401', '0', '-2400', '2400.0', '24e2', ' 2400', '24,00', '', undefined, 2400, ['2400']];
    for (const shown of others) {
      const said = bump.read({ order }, { bump: 'stone-bump', 'bump-price': shown });
      assert.deepEqual(said, { verdict: 'price_changed', offer: 'stone-bump', price }, String(shown));
    }
  });

  it('says unavailable for what the book does not make to this order, and throws for an order that is none', async () => {
    const { bump } = (await Shop.open()).aftermint;
    for (const offer of ['rack-offer', 'none', 'not an id', '<script>']) {
      const said = bump.read({ order }, { bump: offer, 'bump-price': '2400' });
      assert.deepEqual([said.verdict, 'offer' in said && said.offer], ['unavailable', offer]);
    }
    const oil = { currency: 'GBP', lines: [{ product: 'oil', quantity: 1, price: 1000 }] };
    assert.equal(bump.read({ order: oil }, ticked).verdict, 'unavailable');
    assert.throws(
      () => bump.read({ order: { currency: 'GBP', lines: [{ product: 'knife' }] } as never }, ticked),
      RefusedInput,
    );
  });
});
