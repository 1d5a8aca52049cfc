/** @file A small shop for tests of the accept endpoint: its book, its orders, its clock. */
import { createHmac } from 'node:crypto';
import { type Engine, load } from '../../src/node.js';
import {
  type AcceptStore,
  type AftermintOptions,
  createAftermint,
  type Log,
  memoryStore,
  type Orders,
  type PlacedOrder,
  processLock,
  type Sandbox,
  sandbox,
  type ServerEvent,
} from '../../src/server/index.js';

export const kWasm = new URL('../../../build/wasm/aftermint-workshop.wasm', import.meta.url);
export const kSecret = 'a-signing-key-of-at-least-32-bytes!';
export const kNow = 1_800_000_000_000;

const copy = (headline: string, accept: string) => ({ en: { headline, benefit: 'Good to have. {price}.', accept } });

/** The book of the native tests (tests/unit/serve_fixture.h), with three more offers. */
export const kBook = {
  version: 1,
  id: 'test',
  merchant: 'larder',
  currency: 'GBP',
  locale: 'en-GB',
  policy: { priceBand: { minBps: 500, maxBps: 5000 }, deadlineMs: 600, windowSeconds: 7200, undoSeconds: 900 },
  products: [
    {
      id: 'knife',
      title: "Chef's knife",
      translations: { de: { title: 'Kochmesser' } },
      price: 12000,
      category: 'knives',
      complements: ['stone', 'rack', 'oil'],
    },
    { id: 'stone', title: 'Whetstone', price: 2900, category: 'care' },
    { id: 'oil', title: 'Oil', translations: { de: { title: 'Öl' } }, price: 1000, category: 'care' },
    {
      id: 'rack',
      title: 'Rack',
      price: 3501,
      category: 'care',
      variants: [
        { id: 'oak', title: 'Oak' },
        { id: 'ash', title: 'Ash', price: 3000 },
      ],
    },
  ],
  offers: [
    {
      id: 'stone-bump',
      type: 'cross_sell',
      items: [{ product: 'stone', quantity: 1 }],
      price: { kind: 'fixed', amount: 2400 },
      placements: ['checkout'],
      copy: copy('Keep your {trigger} sharp', 'Add the stone'),
    },
    {
      id: 'rack-offer',
      type: 'cross_sell',
      items: [{ product: 'rack', variant: 'oak', quantity: 1 }],
      price: { kind: 'fixed', amount: 3000 },
      placements: ['post_purchase', 'thank_you'],
      link: '/products/rack',
      copy: copy('A home for your {trigger}', 'Add the rack'),
    },
    {
      id: 'care-offer',
      type: 'cross_sell',
      items: [
        { product: 'stone', quantity: 1 },
        { product: 'oil', quantity: 3 },
      ],
      price: { kind: 'fixed', amount: 5000 },
      placements: ['post_purchase'],
      copy: copy('All your {trigger} needs', 'Add both'),
    },
    {
      id: 'care-bundle',
      type: 'bundle',
      for: { products: ['knife'] },
      items: [
        { product: 'knife', quantity: 1 },
        { product: 'oil', quantity: 1 },
      ],
      price: { kind: 'fixed', amount: 12500 },
      placements: ['product_page'],
      copy: copy('{trigger} and oil', 'Take both'),
    },
  ],
  experiments: [],
};

export const silent: Log = { info() {}, warn() {}, error() {} };

/** Orders in memory, written as a team would write them at first: no method looks for repeats. */
export class ShopOrders implements Orders {
  readonly orders = new Map<string, PlacedOrder>();
  readonly closed = new Set<string>();
  readonly lock = processLock();

  put(order: Partial<PlacedOrder> & { id: string }): PlacedOrder {
    const lines = [{ product: 'knife', quantity: 1, price: 12000 }];
    const whole = { currency: 'GBP', total: 12000, method: 'ok', visitor: 'v-1', locale: 'en-GB', paidAt: kNow, lines };
    this.orders.set(order.id, { ...whole, ...order });
    return this.orders.get(order.id)!;
  }
  async find(id: string) {
    const order = this.orders.get(id);
    return order ? structuredClone(order) : null;
  }
  async addLines(id: string, lines: Parameters<Orders['addLines']>[1]) {
    if (this.closed.has(id)) return false;
    const order = this.orders.get(id)!;
    order.lines.push(...lines);
    order.total += lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    return true;
  }
  async removeLines(id: string, accept: string) {
    const order = this.orders.get(id)!;
    const gone = order.lines.filter((line) => line.accept === accept);
    order.lines = order.lines.filter((line) => line.accept !== accept);
    order.total -= gone.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  }
}

