import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Ga4Event, saleEvent } from '../src/dataLayer/ga4.js';
import { listen, type Ports } from '../src/dataLayer/listen.js';

interface Case {
  says: string;
  hears: [name: string, detail: Record<string, unknown>][];
  pushes: unknown[];
}

const cases = JSON.parse(readFileSync(new URL('dataLayer.json', import.meta.url), 'utf8')) as Case[];
const [bump] = cases as [Case];
const [, seen, tick, untick] = bump.hears as [Case['hears'][0], Case['hears'][0], Case['hears'][0], Case['hears'][0]];

/** One page view, in which the host is also the element that sends. */
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
  const hear = (...events: Case['hears']) => {
    for (const [name, detail] of events) host.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  };
  return { host, hear, stop, names: () => pushed.map(({ event }) => event), pushed };
}

describe('the data layer is told of', () => {
  for (const { says, hears, pushes } of cases) {
    it(says, () => {
      const { hear, pushed } = open();
      hear(...hears);
      assert.deepEqual(pushed, pushes);
    });
  }
});

describe('the value of a sale is in major units by ISO 4217, whatever Intl thinks', () => {
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
    it(`450000 ${currency} are ${value}`, () => {
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

describe('the data layer is told once', () => {
  it('of an offer that is seen again on the same page, and of each order anew', () => {
    const { host, hear, names } = open();
    hear(seen, seen);
    assert.deepEqual(names(), ['view_promotion']);
    Object.assign(host, { order: { id: '1001', currency: 'GBP', lines: [] } });
    hear(seen, seen);
    assert.deepEqual(names(), ['view_promotion', 'view_promotion']);
  });

  it('of what was seen before a reload, while a press after it is one', () => {
    const { hear, names } = open({ revisited: () => true });
    hear(seen, tick);
    assert.deepEqual(names(), ['select_promotion', 'add_to_cart']);
  });

  it('of a purchase, by whichever tab is first', () => {
    const asked: string[] = [];
    const { hear, names } = open({ once: (name, about) => asked.push(`${name} ${about}`) });
    const sale = cases.find(({ hears }) => hears.length === 2)?.hears ?? [];
    hear(...sale);
    assert.deepEqual([names(), asked], [[], ['aftermint.ga4.purchase 1001/care', 'aftermint.ga4.refund 1001/care']]);
  });
});

describe('the data layer is not told of', () => {
  it('a tick that the page took back: neither of it nor of its untick', () => {
    const host = new EventTarget();
    host.addEventListener('aftermint-change', (event) => event.preventDefault());
    const { hear, names } = open({ host });
    hear(tick, untick);
    assert.deepEqual(names(), []);
  });

  it('events of the same names that are none of ours', () => {
    const { host, names } = open();
    for (const name of ['seen', 'change', 'add', 'state', 'accepted', 'undone']) {
      for (const detail of [undefined, null, 'x', {}]) {
        host.dispatchEvent(new CustomEvent(`aftermint-${name}`, { detail }));
      }
    }
    assert.deepEqual(names(), []);
  });

  it('anything once it was stopped', () => {
    const { hear, stop, names } = open();
    stop();
    hear(seen, tick);
    assert.deepEqual(names(), []);
  });
});
