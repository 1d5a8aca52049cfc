/** @file What the accept endpoint works with. Amounts are minor units, times are ms since 1970. */
import type { Placement, RequestFault } from '../codes.gen.js';
import type { Arm } from '../types.js';

/** A line of an order. */
export interface OrderLine {
  product: string;
  variant?: string;
  /** Of the product, in the order's language. */
  title?: string;
  variantTitle?: string;
  quantity: number;
  /** Of one piece. */
  price: number;
  /** The accepted offer that added it. */
  offer?: string;
  /** Of an upgrade: the product that it replaces. `price` is then the difference. */
  replaces?: string;
}

/** A line of one of your orders. */
export interface PlacedLine extends OrderLine {
  /** The key of the accept that added it, as `addLines` gave it. */
  accept?: string;
  /** Taken back by an undo. Such a line does not count. You may also delete it. */
  undone?: boolean;
  /** Where its `offer` was shown; needed only if the book makes the offer at the checkout and elsewhere, too. */
  placement?: Placement;
}

/** One of your paid orders. */
export interface PlacedOrder {
  id: string;
  /** ISO 4217. */
  currency: string;
  /** Everything that was paid, with delivery, discounts and the lines of accepts. */
  total: number;
  lines: PlacedLine[];
  /** The policy's `windowSeconds` begin here. */
  paidAt: Date | number | string;
  /** How it was paid, by the provider's id: a payment method, or a PaymentIntent of Stripe. */
  method?: string;
  visitor?: string;
  /** BCP 47. */
  locale?: string;
}

/** A line that an accept adds: store `accept` with it, and give it back in `find`. */
export type AddedLine = OrderLine & { offer: string; accept: string };

/**
 * Your orders. Two methods change an order; both run inside `lock`, so they may be written as for a single request.
 *
 * A method that throws changes nothing for the shopper: the accept keeps its state, the server answers 503, and the next
 * request or the reconciler tries again. So a method must have stored its change for good when it returns.
 */
export interface Orders {
  /** The paid order with that id; null if there is none, or if it is not paid. */
  find(id: string): Promise<PlacedOrder | null | undefined>;
  /**
   * Adds lines to a paid order and raises its total by their sum.
   *
   * @return false if the order takes no more lines, because it was cancelled or packed. The charge is then paid back.
   */
  addLines(order: string, lines: AddedLine[]): Promise<boolean>;
  /** Removes the lines with this `accept` and lowers the total. Does nothing if there are none. */
  removeLines(order: string, accept: string): Promise<void>;
  /**
   * Runs `work` while no other process changes the lines of this order, and returns what it returns. `postgresLock` and
   * `processLock` are ready to use.
   */
  lock<T>(order: string, work: () => Promise<T>): Promise<T>;
}

/** `requires_action` and `processing` may still change, the others only to `refunded`. */
export type ChargeState = 'succeeded' | 'declined' | 'requires_action' | 'processing' | 'refunded';

/** A charge as the provider has it. */
export interface Charge {
  /** The provider's id. */
  id: string;
  state: ChargeState;
  amount: number;
  currency: string;
  /** The id of the order it is for. */
  reference: string;
}

/** What to charge. */
export interface ChargeRequest {
  /** The idempotency key, at most 255 characters. */
  key: string;
  /** The id of the order it is for. */
  reference: string;
  amount: number;
  currency: string;
  /** `PlacedOrder.method`. */
  method: string;
}

/** What is known of a charge that is looked for. */
export interface ChargeQuery {
  key: string;
  reference: string;
  method: string;
  /** The provider's id, where it is known. */
  charge?: string;
  /** It was not made before. */
  since: number;
}

/** What the shopper does to confirm a charge that requires action: a page to visit, or data for the page's own code. */
export interface ChargeAction {
  url?: string;
  action?: unknown;
}

/** A payment provider. It charges at most once for a key. */
export interface PaymentProvider {
  /**
   * Charges. For a known key it charges nothing and returns the first result again, even if the state has changed.
   *
   * Throws PaymentUnknown if the outcome is not known, and PaymentKeyReused for a key with other parameters.
   */
  charge(request: ChargeRequest): Promise<Charge>;
  /** The charge that was made with a key, in its current state; null if there is none. Throws PaymentUnknown. */
  find(query: ChargeQuery): Promise<Charge | null>;
  /** Pays back a succeeded charge in full, by its id; a repeat changes nothing. Throws PaymentUnknown if it cannot. */
  refund(charge: string): Promise<Charge>;
  /**
   * The charges with keys of accepts that were made since then, oldest first, each with its key. Leave it out if the
   * provider cannot list: the reconciler then asks about each expired accept. Throws PaymentUnknown.
   */
  listSince?(since: number): Promise<{ key: string; charge: Charge }[]>;
  /** How the shopper confirms a charge that requires action. Throws PaymentUnknown. */
  action(charge: string): Promise<ChargeAction>;
  /** Whether this way of paying can be charged again in one click, in this currency; else why not. */
  chargesAgain(method: string, currency: string): Promise<true | string>;
}

/** The provider gave no usable answer: whether money moved is unknown, so ask again with the same key. */
export class PaymentUnknown extends Error {
  override readonly name = 'PaymentUnknown';
}

/** A key was used with other parameters. A bug; nothing was charged. */
export class PaymentKeyReused extends Error {
  override readonly name = 'PaymentKeyReused';
}

