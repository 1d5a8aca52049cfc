/** @file Offers that are stopped while the server runs, as the guard of the native server stops them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PaymentUnknown } from '../../src/server/index.js';
import { Shop } from './shop.js';

const order = { currency: 'GBP', lines: [{ product: 'knife', quantity: 1, price: 12000 }] };

describe('a stopped offer', () => {
  it('is refused, not priced, and out of the book that is served, until it is released', async () => {
    const stopped = new Set<string>();
    const shop = await Shop.open({ stopped: () => stopped });
    shop.orders.put({ id: '1001' });
    const before = await shop.send('GET', '/book.json');
    stopped.add('rack-offer').add('stone-bump').add('of-another-book');
    assert.deepEqual((await shop.accept('1001')).json, { status: 'unavailable', reason: 'finding' });
    assert.equal(shop.bank.succeeded('1001').length, 0);
    const { bump } = shop.aftermint;
    const form = { bump: 'stone-bump', 'bump-price': '2400' };
    assert.deepEqual([bump.price({ order }, 'stone-bump'), bump.lines({ order }, 'stone-bump')], [null, null]);
    assert.deepEqual(bump.read({ order }, form), { verdict: 'unavailable', offer: 'stone-bump', reason: 'finding' });
    const tag = { 'if-none-match': before.headers.get('etag')! };
    const during = await shop.send('GET', '/book.json', { headers: tag });
    assert.equal(during.status, 200, 'a page that has the book asks for the new one');
    assert.deepEqual(during.json.checked.refused, ['stone-bump', 'rack-offer']);
    stopped.clear();
    assert.equal((await shop.send('GET', '/book.json')).text, before.text);
    assert.equal((await shop.accept('1001', 'k-2')).json.status, 'accepted');
  });

  it('is not charged for an accept that waits for its charge, and stays charged for one that has it', async () => {
    const stopped = new Set<string>();
    const shop = await Shop.open({ stopped: () => stopped });
    for (const id of ['waits', 'paid']) shop.orders.put({ id });
    const { charge } = shop.bank;
    shop.bank.charge = () => Promise.reject(new PaymentUnknown('no route'));
    assert.equal((await shop.accept('waits', 'k-1')).json.status, 'processing');
    shop.bank.charge = charge;
    assert.equal((await shop.accept('paid', 'k-2')).json.status, 'accepted');
    stopped.add('rack-offer');
    assert.deepEqual((await shop.accept('waits', 'k-1')).json, { status: 'unavailable', reason: 'finding' });
    assert.equal((await shop.accept('paid', 'k-2')).json.status, 'accepted');
    assert.deepEqual([shop.bank.succeeded('waits').length, shop.bank.succeeded('paid').length], [0, 1]);
  });
});
