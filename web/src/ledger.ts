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
const kDeclined = 'aftermint.declined';
const kMaxKept = 50;
const kMaxAgeMs = 7 * 24 * 3600 * 1000;

/** Remembers accepts across reloads and tabs, so that a key is made once and never replaced. */
export class Ledger {
  private readonly _keep: Keep;
  private readonly _session: Keep;
  private readonly _now: () => number;

  /** @param keep survives the tab; @param session lives as long as the tab. */
  constructor(keep: Keep, session: Keep, now: () => number) {
    this._keep = keep;
    this._session = session;
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

  declined(order: string): string[] {
    return this._declined()[order] ?? [];
  }

  /** Remembers a decline for its order: the offer is not made there again. */
  decline(order: string, offer: string): void {
    const all = this._declined();
    all[order] = [...new Set([...(all[order] ?? []), offer])];
    this._session.set(kDeclined, JSON.stringify(Object.fromEntries(Object.entries(all).slice(-kMaxKept))));
  }

  private _declined(): Record<string, string[]> {
    return { ...readJson(this._session, kDeclined, {}, isDeclined) };
  }

  private _intents(): Intent[] {
    const since = this._now() - kMaxAgeMs;
    return readJson(this._keep, kIntents, [], isIntents).filter((intent) => intent.at > since);
  }
}

function same(a: IntentIdentity, b: IntentIdentity): boolean {
  return a.order === b.order && a.offer === b.offer && a.amount === b.amount && a.currency === b.currency;
}

function isIntents(value: unknown): value is Intent[] {
  return Array.isArray(value) && value.every((entry) => typeof (entry as Intent | null)?.key === 'string');
}

function isDeclined(value: unknown): value is Record<string, string[]> {
  return !!value && typeof value === 'object' && Object.values(value).every(Array.isArray);
}