/**
 * The state of an accept. In `declined`, `refunded`, `refunding`, `review` and `expired` the order may take another one.
 *
 * `refunding`: charged, but nothing may be added for it, so the charge is paid back. `review`: to be paid back, but the
 * provider does not find the charge. `expired`: never charged, and its time is over.
 */
export type AcceptState =
  | 'charging'
  | 'processing'
  | 'requires_action'
  | 'accepted'
  | 'undoing'
  | 'undone'
  | 'declined'
  | 'refunded'
  | 'refunding'
  | 'review'
  | 'expired';

/** What the shopper saw when they accepted, kept as evidence. */
export interface Receipt {
  id: string;
  headline: string;
  /** As shown. */
  price: string;
  /** Of the button. */
  label: string;
  locale: string;
  /** Of a recurring item, accepted by a checkbox of its own. */
  terms: string;
  /** 0 before it is accepted. */
  acceptedAt: number;
  /** SHA-256 over the receipt, the order, the offer and the amount. */
  hash: string;
}

/** One accept, by its idempotency key. */
export interface AcceptRecord {
  key: string;
  /** SHA-256 of order, offer, amount and currency: tells whether a key is reused. */
  requestHash: string;
  order: string;
  offer: string;
  state: AcceptState;
  amount: number;
  currency: string;
  method: string;
  visitor: string;
  /** Of the decision. */
  arms: Arm[];
  /** The ticket's `jti`. */
  ticket: string;
  /** The provider's id; empty before the charge. */
  charge: string;
  /** Why it was declined, closed or paid back. */
  reason: string;
  createdAt: number;
  /** Exclusive; 0 before it is accepted. */
  undoUntil: number;
  /** The provider's idempotency key. */
  chargeKey: string;
  /** Exclusive: later no charge is made, and an accept without a charge expires. */
  chargeUntil: number;
  /** The process that works on it, and until when (exclusive). */
  leaseOwner: string;
  leaseUntil: number;
  receipt: Receipt;
  /** To be added; fixed before the charge, so that a changed book has no effect. */
  lines: OrderLine[];
  /** Counts the changes of this record. */
  version: number;
}

/** An event of the server, as CloudEvents 1.0 (docs/formats.md, Events of your server). */
export interface ServerEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: `aftermint.${'order' | 'refund' | 'accept' | 'undo'}`;
  /** RFC 3339. */
  time: string;
  /** The order. */
  subject: string;
  data: {
    key: string;
    offer?: string;
    placement?: string;
    order: string;
    visitor?: string;
    amount: number;
    currency: string;
    path?: string;
    arms?: Arm[];
    reason?: string;
    buyer?: 'first' | 'returning';
    refund?: string;
  };
}

/**
 * Where accepts and waiting events are kept. Accepts are never deleted.
 *
 * `insert` and `replace` must be atomic and stored for good when they return. `sqliteStore`, `postgresStore` and
 * `memoryStore` are ready to use.
 */
export interface AcceptStore {
  /** The random id of this store: made at the first call, the same ever after, for every process. */
  id(): Promise<string>;
  get(key: string): Promise<AcceptRecord | null>;
  /** The accept with this `chargeKey`. */
  ofCharge(chargeKey: string): Promise<AcceptRecord | null>;
  /** All accepts of an order, oldest first. */
  ofOrder(order: string): Promise<AcceptRecord[]>;
  /**
   * Stores a new accept. Returns false, and stores nothing, if its key or its charge key is used, or if it is live
   * (`isLive`) and the order has a live accept.
   */
  insert(record: AcceptRecord): Promise<boolean>;
  /**
   * Replaces the accept with this key if its version is still `record.version`, stores it with the next version, and
   * stores the event as waiting in the same transaction. Returns false, and stores nothing, if the version is another.
   */
  replace(record: AcceptRecord, event?: ServerEvent): Promise<boolean>;
  /** The keys of unsettled accepts (`isUnsettled`) whose `leaseUntil` is at most `now` or after `latest`, oldest first. */
  idle(now: number, latest: number): Promise<string[]>;
  /** The same of accepts in state `expired` or `review` that were made at `since` or later. */
  unfound(since: number, now: number, latest: number): Promise<string[]>;
  /** Stores an event as waiting. */
  leaveEvent(event: ServerEvent): Promise<void>;
  /** The oldest waiting events, at most `limit`. */
  waitingEvents(limit: number): Promise<ServerEvent[]>;
  /** Removes waiting events by their ids. */
  dropEvents(ids: string[]): Promise<void>;
}

/** Whether money is or may be kept for an accept: while there is one, its order takes no other. */
export const isLive = (state: AcceptState): boolean => !/^(declined|refunded|refunding|review|expired)$/.test(state);
/** Whether an accept still has to become something else. */
export const isUnsettled = (state: AcceptState): boolean =>
  /^(charging|processing|requires_action|undoing|refunding)$/.test(state);
/** Whether an accept may still become accepted. */
export const isOpen = (state: AcceptState): boolean => /^(charging|processing|requires_action)$/.test(state);

/** A request that is answered with 4xx. */
export class RequestRefused extends Error {
  readonly status: number;
  readonly code: RequestFault;
  readonly hint: string;
  constructor(status: number, code: RequestFault, message: string, hint: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

/** Where messages about faults go. */
export type Log = Pick<Console, 'info' | 'warn' | 'error'>;

/** The largest amount, in minor units. */
export const kMaxMinor = 1_000_000_000_000;
