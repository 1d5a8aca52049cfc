/** @file Remembers a shopper's accepts and declines per order. */
import { readList, type SafeStorage } from './storage.js';

/** One accept that was sent or is about to be sent. */
export interface Intent {
  order: string;
  offer: string;
  amount: number;
  currency: string;
  /** The Idempotency-Key. It never changes for the same order, offer and price. */
  key: string;
  at: number;
  /** The accept has ended without a purchase: declined, unavailable or undone. */
  closed?: boolean;
  /** The page has been told that the offer was bought. */
  accepted?: boolean;
  /** The page has been told that the purchase was undone. */
  undone?: boolean;
}

/** Two accepts with the same identity are the same accept. */
export type IntentIdentity = Pick<Intent, 'order' | 'offer' | 'amount' | 'currency'>;

const kIntents = 'aftermint.accepts.1';
/** Declines by order, all from the last week. A `storage` event with this key tells other tabs of a change. */
export const kOrderDeclines = 'aftermint.order-declines.1';
const kFormerOrderDeclines = 'aftermint.declined.1';
const kMaxEntries = 50;
const kMaxAgeMs = 7 * 24 * 3600 * 1000;

interface OrderDecline {
  order: string;
  offer: string;
  at: number;
}

/**
 * Remembers accepts and declines of an order across reloads and tabs, so that a key is made only once and a shopper who
 * declined is not asked again. The shopper asked for this, so it needs no consent; it is kept for one week.
 */
export class Ledger {
  private readonly _storage: SafeStorage;
  private readonly _now: () => number;

  /** @param storage should outlive the tab. */
  constructor(storage: SafeStorage, now: () => number) {
    this._storage = storage;
    this._now = now;
  }

  find(identity: IntentIdentity): Intent | undefined {
    return this._intents().find((intent) => same(intent, identity));
  }

  /** The accepts of an order, newest first. */
  of(order: string): Intent[] {
    return this._intents()
      .filter((intent) => intent.order === order)
      .reverse();
  }

  /** Stores an accept or updates it. Properties that only another tab has set are kept. */
  put(intent: Intent): void {
    const others = this._intents().filter((known) => !same(known, intent));
    this._storage.set(kIntents, JSON.stringify([...others, { ...this.find(intent), ...intent }].slice(-kMaxEntries)));
  }

  /** Records that the page has been told how an accept ended. Returns whether that had already been recorded. */
  markReported(identity: IntentIdentity, end: 'accepted' | 'undone'): boolean {
    const known = this.find(identity);
    if (known) this.put({ ...known, [end]: true });
    return !!known?.[end];
  }

  /** The offers declined in an order. */
  declined(order: string): string[] {
    return this._declines()
      .filter((decline) => decline.order === order)
      .map(({ offer }) => offer);
  }

  /** Remembers a decline, so that the offer is not made again in this order. */
  decline(order: string, offer: string): void {
    const all = [...this._declines(), { order, offer, at: this._now() }];
    this._storage.set(kOrderDeclines, JSON.stringify(all.slice(-kMaxEntries)));
  }

  private _declines(): OrderDecline[] {
    return this._recent(kOrderDeclines, 'offer', kFormerOrderDeclines);
  }

  private _intents(): Intent[] {
    return this._recent(kIntents, 'key');
  }

  private _recent<T extends { at: number }>(name: string, needed: keyof T, formerName?: string): T[] {
    const since = this._now() - kMaxAgeMs;
    return readList<T | null>(this._storage, name, formerName).filter((entry): entry is T => {
      return typeof entry?.[needed] === 'string' && entry.at > since;
    });
  }
}

function same(a: IntentIdentity, b: IntentIdentity): boolean {
  return a.order === b.order && a.offer === b.offer && a.amount === b.amount && a.currency === b.currency;
}
