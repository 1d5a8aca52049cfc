/** @file The other routes of the endpoint, its origins, and what a server asks of it directly. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptBody, kNow, Shop } from './shop.js';

describe('the endpoint of a shop', () => {
  it('refuses requests of pages of other origins, unless they are named', async () => {
    const shop = await Shop.open({ allowOrigins: ['https://shop.example.org'] });
    shop.orders.put({ id: '1001' });
    const body = acceptBody('1001', shop.ticket('1001'));
    const send = (headers: Record<string, string>) =>
      shop.send('POST', '/offers/accept', { body, headers: { 'idempotency-key': 'k-1', ...headers } });
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const said = await send(headers as Record<string, string>);
      assert.deepEqual([said.status, said.json.error.code], [403, 'origin_refused']);
      assert.equal(said.headers.get('access-control-allow-origin'), null);
    }
    const named = await send({ origin: 'https://shop.example.org', 'sec-fetch-site': 'cross-site' });
    assert.equal(named.json.status, 'accepted');
    assert.equal(named.headers.get('access-control-allow-origin'), 'https://shop.example.org');
    const asks = { 'access-control-request-method': 'GET', origin: 'https://shop.example.org' };
    const preflight = await shop.send('OPTIONS', '/offers/accept', { headers: asks });
    assert.equal(preflight.status, 204);
    assert.equal(
      preflight.headers.get('access-control-allow-headers'),
      'content-type, idempotency-key, aftermint-ticket',
    );
    await assert.rejects(Shop.open({ allowOrigins: ['https://shop.example.org/'] }), TypeError);
  });

  it('serves the book without what is not public, and nothing else', async () => {
    const shop = await Shop.open();
    const book = await shop.send('GET', '/book.json');
    assert.equal(book.json.merchant, 'larder');
    const etag = book.headers.get('etag')!;
    assert.equal((await shop.send('GET', '/book.json', { headers: { 'if-none-match': `W/${etag}` } })).status, 304);
    assert.equal((await shop.send('GET', '/other')).status, 404);
    assert.equal((await shop.send('POST', '/events', { body: '[]' })).status, 404);
    const wrong = await shop.send('DELETE', '/offers/accept');
    assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'GET, POST']);
  });

  it('makes accepts of the offers in the lines of an order, and the input of the page after payment', async () => {
    const shop = await Shop.open();
    const lines = [
      { product: 'knife', quantity: 1, price: 12000 },
      { product: 'stone', title: 'Whetstone', quantity: 2, price: 2400, offer: 'stone-bump' },
      { product: 'rack', quantity: 1, price: 900, offer: 'rack-offer', accept: 'k-1' },
    ];
    const paid = { id: '1007', currency: 'GBP', total: 17700, lines, paidAt: kNow, method: 'ok' };
    await shop.aftermint.events.order({ order: '1007', amount: 16800, currency: 'GBP', lines, buyer: 'first' });
    const said = shop.events.map(({ type, data: { key, amount, path, buyer } }) => ({
      type,
      key,
      amount,
      path,
      buyer,
    }));
    assert.deepEqual(said, [
      { type: 'aftermint.order', key: '1007/-/-/order', amount: 16800, path: undefined, buyer: 'first' },
      {
        type: 'aftermint.accept',
        key: '1007/stone-bump/checkout/accept',
        amount: 4800,
        path: 'form',
        buyer: undefined,
      },
    ]);
    const { order, ticket, oneClick } = await shop.aftermint.offer.input(paid);
    assert.deepEqual(order.lines[1], { product: 'stone', quantity: 2, price: 2400, offer: 'stone-bump' });
    assert.equal(order.paidAt, new Date(kNow).toISOString());
    assert.equal(ticket.split('.').length, 3);
    assert.equal(oneClick.allowed, true);
  });

  it('counts an offer of an order where it was shown', async () => {
    const shop = await Shop.open();
    const placed = async (order: string, ...lines: object[]) => {
      shop.events.length = 0;
      const whole = lines.map((line) => ({ product: 'oil', quantity: 1, price: 500, ...line }));
      await shop.aftermint.events.order({ order, amount: 9999, currency: 'GBP', lines: whole });
      return shop.events.slice(1).map(({ data }) => `${data.key} ${data.path} ${data.amount}`);
    };
    assert.deepEqual(
      await placed(
        '1',
        { offer: 'care-bundle', price: 12000 },
        { offer: 'care-bundle' },
        { offer: 'stone-bump' },
        { offer: 'stone-bump', placement: 'product_page', price: 700 },
        { offer: 'rack-offer' },
        { offer: 'gone-from-the-book' },
      ),
      [
        '1/care-bundle/product_page/accept form 12500',
        '1/stone-bump/checkout/accept form 500',
        '1/stone-bump/product_page/accept form 700',
        '1/rack-offer/thank_you/accept link 500',
        '1/gone-from-the-book/checkout/accept form 500',
      ],
    );
  });

  it('prices a bump, gives its lines and says what a payment can do', async () => {
    const shop = await Shop.open();
    const order = { currency: 'GBP', lines: [{ product: 'knife', quantity: 1, price: 12000 }] };
    assert.deepEqual(shop.aftermint.bump.price({ order }, 'stone-bump'), { amount: 2400, currency: 'GBP' });
    assert.equal(shop.aftermint.bump.price({ order }, 'rack-offer'), null);
    assert.deepEqual(shop.aftermint.bump.lines({ order }, 'stone-bump'), [
      { product: 'stone', title: 'Whetstone', quantity: 1, price: 2400, offer: 'stone-bump' },
    ]);
    const capability = await shop.aftermint.capability({ method: 'ok', currency: 'GBP', paidAt: kNow });
    assert.deepEqual(capability, { until: new Date(kNow + 7_200_000).toISOString(), currency: 'GBP', allowed: true });
    const once = await shop.aftermint.capability({ method: 'ok_once', currency: 'GBP', paidAt: kNow });
    assert.deepEqual([once.allowed, once.reason], [false, 'this way of paying cannot be charged again']);
    const none = await shop.aftermint.capability({ currency: 'GBP', paidAt: new Date(kNow) });
    assert.equal(none.allowed, false);
  });
});
