/** @file Settles what requests left unfinished: compares accepts, the provider's charges, orders and events. */
import { kLeaseMs } from './ledger.js';
import { type AcceptServices, chargeOf } from './services.js';
import { advance, payBackCharge } from './steps.js';
import type { AcceptRecord, Charge, ChargeState } from './types.js';
import { isOpen } from './types.js';

/** How far back the reconciler asks for charges that belong to no accept. */
const kLookBackMs = 24 * 3600_000;
/** The provider's clock may differ from ours by this much, and it may list a charge this much later. */
const kListOverlapMs = 120_000;
/** An accept may live this long before it expires: the longest one-click window that a book can have. */
const kLongestWindowMs = kLookBackMs;
/** The longest pause between two questions about one accept. */
const kLongestPauseMs = 3600_000;

/** How many accepts and charges a pass changed. */
export interface Reconciled {
  /** Accepts that were unsettled and are not any more, expired ones included. */
  settled: number;
  /** Charges that belonged to no accept. */
  paidBack: number;
  /** Accepts and charges that could not be handled; the next pass tries again. */
  failed: number;
}

const mayBeMoney = (state: ChargeState): boolean => state !== 'declined' && state !== 'refunded';

/** An accept for a charge whose own accept is gone, so that the refund can be stored. */
function lostAccept(key: string, { reference, amount, currency }: Charge, now: number): AcceptRecord {
  const receipt = { id: '', headline: '', price: '', label: '', locale: '', terms: '', acceptedAt: 0, hash: '' };
  return {
    key,
    requestHash: '',
    order: reference,
    offer: '',
    state: 'charging',
    amount,
    currency,
    method: '',
    visitor: '',
    arms: [],
    ticket: '',
    charge: '',
    reason: '',
    createdAt: now,
    undoUntil: 0,
    chargeKey: key,
    chargeUntil: 0,
    leaseOwner: '',
    leaseUntil: 0,
    receipt,
    lines: [],
    version: 0,
  };
}

/**
 * Compares the accepts with the provider's charges, pass by pass. Several processes may each run one on one store.
 *
 * A pass takes every unsettled accept whose lease has run out, asks the provider for its charge and does its next steps;
 * it never charges. One that stays as it is waits for a tenth of its age, an hour at most. Then it looks for charges that
 * no accept has, and pays them back: among the provider's list, or by asking for each accept that expired within the
 * last day. Only charges with the key of this store are touched. At last it delivers waiting events.
 */
export class Reconciler {
  private readonly _services: AcceptServices;
  private _looksBack = true;
  private _listedAt = 0;
  private _pauses = new Map<string, number>();
  private _running: Promise<Reconciled> | undefined;

  constructor(services: AcceptServices) {
    this._services = services;
  }

  /** One pass; a call during a pass waits for that one. What cannot be handled is logged and does not stop the rest. */
  pass(): Promise<Reconciled> {
    this._running ??= this._pass().finally(() => {
      this._running = undefined;
    });
    return this._running;
  }

  private async _pass(): Promise<Reconciled> {
    const done = { settled: 0, paidBack: 0, failed: 0 };
    await this._attempt('unsettled accepts', done, () => this._settleIdle(done));
    await this._attempt('the charges of the provider', done, () =>
      this._services.payments.listSince ? this._checkList(done) : this._askUnfound(done),
    );
    await this._services.outbox.relay();
    return done;
  }

  private async _attempt(what: string, done: Reconciled, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this._services.log.warn(`aftermint: ${what} cannot be reconciled yet:`, error);
      done.failed += 1;
    }
  }

  private async _settleIdle(done: Reconciled): Promise<void> {
    const { ledger, now } = this._services;
    const started = now();
    const pauses = new Map<string, number>();
    for (const key of await ledger.store.idle(started, started + kLeaseMs)) {
      const pause = this._pauses.get(key);
      if (pause !== undefined && started < pause && pause <= started + kLongestPauseMs) {
        pauses.set(key, pause);
        continue;
      }
      await this._attempt(`accept ${key}`, done, async () => {
        await ledger.withLease(key, 0, async (isHeld) => {
          const record = isHeld ? await ledger.get(key) : null;
          if (!record) return;
          // One that stays as it is, such as a payment that no bank confirms, is asked about less and less often.
          const age = (started - record.createdAt) / 10;
          pauses.set(key, started + Math.min(Math.max(age, kLeaseMs), kLongestPauseMs));
          const { state } = await advance(this._services, record, 'settle');
          if (state !== record.state) done.settled += 1;
        });
        await ledger.giveBack(key); // so that a page may send the key of an accept again that has no charge
      });
    }
    this._pauses = pauses;
  }

  private async _checkList(done: Reconciled): Promise<void> {
    const { payments, now, ledger } = this._services;
    const started = now();
    const back = started - kLookBackMs;
    const isWholeDay = this._looksBack || this._listedAt > started;
    const failedBefore = done.failed;
    this._looksBack = true; // until this list is done
    const since = isWholeDay ? back : Math.max(back, this._listedAt - kListOverlapMs);
    const prefix = await ledger.chargePrefix();
    for (const { key, charge } of (await payments.listSince?.(since)) ?? []) {
      if (!mayBeMoney(charge.state) || !key.startsWith(prefix)) continue;
      await this._attempt(`charge ${charge.id}`, done, () => this._checkCharge(key, charge, done));
    }
    // What failed is listed again.
    if (done.failed === failedBefore) {
      this._listedAt = started;
      this._looksBack = false;
    } else {
      this._looksBack = isWholeDay;
    }
  }

  private async _checkCharge(key: string, charge: Charge, done: Reconciled): Promise<void> {
    const { ledger, payments, now, log } = this._services;
    const known = await ledger.store.ofCharge(key);
    const record = known ?? lostAccept(key, charge, now());
    const { state } = record;
    if (known && isOpen(state)) return; // a request or `_settleIdle` continues it
    if (state === 'accepted' || state === 'undoing' || state === 'refunding') return;
    if (state === 'undone' || state === 'refunded') {
      // The list may be older than the refund.
      const current = await payments.find({ ...chargeOf(record), charge: charge.id });
      if (charge.state !== 'succeeded' || current?.state !== 'succeeded') return;
      log.error(`aftermint: charge ${charge.id} is ${state} here, but not at the provider: it is paid back again`);
      await payments.refund(charge.id);
      done.paidBack += 1;
      return;
    }
    if (state === 'review' && charge.state !== 'succeeded') return;
    const { id, reference, amount, currency } = charge;
    log.error(`aftermint: charge ${id} of order ${reference}, ${amount} ${currency}, has no accept: it is paid back`);
    const reason = state === 'review' ? record.reason : known ? 'late_charge' : 'accept_lost';
    await payBackCharge(this._services, record, id, reason);
    done.paidBack += 1;
  }

  private async _askUnfound(done: Reconciled): Promise<void> {
    const { ledger, payments, now, log } = this._services;
    const started = now();
    const since = started - kLookBackMs - kLongestWindowMs;
    for (const key of await ledger.store.unfound(since, started, started + 2 * kLongestPauseMs)) {
      await this._attempt(`expired accept ${key}`, done, async () => {
        const record = await ledger.get(key);
        const charge = record && (await payments.find(chargeOf(record)));
        if (charge && mayBeMoney(charge.state)) {
          log.error(
            `aftermint: order ${record.order}: ${record.offer} was charged too late: ${charge.id} is paid back`,
          );
          await payBackCharge(this._services, record, charge.id, record.reason || 'late_charge');
          done.paidBack += 1;
        }
        await ledger.postpone(key);
      });
    }
  }
}
