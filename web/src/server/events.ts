/** @file Events of the server: how they are made, signed, kept until they are delivered, and delivered. */
import type { Placement } from '../codes.gen.js';
import type { Arm } from '../types.js';
import { eventId, hmacSha256, writeTime } from './text.js';
import type { AcceptStore, Log, PlacedLine, PlacedOrder, ServerEvent } from './types.js';
import { kMaxMinor } from './types.js';

const kSource = '/server';
const kBatch = 100;
const kTimeoutMs = 10_000;

/** A collector of events, such as `aftermint serve`. */
export interface Collector {
  /** The address of events, as `https://events.shop.example/events`. */
  url: string;
  /** A key of the collector's `AFTERMINT_EVENT_KEYS`, 32 bytes or more. */
  key: string;
}

/** An order that was paid. `amount` is all that was paid with it, a bump included. */
export interface OrderEvent {
  order: string;
  amount: number;
  currency: string;
  visitor?: string;
  arms?: Arm[];
  /**
   * The lines of the order, for the offers that were taken with it: lines with an `offer`, and no `accept`. Each such
   * offer gets an accept of its own, at the placement of the line, else at that of the book; without one, a bump or a
   * bundle is counted as not taken.
   */
  lines?: PlacedLine[];
  /** Whether it is the shopper's first order. */
  buyer?: 'first' | 'returning';
  /** When it was paid; now if absent. */
  at?: Date | number | string;
}

/** Money that went back. */
export interface RefundEvent {
  order: string;
  /** The id of the refund. A repeat with the same id counts once. */
  refund: string;
  amount: number;
  currency: string;
  reason?: 'return' | 'chargeback' | 'cancelled' | 'other';
  /** The offer, if what came back is what it added. */
  offer?: string;
  at?: Date | number | string;
}

type Data = Omit<ServerEvent['data'], 'key'>;

/** An event with a new id. Its key is `order/offer/placement/type`, that of a refund `order/-/-/refund/REFUND`. */
export function makeEvent(
  type: 'order' | 'refund' | 'accept' | 'undo',
  said: Data,
  now: number,
  at = now,
): ServerEvent {
  if (!said.order || !said.currency) throw new TypeError(`the event ${type} needs order and currency`);
  if (!Number.isInteger(said.amount) || said.amount < 0 || said.amount > kMaxMinor) {
    throw new TypeError(`the event ${type} needs an amount in whole minor units, not ${said.amount}`);
  }
  const place = said.refund === undefined ? `${said.offer ?? '-'}/${said.placement ?? '-'}` : '-/-';
  const rest = said.refund === undefined ? '' : `/${said.refund}`;
  const key = `${said.order}/${place}/${type}${rest}`;
  return {
    specversion: '1.0',
    id: eventId(now),
    source: kSource,
    type: `aftermint.${type}`,
    time: writeTime(at),
    subject: said.order,
    data: { key, ...said },
  };
}

/** What an event says of one of the shop's orders. */
export function eventOf(order: OrderEvent | PlacedOrder): OrderEvent {
  if (!('id' in order)) return order;
  const { id, total, currency, lines, paidAt, visitor } = order;
  return { order: id, amount: total, currency, lines, at: paidAt, ...(visitor && { visitor }) };
}

/**
 * The events of a paid order: the order itself, and an accept for each offer that was taken with it, at the place where
 * it was shown: that of its line, else `placementOf` the offer.
 */
export function orderEvents(
  { lines = [], ...order }: Omit<OrderEvent, 'at'>,
  placementOf: (offer: string) => Placement,
  now: number,
  at: number,
): ServerEvent[] {
  const taken = new Map<string, { offer: string; placement: Placement; amount: number }>();
  for (const { offer, accept, price, quantity, placement } of lines) {
    if (!offer || accept) continue;
    const place = placement ?? placementOf(offer);
    const key = `${offer}/${place}`;
    const amount = (taken.get(key)?.amount ?? 0) + price * quantity;
    taken.set(key, { offer, placement: place, amount });
  }
  const { buyer: _, ...shared } = order;
  const accepts = [...taken.values()].map(({ offer, placement, amount }) => {
    const path = placement === 'thank_you' || placement === 'email' ? 'link' : 'form';
    return makeEvent('accept', { ...shared, offer, placement, path, amount }, now, at);
  });
  return [makeEvent('order', order, now, at), ...accepts];
}

/** The value of `Aftermint-Signature` for a body. */
export function signEvents(body: string, key: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${hmacSha256(key, `${seconds}.${body}`).toString('hex')}`;
}

/** Delivers waiting events of a store, each at least once. */
export class Outbox {
  private readonly _store: AcceptStore;
  private readonly _onEvent: ((event: ServerEvent) => void | Promise<void>) | undefined;
  private readonly _collector: Collector | undefined;
  private readonly _fetch: typeof fetch;
  private readonly _now: () => number;
  private readonly _log: Log;
  private _running: Promise<void> | undefined;

  constructor(parts: {
    store: AcceptStore;
    onEvent?: ((event: ServerEvent) => void | Promise<void>) | undefined;
    collector?: Collector | undefined;
    fetch: typeof fetch;
    now: () => number;
    log: Log;
  }) {
    this._store = parts.store;
    this._onEvent = parts.onEvent;
    this._collector = parts.collector;
    this._fetch = parts.fetch;
    this._now = parts.now;
    this._log = parts.log;
  }

  /** Delivers what waits now. A failure is logged, and the events wait for the next call. Does not throw. */
  async relay(): Promise<void> {
    // One delivery at a time, and one more for events that came during it.
    const before = this._running;
    const own = (async () => {
      await before;
      await this._deliver().catch((error: unknown) => this._log.error('aftermint: events wait in the store:', error));
    })();
    this._running = own;
    await own;
    if (this._running === own) this._running = undefined;
  }

  private async _deliver(): Promise<void> {
    for (;;) {
      const events = await this._store.waitingEvents(kBatch);
      if (events.length === 0) return;
      for (const event of events) await this._onEvent?.(event);
      if (this._collector) await this._send(this._collector, events);
      await this._store.dropEvents(events.map(({ id }) => id));
    }
  }

  private async _send(collector: Collector, events: ServerEvent[]): Promise<void> {
    const body = JSON.stringify(events);
    const response = await this._fetch(collector.url, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/cloudevents-batch+json',
        'Aftermint-Signature': signEvents(body, collector.key, this._now()),
      },
      signal: AbortSignal.timeout(kTimeoutMs),
    });
    const text = await response.text();
    if (response.ok) {
      const { refused = [] } = JSON.parse(text) as { refused?: { id: string; message: string }[] };
      for (const each of refused) this._log.error(`aftermint: the collector refuses event ${each.id}: ${each.message}`);
      return;
    }
    // A batch without a usable event. Alone, an event is refused for good; of several, some may be good.
    if (response.status === 400 && text.includes('batch_invalid')) {
      if (events.length === 1)
        return this._log.error(`aftermint: the collector refuses event ${events[0]!.id}: ${text}`);
      for (const event of events) await this._send(collector, [event]);
      return;
    }
    throw new Error(`the collector answers ${response.status}: ${text.slice(0, 500)}`);
  }
}
