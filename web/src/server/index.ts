/** @file The accept endpoint for a Node server, on your own orders, payments and database (docs/server.md). */
import { load, type Engine, type Verification } from '../node.js';
import type { Moment, Money, OneClick, Order } from '../types.js';
import { toFastify, toNode } from './adapters.js';
import { type BookData, BookLines } from './bookLines.js';
import { type BumpForm, readBump, type TakenBump } from './bumpForm.js';
import {
  type Collector,
  eventOf,
  makeEvent,
  type OrderEvent,
  orderEvents,
  Outbox,
  type RefundEvent,
} from './events.js';
import { elementHtml, headHtml, type HtmlAttributes } from './html.js';
import { makeHandler, type Paths } from './http.js';
import { type LazyAftermint, makeLazy } from './lazy.js';
import { Ledger } from './ledger.js';
import { PageFiles } from './pageFiles.js';
import { publicBook } from './publicBook.js';
import { type Reconciled, Reconciler } from './reconciler.js';
import { ordersOf, type SavedOrders } from './savedOrders.js';
import { type AcceptServices, oneClickOf } from './services.js';
import { collectorOf, pathsOf, readBook } from './settings.js';
import { bytesOf, millisOf } from './text.js';
import { paidOrder, signTicket, type TicketKey, ticketKeys } from './ticket.js';
import {
  type AcceptRecord,
  type AcceptStore,
  type Log,
  type OrderLine,
  type Orders,
  type PaymentProvider,
  PaymentUnknown,
  type PlacedOrder,
  type ServerEvent,
} from './types.js';

export type { BumpForm, TakenBump } from './bumpForm.js';
export type { Engine } from '../node.js';
export type { Arm, Item, Moment, Money, OneClick, Order } from '../types.js';
export type { FastifyLike } from './adapters.js';
export type { Collector, OrderEvent, RefundEvent } from './events.js';
export type { HtmlAttributes } from './html.js';
export type { Paths } from './http.js';
export type { LazyAftermint } from './lazy.js';
export type { Reconciled } from './reconciler.js';
export { type Sandbox, sandbox } from './sandbox.js';
export type { SavedOrders } from './savedOrders.js';
export { memoryStore } from './stores/memory.js';
export { type PostgresClient, type PostgresPool, postgresLock, postgresStore } from './stores/postgres.js';
export { processLock } from './stores/processLock.js';
export { type SqliteDatabase, sqliteStore } from './stores/sqlite.js';
export type { TicketKey } from './ticket.js';
export type {
  AcceptRecord,
  AcceptState,
  AcceptStore,
  AddedLine,
  Charge,
  ChargeAction,
  ChargeQuery,
  ChargeRequest,
  ChargeState,
  Log,
  OrderLine,
  Orders,
  PaymentProvider,
  PlacedLine,
  PlacedOrder,
  Receipt,
  ServerEvent,
} from './types.js';
export { PaymentKeyReused, PaymentUnknown } from './types.js';

/** What an endpoint is made of. */
export interface AftermintOptions {
  /**
   * The book: the path or URL of its file, its JSON text, or an object. If absent, the file that `AFTERMINT_BOOK` of the
   * environment names, or `book.json`. An offer with a finding of severity error is never made.
   */
  book?: string | URL | object;
  /**
   * Signs tickets: 32 bytes or more, or several keys with ids, of which the first signs. `AFTERMINT_SIGNING_KEY` of the
   * environment if absent.
   */
  secret?: string | TicketKey[];
  orders: Orders | SavedOrders;
  payments: PaymentProvider;
  store: AcceptStore;
  /** Gets each event of an accept, an undo, an order and a refund, at least once. If it throws, it gets it again. */
  onEvent?: (event: ServerEvent) => void | Promise<void>;
  /**
   * The ids of offers that must not be sold now, such as those that the guard of `aftermint serve` has stopped. It is
   * asked at each request, so answer from memory. The book is then served without them, and their accepts are refused.
   */
  stopped?: () => Iterable<string>;
  /**
   * Where events are sent to; the endpoint then forwards the events of pages, too. If absent, `AFTERMINT_COLLECTOR` of the
   * environment is its address, and the first of `AFTERMINT_EVENT_KEYS` its key; without that there is none.
   */
  collector?: Collector;
  /** What all addresses begin with, as `/aftermint`. */
  base?: string;
  /** `/offers/accept`, `/book.json` and `/events` below `base` if absent; `files` is `base`, or `/aftermint`. */
  paths?: Partial<Paths>;
  /** The milliseconds between two runs of the reconciler (see `reconcileEvery`). Absent or 0: it does not run. */
  reconcileMs?: number;
  /** The folder of the package's own files for pages, if they are not next to this module. */
  files?: URL;
  /** Origins of pages that are not the server's own, like `https://shop.example`. */
  allowOrigins?: string[];
  /** Where the wasm module is, if not next to this file. */
  wasm?: string | URL;
  /** The engine of this book, if `load` of `aftermint/node` has opened it already. `close` frees it. */
  engine?: Engine;
  log?: Log;
  now?: () => number;
  fetch?: typeof fetch;
}

