/** @file Tests of the GA4 events. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Ga4Event, saleEvent } from '../src/dataLayer/ga4.js';
import { listen, type Ports } from '../src/dataLayer/listen.js';

interface Case {
  says: string;
  fires: [name: string, detail: Record<string, unknown>][];
  pushes: unknown[];
}

const cases = JSON.parse(readFileSync(new URL('dataLayer.json', import.meta.url), 'utf8')) as Case[];
const [bump] = cases as [Case];
const [, seen, tick, untick] = bump.fires as [Case['fires'][0], Case['fires'][0], Case['fires'][0], Case['fires'][0]];

/** One page view. The host also acts as the element that fires the events. */
function open(ports: Partial<Ports> = {}) {
  const host = ports.host ?? new EventTarget();
  const pushed: Ga4Event[] = [];
  const stop = listen({
    push: (event) => pushed.push(event),
    revisited: () => false,
    once: (_name, _about, work) => work(),
    ...ports,
    host,
  });
  const fire = (...events: Case['fires']) => {
    for (const [name, detail] of events) host.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  };
  return { host, fire, stop, names: () => pushed.map(({ event }) => event), pushed };
}

describe('the data layer gets an event when', () => {
  for (const { says, fires, pushes } of cases) {
    it(says, () => {
      const { fire, pushed } = open();
      fire(...fires);
      assert.deepEqual(pushed, pushes);
    });
  }
});

describe('the value of a sale uses the minor units of ISO 4217, not those of Intl', () => {
  for (const [currency, value] of [
    ['GBP', 4500],
    ['HUF', 4500],
    ['RSD', 4500],
    ['XCG', 4500],
    ['QQQ', 4500],
    ['JPY', 450000],
    ['IQD', 450],
    ['UYW', 45],
  ] as const) {
    it(`450000 ${currency} is ${value}`, () => {
      const { ecommerce } = saleEvent('purchase', {
        order: '1001',
        offer: 'guards',
        price: { amount: 450000, currency },
        pieces: [{ product: 'blade-guard', quantity: 1, price: 450000 }],
      });
      assert.equal(ecommerce?.value, value);
      assert.equal(ecommerce?.items?.[0]?.price, value);
    });
  }
});

describe('the data layer gets one event', () => {
  it('for an offer seen twice on a page, and another for a new order', () => {
    const { host, fire, names } = open();
    fire(seen, seen);
    assert.deepEqual(names(), ['view_promotion']);
    Object.assign(host, { order: { id: '1001', currency: 'GBP', lines: [] } });
    fire(seen, seen);
    assert.deepEqual(names(), ['view_promotion', 'view_promotion']);
  });

  it('for a tick after a reload, but none for the view', () => {
    const { fire, names } = open({ revisited: () => true });
    fire(seen, tick);
    assert.deepEqual(names(), ['select_promotion', 'add_to_cart']);
  });

  it('for a purchase, from the first tab that gets the lock', () => {
    const asked: string[] = [];
    const { fire, names } = open({ once: (name, about) => asked.push(`${name} ${about}`) });
    const sale = cases.find(({ fires }) => fires.length === 2)?.fires ?? [];
    fire(...sale);
    assert.deepEqual([names(), asked], [[], ['aftermint.ga4.purchase 1001/care', 'aftermint.ga4.refund 1001/care']]);
  });
});

describe('the data layer gets no event', () => {
  it('for a tick that the page cancels, nor for its untick', () => {
    const host = new EventTarget();
    host.addEventListener('aftermint-change', (event) => event.preventDefault());
    const { fire, names } = open({ host });
    fire(tick, untick);
    assert.deepEqual(names(), []);
  });

  it('for events of the same names that are not ours', () => {
    const { host, names } = open();
    for (const name of ['seen', 'change', 'add', 'state', 'accepted', 'undone']) {
      for (const detail of [undefined, null, 'x', {}]) {
        host.dispatchEvent(new CustomEvent(`aftermint-${name}`, { detail }));
      }
    }
    assert.deepEqual(names(), []);
  });

  it('after it has been stopped', () => {
    const { fire, stop, names } = open();
    stop();
    fire(seen, tick);
    assert.deepEqual(names(), []);
  });
});
