/** @file Payments by Stripe, with the real client against a fake of the routes used. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Stripe from 'stripe';
import { PaymentKeyReused, PaymentUnknown } from '../../src/server/index.js';
import { stripe, stripeWebhook } from '../../src/stripe/index.js';
import { type FakeIntent, FakeStripe } from './fakeStripe.js';
import { kNow, Shop, silent } from './shop.js';

/** tests/golden/stripe/webhooks.json: deliveries, what they ask Stripe for, and the events that they become. */
interface Golden {
  intents: FakeIntent[];
  refunds: FakeStripe['refunds'];
  deliveries: object[];
  events: object[];
}

const kWebhookSecret = 'whsec_of_a_test';
const returnUrl = 'https://shop.example/thanks';

let fake: FakeStripe;
let client: Stripe;
let shop: Shop;

/** An order that was paid with a PaymentIntent of this payment method. */
function order(id: string, method = 'pm_ok', changes: object = {}): void {
  const { id: paid } = fake.paid({ payment_method: method, metadata: { order_id: id }, ...changes });
  shop.orders.put({ id, method: paid });
}

beforeEach(async () => {
  fake = new FakeStripe(kNow);
  const port = await fake.start();
  client = new Stripe('sk_test_x', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  });
  shop = await Shop.open({ payments: stripe(client, { returnUrl }) });
});
afterEach(() => fake.stop());

const request = { key: 'k', reference: '1', amount: 3000, currency: 'GBP' };

