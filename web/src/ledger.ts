import { type Keep, readJson } from './keep.js';

/** One accept that was sent, or is about to be. */
export interface Intent {
  order: string;
  offer: string;
  amount: number;
  currency: string;
  /** The Idempotency-Key: one for order, offer and price, whatever happens. */
  key: string;
  at: number;
  /** Nothing can come of it any more: declined, unavailable, undone. */
  closed?: boolean;
  /** The page was told that it was bought, and that it was taken back. */
  accepted?: boolean;
  undone?: boolean;
}

/** What makes two accepts the same. */
export type IntentIdentity = Pick<Intent, 'order' | 'offer' | 'amount' | 'currency'>;

const kIntents = 'aftermint.accepts.1';
/** Where declines are kept; another tab hears of a change by it. */
export const kDeclined = 'aftermint.declined.1';
const kMaxKept = 50;
const kMaxAgeMs = 7 * 24 * 3600 * 1000;

interface Declined {
  order: string;
  offer: string;
  at: number;
}

/**
 * Remembers yes and no of an order across reloads and tabs: a key is made once and never replaced, and who said no is
 * not asked again. It is what the shopper has asked for, so it is kept without a consent, and for a week alone.
 */
export class Ledger {
  private readonly _keep: Keep;
  private readonly _now: () => number;

  /** @param keep survives the tab. */
  constructor(keep: Keep, now: () => number) {
    this._keep = keep;
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

  /** Stores an accept, in place of its former self; what another tab noted of it stays. */
  put(intent: Intent): void {
    const others = this._intents().filter((known) => !same(known, intent));
    this._keep.set(kIntents, JSON.stringify([...others, { ...this.find(intent), ...intent }].slice(-kMaxKept)));
  }

  /** Notes that the page is told how an accept ended; whether it was told before, here or in another tab. */
  told(identity: IntentIdentity, end: 'accepted' | 'undone'): boolean {
    const known = this.find(identity);
    if (known) this.put({ ...known, [end]: true });
    return !!known?.[end];
  }

  /** The offers declined in an order. */
  declined(order: string): string[] {
    return this._declined()
      .filter((decline) => decline.order === order)
      .map(({ offer }) => offer);
  }

  /** Remembers a decline for its order: the offer is not made there again. */
  decline(order: string, offer: string): void {
    const all = [...this._declined(), { order, offer, at: this._now() }];
    this._keep.set(kDeclined, JSON.stringify(all.slice(-kMaxKept)));
  }

  private _declined(): Declined[] {
    return this._recent(kDeclined, isDeclined);
  }

  private _intents(): Intent[] {
    return this._recent(kIntents, isIntents);
  }

  private _recent<Entry extends { at: number }>(name: string, fits: (value: unknown) => value is Entry[]): Entry[] {
    const since = this._now() - kMaxAgeMs;
    return readJson(this._keep, name, [], fits).filter((entry) => entry.at > since);
  }
}

function same(a: IntentIdentity, b: IntentIdentity): boolean {
  return a.order === b.order && a.offer === b.offer && a.amount === b.amount && a.currency === b.currency;
}

function isIntents(value: unknown): value is Intent[] {
  return Array.isArray(value) && value.every((entry) => typeof (entry as Intent | null)?.key === 'string');
}

function isDeclined(value: unknown): value is Declined[] {
  return Array.isArray(value) && value.every((entry) => typeof (entry as Declined | null)?.offer === 'string');
}