let opened: Promise<Engine> | undefined;
/** The book's engine; opened once, because it takes a second. */
export const engine = (): Promise<Engine> => {
  opened ??= load({ book: kBook, wasm: kWasm });
  return opened;
};

/** An answer as a page reads it. */
export interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests check
  json: any;
  text: string;
  headers: Headers;
}

/** A shop with its endpoint. Its clock stands until a test moves it. */
export class Shop {
  now = kNow;
  readonly orders = new ShopOrders();
  readonly bank: Sandbox = sandbox({ now: () => this.now });
  readonly events: ServerEvent[] = [];
  store!: AcceptStore;
  aftermint!: Awaited<ReturnType<typeof createAftermint>>;

  static async open(options: Partial<AftermintOptions> = {}): Promise<Shop> {
    const shop = new Shop();
    shop.store = options.store ?? memoryStore({ quiet: true });
    shop.aftermint = await createAftermint({
      book: kBook,
      secret: kSecret,
      orders: shop.orders,
      payments: shop.bank,
      onEvent: (event) => void shop.events.push(event),
      log: silent,
      engine: await engine(),
      now: () => shop.now,
      ...options,
      store: shop.store,
    });
    return shop;
  }

  ticket(id: string): string {
    return this.aftermint.ticket.sign(this.orders.orders.get(id)!);
  }

  async send(
    method: string,
    target: string,
    init: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Said> {
    const body = typeof init.body === 'string' || init.body === undefined ? init.body : JSON.stringify(init.body);
    const request = new Request(`http://shop.example${target}`, {
      method,
      headers: { host: 'shop.example', ...init.headers },
      ...(body !== undefined && { body }),
    });
    const response = await this.aftermint.handler(request);
    const text = await response.text();
    return { status: response.status, text, json: parsed(text), headers: response.headers };
  }

  accept(order: string, key = 'k-1', changes: object = {}): Promise<Said> {
    return this.send('POST', '/offers/accept', {
      headers: { 'idempotency-key': key },
      body: { ...acceptBody(order, this.ticket(order)), ...changes },
    });
  }
  ask(order: string, key = 'k-1'): Promise<Said> {
    return this.send('GET', `/offers/accept?key=${key}`, { headers: { 'aftermint-ticket': this.ticket(order) } });
  }
  undo(order: string, key = 'k-1', changes: object = {}): Promise<Said> {
    const body = { order, offer: 'rack-offer', ticket: this.ticket(order), key, ...changes };
    return this.send('POST', '/offers/accept/undo', { body });
  }
  /** A pass of the reconciler after every lease has run out. */
  reconcile() {
    this.now += 30_000;
    return this.aftermint.reconcile();
  }
}

export const acceptBody = (order: string, ticket: string, amount = 3000) => ({
  order,
  offer: 'rack-offer',
  price: { amount, currency: 'GBP' },
  ticket,
  visitor: 'v-1',
  locale: 'en-GB',
  shown: { headline: 'A home for your knife', price: '£30.00', accept: 'Pay £30.00 now' },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a page, or an empty body
  }
}

/** A JWS of any header and claims. */
export function jws(header: object | string, claims: object | string, secret = kSecret): string {
  const part = (value: object | string) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** The claims of a ticket that is good now. */
export const claimsOf = (order: string, nowMs: number, changes: object = {}) => ({
  iss: 'larder',
  sub: order,
  jti: 'ticket-1',
  iat: Math.floor(nowMs / 1000),
  exp: Math.floor(nowMs / 1000) + 900,
  total: 12000,
  currency: 'GBP',
  visitor: 'v-1',
  lines: [{ product: 'knife', quantity: 1, price: 12000 }],
  paid_at: Math.floor(nowMs / 1000),
  method: 'ok',
  locale: 'en-GB',
  ...changes,
});
