/** @file Tests of the package in Node. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { type Engine, load, type Moment, RefusedInput } from '../src/node.js';

const kWasm = new URL('../../build/wasm/aftermint-workshop.wasm', import.meta.url);
const kBook = new URL('../../demo/books/demo.json', import.meta.url);

const kMoment: Moment = {
  placement: 'post_purchase',
  time: '2026-11-23T10:00:00Z',
  locale: 'en-GB',
  order: {
    id: '1001',
    status: 'paid',
    currency: 'GBP',
    total: 12000,
    paidAt: '2026-11-23T09:59:00Z',
    lines: [{ product: 'knife-set', quantity: 1, price: 12000 }],
  },
  visitor: { id: 'v-1' },
  platform: { oneClick: { allowed: true } },
  page: { url: '/thanks' },
};

let engine: Engine;

describe('the core in Node', () => {
  before(async () => {
    engine = await load({ book: await readFile(kBook, 'utf8'), wasm: kWasm });
  });

  it('decides and makes the view', () => {
    const { decision, view } = engine.view(kMoment);
    assert.ok(decision.offer);
    assert.equal(decision.path, 'one_click');
    assert.equal(typeof view === 'object' && view && 'tag' in view && view.tag, 'section');
    assert.deepEqual(engine.decide(kMoment), decision);
  });

  it('verifies an accept and returns the only amount to charge', () => {
    const decision = engine.decide(kMoment);
    assert.ok(decision.offer);
    const { amount, currency } = decision.price;
    const accept = { moment: kMoment, offer: decision.offer, price: { amount, currency } };
    assert.equal(engine.verify(accept).verdict, 'accepted');
    const changed = engine.verify({ ...accept, price: { amount: 1, currency } });
    assert.equal(changed.verdict, 'price_changed');
    assert.deepEqual(changed.price, { amount, currency });
  });

  it('checks the book', () => {
    assert.deepEqual(
      engine.check().filter((finding) => finding.severity === 'error'),
      [],
    );
  });

  it('refuses a book and lists every fault with its pointer', async () => {
    await assert.rejects(load({ book: { version: 1, colour: 'red' }, wasm: kWasm }), (error) => {
      assert.ok(error instanceof RefusedInput);
      assert.ok(error.faults.some((fault) => fault.pointer === '/colour' && fault.message && fault.hint));
      return true;
    });
  });

  it('refuses a moment of the wrong shape', () => {
    const broken = { ...kMoment, order: { ...kMoment.order, lines: 3 } } as unknown as Moment;
    assert.throws(() => engine.decide(broken), RefusedInput);
  });
});
