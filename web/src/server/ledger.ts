/** @file The changes of accepts: each is one comparison and one write in the store, so no process overwrites another. */
import { randomId, sha256Hex } from './text.js';
import type { AcceptRecord, AcceptState, AcceptStore, ServerEvent } from './types.js';
import { isLive, isOpen, isUnsettled } from './types.js';

/**
 * How long a lease on an accept lasts, in ms. A process that works on an accept holds its lease and renews it. No other
 * process charges or closes the accept before the lease has run out.
 */
export const kLeaseMs = 30_000;
/** Between two questions to the provider about an accept that it did not find. */
export const kPostponeMs = 600_000;

const kMaxTries = 100;

/** What an accept was when something was to be stored in it. */
export type Stored =
  /** It was open, and the change is stored. */
  | 'now'
  /** It is accepted, being undone or undone, so it has its charge. */
  | 'before'
  /** Its charge is not wanted any more: nothing is stored. */
  | 'closed'
  /** There is no such accept. */
  | 'gone';

function storedAs(state: AcceptState): Exclude<Stored, 'gone'> {
  if (isOpen(state)) return 'now';
  return state === 'accepted' || state === 'undoing' || state === 'undone' ? 'before' : 'closed';
}

/** A lease that ends later than a lease can is of a clock that was wrong. */
export const leaseRuns = (record: AcceptRecord, now: number): boolean =>
  now < record.leaseUntil && record.leaseUntil <= now + kLeaseMs;

type Change = { to: Partial<AcceptRecord>; event?: ServerEvent } | null;

/** The accepts of a store, as one process works on them. */
export class Ledger {
  readonly store: AcceptStore;
  private readonly _now: () => number;
  private readonly _owner = randomId();
  private readonly _held = new Map<string, number>();
  private readonly _onRenewFault: (error: unknown) => void;
  private _timer: ReturnType<typeof setInterval> | undefined;
  private _prefix: Promise<string> | undefined;

  constructor(store: AcceptStore, now: () => number, onRenewFault: (error: unknown) => void) {
    this.store = store;
    this._now = now;
    this._onRenewFault = onRenewFault;
  }

  /** What every charge key of this store begins with. */
  async chargePrefix(): Promise<string> {
    this._prefix ??= this.store.id().then((id) => `accept-${id}-`);
    try {
      return await this._prefix;
    } catch (error) {
      this._prefix = undefined; // ask again next time
      throw error;
    }
  }

  get(key: string): Promise<AcceptRecord | null> {
    return this.store.get(key);
  }

  async liveAccept(order: string): Promise<AcceptRecord | undefined> {
    const all = await this.store.ofOrder(order);
    return all.find(({ state }) => isLive(state));
  }

  /** Stores the intent to charge, with a lease of this process; null if its key is used or the order has an accept. */
  async begin(record: AcceptRecord): Promise<AcceptRecord | null> {
    const chargeKey = (await this.chargePrefix()) + sha256Hex(`${record.order}\n${record.key}`);
    const begun = { ...record, chargeKey, leaseOwner: this._owner, leaseUntil: this._now() + kLeaseMs };
    return (await this.store.insert(begun)) ? begun : null;
  }

  /** Stores an accept again that is gone; false as `begin`. */
  restore(record: AcceptRecord): Promise<boolean> {
    const again = { ...record, state: 'charging' as const, version: 0 };
    return this.store.insert({ ...again, leaseOwner: this._owner, leaseUntil: this._now() + kLeaseMs });
  }

  /**
   * Takes the lease of an unsettled accept for as long as `work` runs, or keeps it if this process has it.
   *
   * `work` gets false if another process has the lease or the accept is settled. A `chargeUntil` after the stored one
   * replaces it.
   */
  async withLease<T>(key: string, chargeUntil: number, work: (isHeld: boolean) => Promise<T>): Promise<T> {
    const now = this._now();
    const taken = await this._change(key, (stored) => {
      const isMine = stored.leaseOwner === this._owner;
      if (!isUnsettled(stored.state) || (leaseRuns(stored, now) && !isMine)) return null;
      return {
        to: {
          leaseOwner: this._owner,
          leaseUntil: now + kLeaseMs,
          chargeUntil: Math.max(stored.chargeUntil, chargeUntil),
        },
      };
    });
    if (!taken) return work(false);
    this._hold(key);
    try {
      return await work(true);
    } finally {
      this._release(key);
    }
  }

  /** Ends the lease of an accept at once, unless a request of this process still holds it. */
  async giveBack(key: string): Promise<void> {
    if (this._held.has(key)) return;
    await this._change(key, (stored) => (stored.leaseOwner === this._owner ? { to: { leaseUntil: 0 } } : null));
  }

