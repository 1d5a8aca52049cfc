/** @file The page's part of a checkout: the amount that is charged is the one that is shown. e2e/beforePayment.spec.ts has the rest. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { confirmOffers, openCheckout, type SetAmount } from '../src/checkout.js';

/** A form with a bump of an order of 12000, or without. Events are dispatched on `bump`. */
function pageOf({ hasBump = true, order = '{"currency":"GBP","lines":[{"price":6000,"quantity":2}]}' } = {}) {
  const bump = Object.assign(new EventTarget(), {
    inert: false,
    settled: Promise.resolve(),
    getAttribute: (name: string) => (name === 'order' ? order : null),
  });
  const button = { disabled: false };
  const form = {
    querySelector: (selector: string) => (selector === 'aftermint-bump' ? (hasBump ? bump : null) : button),
  };
  const shown: number[] = [];
  const change = (total: number): Promise<unknown> => {
    const waits: PromiseLike<unknown>[] = [];
    const detail = { total, waitUntil: (wait: PromiseLike<unknown>) => void waits.push(wait) };
    bump.dispatchEvent(new CustomEvent('aftermint-change', { detail }));
    return Promise.all(waits);
  };
  let reloads = 0;
  Object.assign(globalThis, { location: { reload: () => (reloads += 1) } });
  const open = (
    setAmount: () => Promise<SetAmount>,
    more: { follow?(total: number): unknown; isDeferred?: boolean } = {},
  ) => openCheckout(form as never, { show: (total) => void shown.push(total), setAmount, ...more });
  return { bump, button, shown, change, open, reloads: () => reloads };
}

afterEach(() => {
  for (const name of ['location', 'document']) Reflect.deleteProperty(globalThis, name);
});

describe('openCheckout', () => {
  it('charges what is shown, with the client secret of the server', async () => {
    const page = pageOf();
    const checkout = page.open(async () => ({ amount: 12000, clientSecret: 'pi_1_secret' }));
    const secrets: unknown[] = [];
    const confirm = async (secret: string | undefined) => {
      assert.deepEqual([page.bump.inert, page.button.disabled], [true, true]);
      secrets.push(secret);
      return {};
    };
    assert.equal(await checkout.pay(confirm), true);
    assert.deepEqual([secrets, page.bump.inert, page.button.disabled], [['pi_1_secret'], false, false]);
  });

  it('shows a new total, sets the amount, and then lets others follow', async () => {
    const page = pageOf();
    const done: string[] = [];
    page.open(
      async () => {
        done.push('set');
        return { amount: 13800 };
      },
      { follow: (total) => void done.push(`follow ${total}`) },
    );
    await page.change(13800);
    assert.deepEqual([page.shown, done], [[13800], ['set', 'follow 13800']]);
  });

  it('takes the tick back if the server has set another amount, or none, or gave no answer', async () => {
    for (const answer of [{ amount: 13700 }, {}, null]) {
      const page = pageOf();
      page.open(async () => {
        if (!answer) throw new Error('no answer');
        return answer;
      });
      await assert.rejects(page.change(13800));
    }
  });

  it('sets no amount before the shopper pays a deferred payment', async () => {
    const page = pageOf();
    let set = 0;
    const setAmount = async () => {
      set += 1;
      return { amount: 13800 };
    };
    const checkout = page.open(setAmount, { isDeferred: true });
    await page.change(13800);
    assert.equal(set, 0);
    assert.equal(await checkout.pay(async () => ({})), true);
    assert.equal(set, 1);
  });

  it('charges nothing after a price that has changed, and loads the page again', async (t) => {
    t.mock.method(console, 'warn', () => undefined);
    for (const answer of [{ amount: 12001 }, { verdict: 'price_changed' }]) {
      const page = pageOf();
      const checkout = page.open(async () => answer as SetAmount);
      assert.equal(await checkout.pay(() => assert.fail('nothing is confirmed')), false);
      assert.deepEqual([page.reloads(), page.bump.inert], [1, false]);
    }
  });

  it('charges nothing if the tick is taken back while the shopper pays', async () => {
    const page = pageOf();
    let untick = () => {};
    const checkout = page.open(async () => ({ amount: 13800 }));
    await page.change(13800);
    page.bump.settled = new Promise((resolve) => (untick = resolve));
    const paid = checkout.pay(() => assert.fail('nothing is confirmed'));
    await page.change(12000).catch(() => undefined);
    untick();
    assert.equal(await paid, false);
    assert.equal(page.reloads(), 0);
  });

  it('begins one sale at a time, and ends one that is cancelled or refused', async () => {
    const page = pageOf();
    const checkout = page.open(async () => ({ amount: 12000 }));
    const sale = checkout.begin();
    assert.deepEqual([sale, checkout.begin()], [{ total: 12000 }, null]);
    assert.equal(await checkout.pay(() => assert.fail('nothing is confirmed')), false);
    checkout.cancel();
    assert.equal(await checkout.pay(async () => ({ error: { message: 'declined' } })), false);
    assert.deepEqual([page.bump.inert, page.reloads()], [false, 0]);
  });

  it('works in a form without a bump', async () => {
    const page = pageOf({ hasBump: false });
    assert.equal(await page.open(async () => ({ amount: 500 })).pay(async () => ({})), true);
    assert.equal(await page.open(async () => ({ amount: 500 })).pay(async () => ({ error: 1 })), false);
  });
});

describe('confirmOffers', () => {
  it('lets Stripe.js ask the shopper instead of the element', async () => {
    const document = new EventTarget();
    Object.assign(globalThis, { document });
    confirmOffers({ handleNextAction: async ({ clientSecret }) => clientSecret });
    const waits: PromiseLike<unknown>[] = [];
    const detail = { action: 'pi_1_secret', waitUntil: (wait: PromiseLike<unknown>) => void waits.push(wait) };
    const event = new CustomEvent('aftermint-action', { cancelable: true, detail });
    document.dispatchEvent(event);
    assert.deepEqual([event.defaultPrevented, await waits[0]], [true, 'pi_1_secret']);
  });
});
