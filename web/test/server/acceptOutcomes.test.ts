/** @file What becomes of an accept: as the provider, the orders and the clock say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PaymentUnknown } from '../../src/server/index.js';
import { Shop } from './shop.js';

describe('an accept', () => {
  it('says declined, requires_action and processing as the provider does', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: 'd', method: 'ok_then_declined' });
    assert.deepEqual((await shop.accept('d', 'k-d')).json, { status: 'declined', reason: 'card_declined' });
    for (const isConfirmed of [true, false]) {
      const id = `a-${isConfirmed}`;
      shop.orders.put({ id, method: 'ok_then_action' });
      const asked = await shop.accept(id, id);
      assert.equal(asked.json.status, 'requires_action');
      const page = await shop.send('GET', asked.json.url);
      assert.match(page.text, /Confirm the payment/);
      assert.equal((await shop.send('POST', asked.json.url, { body: 'answer=perhaps' })).status, 400);
      const answer = `answer=${isConfirmed ? 'confirm' : 'abandon'}`;
      assert.equal((await shop.send('POST', asked.json.url, { body: answer })).status, 303);
      assert.equal((await shop.ask(id, id)).json.status, isConfirmed ? 'accepted' : 'declined');
      assert.equal(shop.orders.orders.get(id)!.total, isConfirmed ? 15000 : 12000);
    }
    shop.orders.put({ id: 'p', method: 'ok_then_processing' });
    assert.equal((await shop.accept('p', 'k-p')).json.status, 'processing');
    shop.now += 2000;
    assert.equal((await shop.ask('p', 'k-p')).json.status, 'accepted');
    shop.orders.put({ id: 'o', method: 'ok_once' });
    assert.equal((await shop.accept('o', 'k-o')).json.status, 'unavailable');
  });

  it('undoes once, within its time', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    await shop.accept('1001');
    shop.now += 899_999;
    const undone = await shop.undo('1001');
    assert.equal(undone.json.status, 'undone');
    assert.equal(undone.json.order.total, 12000);
    assert.equal((await shop.undo('1001')).text, undone.text);
    assert.equal((await shop.ask('1001')).text, undone.text);
    assert.equal(shop.bank.succeeded('1001').length, 0);
    assert.deepEqual(
      shop.events.map(({ type }) => type),
      ['aftermint.accept', 'aftermint.undo'],
    );
    shop.orders.put({ id: '1002' });
    await shop.accept('1002', 'k-2');
    shop.now += 900_000;
    assert.equal((await shop.undo('1002', 'k-2')).json.status, 'undo_closed');
    assert.equal(shop.bank.succeeded('1002').length, 1);
  });

  it('pays back what was charged for an order that takes no more lines', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    shop.orders.closed.add('1001');
    assert.deepEqual((await shop.accept('1001')).json, { status: 'unavailable', reason: 'order_closed' });
    assert.equal(shop.bank.succeeded('1001').length, 0);
    assert.equal(shop.events.length, 0);
  });

  it('says processing while the provider does not answer, and finishes by key and by the reconciler', async () => {
    for (const isAsked of [true, false]) {
      const shop = await Shop.open();
      shop.orders.put({ id: '1001' });
      const { charge, find } = shop.bank;
      shop.bank.charge = async (request) => {
        await charge(request);
        throw new PaymentUnknown('the answer was lost');
      };
      shop.bank.find = () => Promise.reject(new PaymentUnknown('no route'));
      assert.deepEqual((await shop.accept('1001')).json, { status: 'processing' });
      assert.deepEqual((await shop.ask('1001')).json, { status: 'processing' });
      assert.deepEqual((await shop.undo('1001')).json, { status: 'processing' });
      Object.assign(shop.bank, { charge, find });
      if (isAsked) assert.equal((await shop.ask('1001')).json.status, 'accepted');
      else assert.deepEqual(await shop.reconcile(), { settled: 1, paidBack: 0, failed: 0 });
      assert.equal(shop.orders.orders.get('1001')!.total, 15000);
      assert.equal(shop.bank.succeeded('1001').length, 1);
    }
  });

  it('keeps an accept for a retry while the orders do not answer, and adds its lines once', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    const add = shop.orders.addLines.bind(shop.orders);
    shop.orders.addLines = async (...all) => {
      await add(...all); // the answer of the database is lost
      throw new Error('connection terminated');
    };
    const failed = await shop.accept('1001');
    assert.deepEqual([failed.status, failed.json.error.code], [503, 'server_unavailable']);
    assert.equal(failed.headers.get('retry-after'), '5');
    shop.orders.addLines = add;
    assert.equal((await shop.accept('1001')).json.status, 'accepted');
    assert.equal(shop.orders.orders.get('1001')!.lines.length, 2);
    assert.equal(shop.bank.succeeded('1001').length, 1);
  });

  it('adds no lines for a slow request whose accept was undone meanwhile', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    const { lock } = shop.orders;
    let isWaiting: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => {
      isWaiting = resolve;
    });
    const paused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let calls = 0;
    const slow: typeof lock = async (order, work) => {
      if (calls++ === 0) {
        isWaiting();
        await paused; // charged, and before its lines
      }
      return lock(order, work);
    };
    Object.assign(shop.orders, { lock: slow });
    const first = shop.accept('1001');
    await waits;
    assert.equal((await shop.accept('1001')).json.status, 'accepted');
    assert.equal((await shop.undo('1001')).json.status, 'undone');
    goOn();
    assert.equal((await first).json.status, 'undone');
    assert.deepEqual([shop.orders.orders.get('1001')!.lines.length, shop.bank.succeeded('1001').length], [1, 0]);
  });

  it('answers 500 to a fault of the program', async () => {
    const shop = await Shop.open();
    shop.orders.put({ id: '1001' });
    shop.orders.find = () => Promise.reject(new TypeError('x is not a function'));
    const failed = await shop.accept('1001');
    assert.deepEqual([failed.status, failed.headers.get('retry-after')], [500, null]);
  });
});
