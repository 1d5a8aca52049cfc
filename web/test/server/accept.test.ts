/** @file The accept endpoint charges once per accept, whatever is sent to it, and after failures. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptBody, claimsOf, jws, kNow, kSecret, Shop } from './shop.js';

const kHeader = { alg: 'HS256', typ: 'JWT' };

describe('the accept endpoint', () => {
  it('charges, adds the lines, keeps a receipt and makes an event', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    const said = await shop.accept('1001');
    assert.equal(said.status, 200);
    assert.equal(said.headers.get('content-type'), 'application/json');
    assert.equal(said.headers.get('cache-control'), 'no-store');
    assert.match(said.json.receipt, /^rc_[0-9a-f]{32}$/);
    assert.deepEqual(said.json, {
      status: 'accepted',
      order: {
        id: '1001',
        total: 15000,
        currency: 'GBP',
        lines: [
          { product: 'knife', quantity: 1, price: 12000, title: "Chef's knife" },
          {
            product: 'rack',
            variant: 'oak',
            quantity: 1,
            price: 3000,
            offer: 'rack-offer',
            title: 'Rack',
            variantTitle: 'Oak',
          },
        ],
      },
      undoUntil: new Date(kNow + 900_000).toISOString().replace('.000', ''),
      receipt: said.json.receipt,
    });
    assert.equal(shop.bank.succeeded('1001').length, 1);
    const [record] = await shop.aftermint.accepts('1001');
    assert.deepEqual([record?.state, record?.receipt.price, record?.receipt.acceptedAt], ['accepted', '£30.00', kNow]);
    assert.match(record!.receipt.hash, /^[0-9a-f]{64}$/);
    assert.equal(shop.events.length, 1);
    const { id, ...event } = shop.events[0]!;
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(event, {
      specversion: '1.0',
      source: '/server',
      type: 'aftermint.accept',
      time: new Date(kNow).toISOString().replace('.000', ''),
      subject: '1001',
      data: {
        key: '1001/rack-offer/post_purchase/accept',
        offer: 'rack-offer',
        placement: 'post_purchase',
        order: '1001',
        visitor: 'v-1',
        amount: 3000,
        currency: 'GBP',
        path: 'one_click',
      },
    });
  });

  it('spreads a price over several items to the unit, in the language of the page', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    const price = { amount: 5000, currency: 'GBP' };
    const said = await shop.accept('1001', 'k-1', { offer: 'care-offer', price, locale: 'de-AT' });
    assert.deepEqual([said.json.status, said.json.reason], ['accepted', undefined]);
    assert.equal(said.json.order.total, 17000);
    const added = shop.orders.orders.get('1001')!.lines.slice(1);
    assert.deepEqual(
      added.map(({ product, title, quantity, price: each }) => [product, title, quantity, each]),
      [
        ['stone', 'Whetstone', 1, 2457],
        ['oil', 'Öl', 1, 847],
        ['oil', 'Öl', 2, 848],
      ],
    );
  });

  it('answers a repeated key the same and charges once, also to two tabs at once and with a new ticket', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    const [one, two] = await Promise.all([shop.accept('1001'), shop.accept('1001')]);
    assert.equal(one.text, two.text);
    assert.equal(one.json.status, 'accepted');
    for (let again = 0; again < 3; again++) assert.equal((await shop.accept('1001')).text, one.text);
    assert.equal((await shop.ask('1001')).text, one.text);
    assert.equal(shop.bank.succeeded('1001').length, 1);
    assert.equal(shop.events.length, 1);
  });

  it('refuses a key that was used with another body, and a second offer for the order', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    await shop.accept('1001');
    const reused = await shop.accept('1001', 'k-1', { price: { amount: 2999, currency: 'GBP' } });
    assert.deepEqual([reused.status, reused.json.error.code], [409, 'key_reused']);
    const second = await shop.accept('1001', 'k-2');
    assert.deepEqual(second.json, { status: 'unavailable', reason: 'accepted' });
    assert.equal(shop.bank.succeeded('1001').length, 1);
  });

  it('charges nothing for another price, currency or offer than the book has', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    for (const [amount, currency] of [
      [0, 'GBP'],
      [2999, 'GBP'],
      [3001, 'GBP'],
      [3000, 'EUR'],
      [3000, 'x'],
    ] as const) {
      const said = await shop.accept('1001', `k-${amount}-${currency}`, { price: { amount, currency } });
      assert.deepEqual(said.json, { status: 'price_changed', price: { amount: 3000, currency: 'GBP' } });
    }
    for (const offer of ['none', 'stone-bump', 'not an id', '☃']) {
      const said = await shop.accept('1001', 'k-other', { offer });
      assert.equal(said.json.status, 'unavailable', offer);
    }
    assert.equal(shop.bank.succeeded('1001').length, 0);
  });

  it('refuses tickets that are not valid', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    shop.orders.put({ id: '1002' });
    const good = claimsOf('1001', kNow);
    const ticket = jws(kHeader, good);
    const [head, body, signature] = ticket.split('.') as [string, string, string];
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged: Record<string, string> = {
      none: `${none}.${body}.`,
      'none with our signature': `${none}.${body}.${signature}`,
      'another algorithm': jws({ alg: 'HS512' }, good),
      'another type': jws({ alg: 'HS256', typ: 'JWE' }, good),
      'a critical extension': jws({ alg: 'HS256', crit: ['exp'] }, good),
      'another key': jws(kHeader, good, 'another-key-of-at-least-32-bytes!!!'),
      'another shop': jws(kHeader, { ...good, iss: 'elsewhere' }),
      'another audience': jws(kHeader, { ...good, aud: 'elsewhere' }),
      'an audience that is no list of texts': jws(kHeader, { ...good, aud: ['aftermint', 1] }),
      'another order': shop.ticket('1002'),
      'a time in the future': jws(kHeader, { ...good, nbf: kNow / 1000 + 61 }),
      'no expiry': jws(kHeader, { ...good, exp: undefined }),
      'an expiry as text': jws(kHeader, { ...good, exp: '1900000000' }),
      'an expiry with a fraction': jws(kHeader, { ...good, exp: kNow / 1000 + 900.5 }),
      'no id': jws(kHeader, { ...good, jti: undefined }),
      'another total': jws(kHeader, { ...good, total: 11999 }),
      'a total that is too large': jws(kHeader, { ...good, total: 1_000_000_000_001 }),
      'lines that overflow': jws(kHeader, {
        ...good,
        lines: [{ product: 'knife', quantity: 1_000_001, price: 1_000_000 }],
      }),
      'another currency': jws(kHeader, { ...good, currency: 'EUR' }),
      'no signature': `${head}.${body}`,
      padding: `${head}.${body}.${signature}=`,
      'a signature in hexadecimal': `${head}.${body}.${Buffer.from(signature, 'base64url').toString('hex')}`,
      'four parts': `${ticket}.x`,
      'bytes that are not UTF-8': jws(kHeader, Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1')),
      'a claim twice': jws(kHeader, `{"sub":"1002",${JSON.stringify(good).slice(1)}`),
      'claims that are a list': jws(kHeader, '[]'),
      'nothing of the kind': 'abc',
    };
    for (const [what, token] of Object.entries(forged)) {
      const said = await shop.accept('1001', 'k-1', { ticket: token });
      assert.deepEqual([said.status, said.json.error?.code], [403, 'ticket_invalid'], what);
    }
    assert.equal(shop.bank.succeeded('1001').length, 0);
    const goodOnes = {
      'with our audience': { aud: ['x', 'aftermint'] },
      'nbf within the skew': { nbf: kNow / 1000 + 60 },
    };
    for (const [what, claims] of Object.entries(goodOnes)) {
      const said = await shop.accept('1001', 'k-1', { ticket: jws(kHeader, { ...good, ...claims }) });
      assert.equal(said.json.status, 'accepted', what);
    }
  });

  it('takes tickets of every key, chooses by kid, and signs with the first', async () => {
    const old = 'the-old-signing-key-of-32-bytes-or-more';
    const shop = await Shop.open({
      secret: [
        { id: 'new', secret: kSecret },
        { id: 'old', secret: old },
      ],
    });
    shop.orders.put({ id: '1001' });
    const header = JSON.parse(Buffer.from(shop.ticket('1001').split('.')[0]!, 'base64url').toString());
    assert.equal(header.kid, 'new');
    const claims = claimsOf('1001', kNow);
    const wrong = jws({ alg: 'HS256', kid: 'new' }, claims, old);
    assert.equal((await shop.accept('1001', 'k-1', { ticket: wrong })).status, 403);
    const unknown = jws({ alg: 'HS256', kid: 'other' }, claims, old);
    assert.equal((await shop.accept('1001', 'k-1', { ticket: unknown })).status, 403);
    const right = jws({ alg: 'HS256', kid: 'old' }, claims, old);
    assert.equal((await shop.accept('1001', 'k-1', { ticket: right })).json.status, 'accepted');
  });

  it('opens an accept to nobody without a ticket of its order', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    shop.orders.put({ id: '1002' });
    await shop.accept('1001');
    for (const headers of [{}, { 'aftermint-ticket': shop.ticket('1002') }, { 'aftermint-ticket': 'x' }]) {
      const said = await shop.send('GET', '/offers/accept?key=k-1', { headers: headers as Record<string, string> });
      assert.deepEqual([said.status, said.json.error.code], [403, 'ticket_invalid']);
    }
    shop.now += 86_400_000; // an expired ticket still says whose order it is
    const old = jws(kHeader, claimsOf('1001', kNow));
    const said = await shop.send('GET', '/offers/accept?key=k-1', { headers: { 'aftermint-ticket': old } });
    assert.equal(said.json.status, 'accepted');
    assert.equal((await shop.undo('1002', 'k-1')).json.status, 'unknown');
    assert.equal((await shop.undo('1001', 'k-1', { ticket: shop.ticket('1002') })).status, 403);
  });

  it('ends with the ticket and with the window, but answers a known key', async () => {
    const shop = await Shop.open();
    for (const id of ['1001', '1002', '1003']) shop.orders.put({ id });
    const old = jws(kHeader, claimsOf('1002', kNow));
    await shop.accept('1001');
    shop.now += 900_000;
    assert.equal((await shop.accept('1001')).json.status, 'accepted');
    const late = await shop.accept('1002', 'k-2', { ticket: old });
    assert.deepEqual(late.json, { status: 'unavailable', reason: 'window_closed' });
    shop.now = kNow + 7_200_000;
    assert.deepEqual((await shop.accept('1003', 'k-3')).json, { status: 'unavailable', reason: 'window_closed' });
    assert.equal(shop.bank.succeeded('1002').length + shop.bank.succeeded('1003').length, 0);
  });

  it('refuses bodies and keys that it does not know', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    const good = acceptBody('1001', shop.ticket('1001'));
    const bad: [unknown, string][] = [
      [{ ...good, card: '4242' }, 'card is not known here'],
      [
        { ...good, price: { amount: 30.5, currency: 'GBP' } },
        'price.amount is not an amount of at most 1000000000000 minor units',
      ],
      [
        { ...good, price: { amount: -1, currency: 'GBP' } },
        'price.amount is not an amount of at most 1000000000000 minor units',
      ],
      [{ ...good, offer: undefined }, 'offer is missing'],
      [{ ...good, order: 'x'.repeat(65) }, 'order is not a text of at most 64 bytes'],
      [{ ...good, order: '\u00e9'.repeat(33) }, 'order is not a text of at most 64 bytes'],
      [{ ...good, shown: { html: 'x' } }, 'html is not known here'],
      [{ ...good, consent: 'yes' }, 'consent is neither true nor false'],
      [[], 'the body is not a JSON object, or it has a name twice'],
      ['null', 'the body is not a JSON object, or it has a name twice'],
      [`${JSON.stringify(good).slice(0, -1)},"offer":"x"}`, 'the body is not a JSON object, or it has a name twice'],
      [`${JSON.stringify(good)}{}`, 'the body is not a JSON object, or it has a name twice'],
      ['{', 'the body is not a JSON object, or it has a name twice'],
      ...['3000.0', '3e3', '30E2', '-0'].map((amount): [string, string] => [
        JSON.stringify(good).replace('"amount":3000', `"amount":${amount}`),
        'price.amount is not an amount of at most 1000000000000 minor units',
      ]),
      ['{"shown":{"headline":"\\ud800"}}', 'the body is not a JSON object, or it has a name twice'],
    ];
    for (const [body, message] of bad) {
      const said = await shop.send('POST', '/offers/accept', { headers: { 'idempotency-key': 'k-1' }, body });
      assert.deepEqual([said.status, said.json.error.code, said.json.error.message], [400, 'body_invalid', message]);
    }
    for (const key of ['', 'a b', 'k'.repeat(256)])
      assert.equal((await shop.accept('1001', key)).json.error.code, 'key_missing');
    const large = await shop.send('POST', '/offers/accept', {
      headers: { 'idempotency-key': 'k' },
      body: 'x'.repeat(16385),
    });
    assert.deepEqual([large.status, large.json.error.code], [413, 'request_too_large']);
    assert.equal(shop.bank.succeeded('1001').length, 0);
  });
});