describe('payments by Stripe', () => {
  it('charge on session with our key, and pay back at an undo, once', async () => {
    order('1001');
    const said = await shop.accept('1001');
    assert.equal(said.json.status, 'accepted');
    const [intent] = fake.succeeded();
    assert.deepEqual(
      [intent?.amount, intent?.currency, intent?.customer, intent?.payment_method],
      [3000, 'gbp', 'cus_1', 'pm_ok'],
    );
    assert.equal(intent?.metadata.aftermint_order, '1001');
    assert.equal((await shop.accept('1001')).text, said.text);
    assert.equal(fake.succeeded().length, 1);
    assert.equal((await shop.undo('1001')).json.status, 'undone');
    assert.equal((await shop.undo('1001')).json.status, 'undone');
    assert.deepEqual([fake.succeeded().length, fake.refunds.length], [0, 1]);
  });

  it('say why a payment cannot be charged again', async () => {
    const cases: [object, RegExp | true][] = [
      [{}, true],
      [{ customer: null }, /no customer/],
      [{ setup_future_usage: null }, /without setup_future_usage/],
      [{ currency: 'eur' }, /another currency/],
      [{ status: 'processing' }, /not paid/],
    ];
    for (const [changes, why] of cases) {
      const { id: method } = fake.paid(changes);
      const { allowed, reason } = await shop.aftermint.capability({ method, currency: 'GBP', paidAt: kNow });
      assert.equal(allowed, why === true);
      if (why !== true) assert.match(reason!, why);
    }
  });

  it('say declined, and close the intent, so that its secret can pay for nothing', async () => {
    order('1001', 'pm_declined');
    assert.deepEqual((await shop.accept('1001')).json, { status: 'declined', reason: 'card_declined' });
    assert.equal([...fake.intents.values()].at(-1)?.status, 'canceled');
    assert.equal((await shop.ask('1001')).json.status, 'declined');
  });

  for (const isConfirmed of [true, false]) {
    it(`hand the client secret to the page when the bank asks, and the shopper ${isConfirmed ? 'confirms' : 'cancels'}`, async () => {
      order('1001', 'pm_action');
      const asked = await shop.accept('1001');
      const id = [...fake.intents.keys()].at(-1)!;
      assert.deepEqual(asked.json, { status: 'requires_action', action: `${id}_secret` });
      assert.equal((await shop.ask('1001')).text, asked.text);
      fake.answerBank(id, isConfirmed);
      assert.equal((await shop.ask('1001')).json.status, isConfirmed ? 'accepted' : 'declined');
      assert.equal(fake.succeeded().length, isConfirmed ? 1 : 0);
    });
  }

  it('find a charge whose answer was lost, also when Stripe has forgotten the key', async () => {
    for (const hours of [0, 25]) {
      const id = `lost-${hours}`;
      fake.now = shop.now;
      order(id, 'pm_ok', { customer: `cus_${hours}` });
      shop.orders.put({ ...shop.orders.orders.get(id)!, paidAt: shop.now });
      fake.next = 'answer is lost';
      assert.equal((await shop.accept(id, id)).json.status, 'processing');
      shop.now += hours * 3600_000;
      fake.now = shop.now;
      assert.equal((await shop.ask(id, id)).json.status, 'accepted');
    }
    assert.equal(fake.succeeded().length, 2);
  });

  it('find nothing after a 500, whose key can never charge, and close the accept', async () => {
    order('1001');
    fake.next = 'fails with 500';
    assert.equal((await shop.accept('1001')).json.status, 'processing');
    assert.equal((await shop.accept('1001')).json.status, 'processing', 'the first result is replayed');
    shop.now += 901_000;
    await shop.reconcile();
    assert.deepEqual((await shop.ask('1001')).json, { status: 'unavailable', reason: 'window_closed' });
    assert.equal(fake.succeeded().length, 0);
  });

  it('say processing while another request uses the key, and charge once', async () => {
    order('1001');
    fake.next = 'hangs';
    const first = shop.accept('1001');
    while (!fake.isHanging) await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await shop.accept('1001')).json.status, 'processing');
    fake.letGo();
    assert.equal((await first).json.status, 'accepted');
    assert.equal(fake.succeeded().length, 1);
  });

  it('refuse a key with other parameters, and leave the rest unknown', async () => {
    const payments = stripe(client, { returnUrl });
    const { id: method } = fake.paid();
    await payments.charge({ ...request, method });
    await assert.rejects(payments.charge({ ...request, method, amount: 1 }), PaymentKeyReused);
    await assert.rejects(payments.find({ key: 'k', reference: '1', method: 'pi_none', since: kNow }), PaymentUnknown);
    await fake.stop();
    await assert.rejects(payments.charge({ ...request, method }), PaymentUnknown);
    assert.throws(() => stripe(client, { returnUrl: '/thanks' }), TypeError);
    fake = new FakeStripe(kNow);
    await fake.start();
  });

  it('pay back a charge of an order that was closed, and one whose accept is gone', async () => {
    order('1001');
    shop.orders.closed.add('1001');
    assert.deepEqual((await shop.accept('1001')).json, { status: 'unavailable', reason: 'order_closed' });
    assert.deepEqual([fake.succeeded().length, fake.refunds.length], [0, 1]);
    const { id: method } = fake.paid();
    const key = `accept-${await shop.store.id()}-lost`;
    await stripe(client, { returnUrl }).charge({ ...request, reference: '1001', key, method });
    for (let more = 0; more < 5; more++) fake.paid(); // several pages of the list
    assert.deepEqual(await shop.reconcile(), { settled: 0, paidBack: 1, failed: 0 });
    assert.equal(fake.succeeded().length, 0);
  });
});