  /** Renews the leases that requests of this process hold. */
  async renewLeases(): Promise<void> {
    const leaseUntil = this._now() + kLeaseMs;
    for (const key of [...this._held.keys()]) {
      await this._change(key, (stored) => (stored.leaseOwner === this._owner ? { to: { leaseUntil } } : null));
    }
  }

  /** Sets state, charge and reason; does nothing if the accept is not in the state `from.state` any more. */
  async move(from: AcceptRecord, state: AcceptState, charge: string, reason: string): Promise<void> {
    await this._change(from.key, (stored) => (stored.state === from.state ? { to: { state, charge, reason } } : null));
  }

  /** Closes an accept that has no charge and is past `chargeUntil`, if this process has its lease. */
  async expire(key: string, reason: string): Promise<void> {
    const now = this._now();
    await this._change(key, (stored) => {
      const isOver = stored.state === 'charging' && stored.charge === '' && stored.chargeUntil <= now;
      return isOver && stored.leaseOwner === this._owner ? { to: { state: 'expired', reason } } : null;
    });
  }

  /** Closes an accept that has no charge, if this process has its lease. */
  async closeUncharged(key: string, reason: string): Promise<void> {
    await this._change(key, (stored) => {
      const isUncharged = stored.state === 'charging' && stored.charge === '';
      return isUncharged && stored.leaseOwner === this._owner ? { to: { state: 'expired', reason } } : null;
    });
  }

  /** Stores in an open accept that it was charged: from then on it cannot expire. */
  storeCharge(key: string, charge: string): Promise<Stored> {
    return this._whereOpen(key, () => ({ to: { charge } }));
  }

  /** Stores an open accept as accepted, with its receipt and its event. */
  commit(key: string, accepted: Partial<AcceptRecord>, event: ServerEvent): Promise<Stored> {
    return this._whereOpen(key, () => ({ to: { ...accepted, state: 'accepted' }, event }));
  }

  /**
   * Stores the intent to pay back a charge for which nothing was added. An accept that is gone is stored again, as
   * `refunding`. Changes nothing if it is accepted, undone, or paid back already.
   */
  async startRefund(record: AcceptRecord, charge: string, reason: string): Promise<void> {
    const refund = { state: 'refunding' as const, charge, reason };
    const changed = await this._change(record.key, (stored) =>
      isOpen(stored.state) || /^(declined|expired|review)$/.test(stored.state) ? { to: refund } : null,
    );
    if (changed === undefined) await this.store.insert({ ...record, ...refund, leaseUntil: 0, version: 0 });
  }

  /** Stores an accept in state `undoing` as undone, with its event. */
  async commitUndo(key: string, event: ServerEvent): Promise<void> {
    await this._change(key, (stored) => (stored.state === 'undoing' ? { to: { state: 'undone' }, event } : null));
  }

  /** Leaves an accept that was not found out of `unfound` for kPostponeMs. */
  async postpone(key: string): Promise<void> {
    const leaseUntil = this._now() + kPostponeMs;
    await this._change(key, ({ state }) => (/^(expired|review)$/.test(state) ? { to: { leaseUntil } } : null));
  }

  /** The stored accept of a record, or of its charge. */
  async current(record: AcceptRecord): Promise<AcceptRecord | null> {
    return (await this.store.get(record.key)) ?? (record.chargeKey ? this.store.ofCharge(record.chargeKey) : null);
  }

  private async _whereOpen(key: string, change: () => Change): Promise<Stored> {
    let was: Stored = 'gone';
    await this._change(key, (stored) => {
      was = storedAs(stored.state);
      return was === 'now' ? change() : null;
    });
    return was;
  }

  /** Changes an accept as it is now. @return true if so, false if `change` gave null, undefined if it is gone. */
  private async _change(key: string, change: (stored: AcceptRecord) => Change): Promise<boolean | undefined> {
    for (let tries = 0; tries < kMaxTries; tries++) {
      const stored = await this.store.get(key);
      if (!stored) return undefined;
      const changed = change(stored);
      if (!changed) return false;
      if (await this.store.replace({ ...stored, ...changed.to }, changed.event)) return true;
    }
    throw new Error(`accept ${key} changes all the time`);
  }

  private _hold(key: string): void {
    this._held.set(key, (this._held.get(key) ?? 0) + 1);
    if (this._timer) return;
    this._timer = setInterval(() => void this.renewLeases().catch(this._onRenewFault), kLeaseMs / 3);
    this._timer.unref();
  }

  private _release(key: string): void {
    const count = (this._held.get(key) ?? 1) - 1;
    if (count > 0) this._held.set(key, count);
    else this._held.delete(key);
    if (this._held.size > 0) return;
    clearInterval(this._timer);
    this._timer = undefined;
  }
}