/** A moment without what the server knows itself. */
export type BumpMoment = Partial<Moment> & { order: Order };

/** What `<aftermint-offer>` needs of a paid order, as its attributes or properties. */
export interface OfferInput {
  order: Order;
  ticket: string;
  oneClick: OneClick;
}

/** A running endpoint. */
export interface Aftermint {
  /** Answers a request (docs/server.md, Routes). It does not throw. */
  handler(request: Request): Promise<Response>;
  /** The handler as a listener of node:http and as middleware of Express: `app.use(aftermint.node)`. */
  node: ReturnType<typeof toNode>;
  /** The handler as a plugin of Fastify. */
  fastify: ReturnType<typeof toFastify>;
  ticket: {
    /** A ticket for `<aftermint-offer ticket="…">`, valid for 15 minutes. */
    sign(order: PlacedOrder): string;
  };
  offer: {
    /**
     * What the page after payment gives to `<aftermint-offer>`. If the payment provider gives no answer, one click is not
     * allowed, and the offer is a link: the page says thank you, whatever happens to the offer.
     */
    input(order: PlacedOrder): Promise<OfferInput>;
  };
  /** What a page needs, as HTML. Attributes are escaped; a name that cannot be an attribute's is a TypeError. */
  html: {
    /** Style sheet and script tag for the head. `attributes` are more of the script tag: `{ 'data-consent': 'required' }`. */
    head(attributes?: HtmlAttributes): string;
    /** `<aftermint-bump name="bump">` with the open order of a checkout. */
    bump(order: Order, attributes?: HtmlAttributes): string;
    /** `<aftermint-offer>` with what `offer.input` gives. */
    offer(order: PlacedOrder, attributes?: HtmlAttributes): Promise<string>;
  };
  bump: {
    /**
     * What an offer costs at this moment, at the checkout if it names no other place; null if it is not made, or if the
     * offer is an empty text.
     */
    price(moment: BumpMoment, offer: string): Money | null;
    /** The lines that it adds to the order, which come to exactly that price; null if it is not made. */
    lines(moment: BumpMoment, offer: string): (OrderLine & { offer: string })[] | null;
    /**
     * What the form of a checkout says of its bump, which `name` names: the offer in the field `name`, and the price that
     * the shopper saw in `name-price`. Only with the verdict `accepted` may the shopper be charged for it.
     */
    read(moment: BumpMoment, form: BumpForm, name?: string): TakenBump;
  };
  /** Whether a payment can be charged again in one click: `platform.oneClick` of the page. Throws PaymentUnknown. */
  capability(payment: Pick<PlacedOrder, 'method' | 'currency' | 'paidAt'>): Promise<OneClick>;
  /** Stores an event and delivers it to `onEvent` and the collector, now or later. Throws TypeError, and as the store. */
  events: {
    /** Sends a paid order: one that `find` returned, or an OrderEvent. */
    order(order: OrderEvent | PlacedOrder): Promise<void>;
    refund(refund: RefundEvent): Promise<void>;
  };
  /** The accepts of an order, oldest first, with their receipts. Throws what the store throws. */
  accepts(order: string): Promise<AcceptRecord[]>;
  /** The accept that a charge was made for, by its idempotency key; null if there is none. */
  acceptOfCharge(key: string): Promise<AcceptRecord | null>;
  /** Finishes what requests left unfinished, and pays back charges that belong to no accept. Call it on a clock. */
  reconcile(): Promise<Reconciled>;
  /** Calls `reconcile` every `ms` milliseconds without keeping the process alive. Returns a function that stops it. */
  reconcileEvery(ms?: number): () => void;
  /** Frees the book's memory. Nothing else may be called afterwards. */
  close(): void;
}

/** The moment of a bump, completed. */
function complete(moment: BumpMoment, book: BookLines, now: number): Moment {
  return {
    placement: 'checkout',
    time: new Date(now).toISOString(),
    locale: book.locale,
    platform: {},
    page: { url: '/checkout' },
    ...moment,
    visitor: moment.visitor ?? { id: moment.order.id ? `order:${moment.order.id}` : '' },
  };
}

/**
 * Makes an endpoint.
 *
 * Throws RefusedInput for a book that cannot be used, and TypeError for an option that cannot be used.
 */