describe('webhooks of Stripe', () => {
  const send = (type: string, object: object, secret = kWebhookSecret): Promise<number> =>
    deliver({ id: 'evt_1', object: 'event', type, data: { object } }, secret);
  const deliver = async (event: object, secret = kWebhookSecret): Promise<number> => {
    const payload = JSON.stringify(event);
    const signature = client.webhooks.generateTestHeaderString({ payload, secret });
    const handle = stripeWebhook({ client, secret: kWebhookSecret, aftermint: shop.aftermint, log: silent });
    const init = { method: 'POST', body: payload, headers: { 'stripe-signature': signature } };
    return (await handle(new Request('http://shop.example/stripe', init))).status;
  };
  const refunds = () =>
    shop.events
      .filter(({ type }) => type === 'aftermint.refund')
      .map(({ data }) => [data.order, data.offer, data.amount, data.currency, data.reason]);

  it('are refused without a signature of Stripe', async () => {
    assert.equal(await send('payment_intent.succeeded', {}, 'whsec_of_another'), 400);
  });

  it('finish an accept whose page is gone', async () => {
    order('1001', 'pm_action');
    await shop.accept('1001');
    const id = [...fake.intents.keys()].at(-1)!;
    fake.answerBank(id, true);
    shop.now += 30_000; // its lease has run out
    assert.equal(await send('payment_intent.succeeded', fake.intents.get(id)!), 200);
    assert.equal(shop.orders.orders.get('1001')!.total, 15000);
  });

  it('turn refunds and disputes into events, but for undos, and count a repeat once', async () => {
    order('1001');
    const paid = fake.intents.get(shop.orders.orders.get('1001')!.method!)!;
    await client.refunds.create({ payment_intent: paid.id });
    const refunded = { ...paid.latest_charge, payment_intent: paid.id };
    for (let again = 0; again < 2; again++) assert.equal(await send('charge.refunded', refunded), 200);
    const keys = new Set(shop.events.map(({ data }) => data.key));
    assert.deepEqual([...keys], [`1001/-/-/refund/${fake.refunds[0]!.id}`]);
    assert.deepEqual(refunds()[0], ['1001', undefined, 12000, 'GBP', 'other']);

    shop.events.length = 0;
    order('1002');
    await shop.accept('1002', 'k-2');
    const [intent] = fake.succeeded();
    const said = { amount: 3000, currency: 'gbp', created: kNow / 1000, status: 'needs_response' };
    const dispute = { id: 'du_1', ...said, payment_intent: intent!.id };
    assert.equal(await send('charge.dispute.created', dispute), 200);
    assert.deepEqual(refunds(), [['1002', 'rack-offer', 3000, 'GBP', 'chargeback']]);
    await shop.undo('1002', 'k-2');
    assert.equal(await send('charge.refunded', { ...intent!.latest_charge, payment_intent: intent!.id }), 200);
    assert.equal(refunds().length, 1, 'the undo is the event');
  });

  it('make the events that aftermint serve makes of the same deliveries', async () => {
    order('1001');
    await shop.accept('1001');
    const [accepted] = fake.succeeded();
    const text = readFileSync('tests/golden/stripe/webhooks.json', 'utf8')
      .replaceAll('pi_accept', accepted!.id)
      .replaceAll('ch_accept', accepted!.latest_charge!.id);
    const golden = JSON.parse(text) as Golden;
    for (const intent of golden.intents) fake.intents.set(intent.id, fake.paid(intent));
    fake.refunds.push(...golden.refunds);
    for (const event of golden.deliveries) assert.equal(await deliver(event), 200, JSON.stringify(event));
    const first = new Map<string, object>(); // a collector keeps the first event of a key
    for (const { type, time, data } of shop.events) {
      if (type === 'aftermint.refund' && !first.has(data.key)) first.set(data.key, { time, data });
    }
    assert.deepEqual(
      [...first].sort().map(([, event]) => event),
      golden.events,
    );
  });

  it('count a refund that comes before the payment only once its accept is stored', async () => {
    order('1001', 'pm_action');
    await shop.accept('1001');
    const intent = [...fake.intents.values()].at(-1)!;
    fake.answerBank(intent.id, true);
    const charge = intent.latest_charge!.id;
    fake.refunds.push({ id: 're_1', charge, amount: 1000, currency: 'gbp', created: kNow / 1000, status: 'succeeded' });
    const refunded = { ...intent.latest_charge, payment_intent: intent.id };
    assert.equal(await send('charge.refunded', refunded), 500, 'a request may still work on it');
    assert.deepEqual(refunds(), []);
    shop.now += 30_000; // its lease has run out
    assert.equal(await send('charge.refunded', refunded), 200);
    assert.equal(shop.orders.orders.get('1001')!.total, 15000);
    assert.deepEqual(refunds(), [['1001', 'rack-offer', 1000, 'GBP', 'other']]);
  });

  it('are sent again after an error, and ignored where they are of no order', async () => {
    assert.equal(await send('charge.refunded', { id: 'ch_x', payment_intent: 'pi_none' }), 500);
    const { id, latest_charge: charge } = fake.paid();
    assert.equal(await send('charge.refunded', { ...charge, payment_intent: id }), 200);
    assert.equal(await send('customer.created', {}), 200);
    assert.deepEqual(shop.events, []);
  });
});