export async function createAftermint(options: AftermintOptions): Promise<Aftermint> {
  const { payments, store, stopped = () => [], now = Date.now, log = console } = options;
  const send = options.fetch ?? fetch;
  const secret = options.secret ?? process.env.AFTERMINT_SIGNING_KEY;
  for (const name of ['orders', 'payments', 'store'] as const) {
    if (!options[name]) throw new TypeError(`createAftermint needs ${name}`);
  }
  if (!secret) throw new TypeError('createAftermint needs secret, or AFTERMINT_SIGNING_KEY in the environment');
  const orders = ordersOf(options.orders);
  const collector = collectorOf(options.collector, process.env);
  if (collector && bytesOf(collector.key) < 32) {
    throw new TypeError('collector.key, or AFTERMINT_EVENT_KEYS in the environment, needs 32 bytes or more');
  }
  const { wasm } = options;
  const keys = ticketKeys(secret);
  const source = await readBook(options.book ?? process.env.AFTERMINT_BOOK ?? 'book.json');
  const engine = options.engine ?? (await load({ book: source, ...(wasm !== undefined && { wasm }) }));
  const data = (typeof source === 'string' ? JSON.parse(source) : source) as BookData;
  const book = new BookLines(data);
  const services: AcceptServices = {
    engine,
    book,
    orders,
    payments,
    ledger: new Ledger(store, now, (error) => log.error('aftermint: a lease cannot be renewed:', error)),
    outbox: new Outbox({ store, onEvent: options.onEvent, collector, fetch: send, now, log }),
    tickets: { merchant: book.merchant, keys },
    isStopped: (offer) => new Set(stopped()).has(offer),
    now,
    log,
  };
  const published = publicBook(data, engine);
  const paths = pathsOf(options.base ?? '', options.paths ?? {});
  const files = new PageFiles(options.files);
  const routes = makeHandler(services, {
    paths,
    book: () => published(stopped()),
    collector,
    allowOrigins: options.allowOrigins ?? [],
    files,
    fetch: send,
  });
  const reconciler = new Reconciler(services);

  const quote = (moment: BumpMoment, offer: string): Verification | null => {
    if (!offer) return null; // a form or a payment without a bump
    const verified = engine.verify({ moment: complete(moment, book, now()), offer });
    return verified.verdict === 'accepted' && !services.isStopped(offer) ? verified : null;
  };
  const capability: Aftermint['capability'] = async (payment) => {
    const { untilMs: _, ...oneClick } = await oneClickOf(services, payment);
    return oneClick;
  };
  const leave = async (...events: ServerEvent[]) => {
    for (const event of events) await store.leaveEvent(event);
    await services.outbox.relay();
  };
  const addresses = [
    paths.accept,
    `${paths.accept}/undo`,
    paths.book,
    ...(collector ? [paths.events] : []),
    ...PageFiles.names.map((name) => `${paths.files}/${name}`),
    '/bank/:charge',
  ];
  const input = async (order: PlacedOrder): Promise<OfferInput> => ({
    order: paidOrder(order),
    ticket: signTicket(order, services.tickets, now()),
    oneClick: await capability(order).catch((error: unknown): OneClick => {
      if (!(error instanceof PaymentUnknown)) throw error;
      log.warn(`aftermint: no offer in one click for order ${order.id}:`, error);
      return { allowed: false, currency: order.currency, reason: 'the payment provider gives no answer' };
    }),
  });
  const reconcileEvery: Aftermint['reconcileEvery'] = (ms = 5000) => {
    const pass = () => void reconciler.pass().catch((error: unknown) => log.error('aftermint:', error));
    const timer = setInterval(pass, ms);
    timer.unref();
    return () => clearInterval(timer);
  };
  const stopReconciler = options.reconcileMs ? reconcileEvery(options.reconcileMs) : () => undefined;
  return {
    handler: routes.handle,
    node: toNode(routes),
    fastify: toFastify(routes, addresses),
    ticket: { sign: (order) => signTicket(order, services.tickets, now()) },
    offer: { input },
    html: {
      head: (attributes = {}) => headHtml(files, paths, collector !== undefined, attributes),
      bump: (order, attributes = {}) => elementHtml('bump', order, { name: 'bump', ...attributes }),
      async offer(order, attributes = {}) {
        const { order: paid, ticket, oneClick } = await input(order);
        const own = { visitor: order.visitor, ticket, 'one-click': JSON.stringify(oneClick) };
        return elementHtml('offer', paid, { ...own, ...attributes });
      },
    },
    bump: {
      price: (moment, offer) => quote(moment, offer)?.price ?? null,
      lines: (moment, offer) => {
        const verified = quote(moment, offer);
        return verified && book.offerLines(verified, moment.locale ?? book.locale);
      },
      read: (moment, form, name) => readBump(services, complete(moment, book, now()), form, name),
    },
    capability,
    events: {
      order: async (order) => {
        const { at = now(), ...said } = eventOf(order);
        await leave(...orderEvents(said, (offer) => book.placementOf(offer), now(), millisOf(at)));
      },
      refund: async ({ at = now(), ...event }) => leave(makeEvent('refund', event, now(), millisOf(at))),
    },
    accepts: (order) => store.ofOrder(order),
    acceptOfCharge: (key) => store.ofCharge(key),
    reconcile: () => reconciler.pass(),
    reconcileEvery,
    close() {
      stopReconciler();
      engine.close();
    },
  };
}

/**
 * An endpoint that is made at its first use: `export const { GET, POST } = aftermint` in a route of Next, and
 * `await aftermint()` for everything else. `options` is called when it opens. The reconciler runs every five seconds, if
 * `reconcileMs` says nothing else.
 */
export function lazyAftermint(options: () => AftermintOptions | Promise<AftermintOptions>): LazyAftermint {
  return makeLazy(createAftermint, async () => ({ reconcileMs: 5000, ...(await options()) }));
}
