import type { AcceptAnswer, AcceptClient, AcceptRequest } from './acceptClient.js';
import { type RandomBytes, randomBytes } from './ids.js';
import { intentKey } from './intentKey.js';
import type { Intent, Ledger } from './ledger.js';
import { backoffMs } from './retry.js';
import type { Money, Order } from './types.js';

/** Where an accept stands; every state says what to do next or that nothing needs doing. */
export type PurchaseState =
  | { name: 'idle' }
  | { name: 'pending' }
  | { name: 'processing' }
  | { name: 'accepted'; order: Order; undoUntil?: string; undoFailed?: boolean }
  | { name: 'requires_action'; url?: string; action?: unknown }
  | { name: 'declined' }
  | { name: 'price_changed'; price: Money }
  | { name: 'unavailable' }
  /** `asking`: the answer is being looked for. `unheard`: the server does not know the key: nothing was charged. */
  | { name: 'unknown'; asking?: true; unheard?: true }
  | { name: 'undone'; order: Order }
  | { name: 'undo_closed' };

export interface PurchasePorts {
  client: AcceptClient;
  ledger: Ledger;
  now(): number;
  sleep(ms: number): Promise<void>;
  random?: RandomBytes;
}

type Details = Omit<AcceptRequest, 'offer' | 'price'>;
type Deal = Pick<AcceptRequest, 'offer' | 'price'>;

/** Asking by key: so often, with back-off, before the shopper is told how things stand. */
const kAsks = { processing: 20, silent: 4 };
const kMinAskMs = 500;

/**
 * Carries one accept from the press to a settled answer.
 *
 * One request in flight whatever is pressed. The key is stored before anything is sent and never replaced for the
 * same order, offer and price; silence is resolved by asking with that key.
 */
export class Purchase {
  state: PurchaseState = { name: 'idle' };
  private readonly _ports: PurchasePorts;
  private readonly _details: () => Details;
  private readonly _changed: (state: PurchaseState) => void;
  private _intent: Intent | null = null;
  private _deal: Deal | null = null;
  private _busy = false;

  constructor(ports: PurchasePorts, details: () => Details, changed: (state: PurchaseState) => void) {
    this._ports = ports;
    this._details = details;
    this._changed = changed;
  }

  /** The offer and price of the accept under way or settled. */
  get deal(): Deal | null {
    return this._deal;
  }

  /** Notes that the page is told how it ended; whether it was told before: here, before a reload, in another tab. */
  told(end: 'accepted' | 'undone'): boolean {
    return !!this._intent && this._ports.ledger.told(this._intent, end);
  }

  /** The shopper said yes to this offer at this price. */
  accept(deal: Deal): Promise<void> {
    return this._alone(async () => {
      this._deal = deal;
      this._set({ name: 'pending' });
      this._intent = await this._remember(deal);
      await this._send();
    });
  }

  /** After silence: asks by key, and sends again under the same key only where the server does not know it. */
  retry(): Promise<void> {
    return this._alone(async () => {
      this._set({ name: 'pending' });
      const answer = await this._ask();
      if (answer.status === 'unknown') await this._send();
      else await this._settle(answer);
    });
  }

  /**
   * Takes up an accept made before (reload, back, another tab) and asks what became of it.
   *
   * @return whether it still matters; false: no trace of a charge, an offer may be made.
   */
  async resume(intent: Intent): Promise<boolean> {
    await this._alone(async () => {
      this._intent = intent;
      this._deal = { offer: intent.offer, price: { amount: intent.amount, currency: intent.currency } };
      const answer = await this._ask();
      if (answer.status !== 'unknown') await this._settle(answer, true);
    });
    return this.state.name !== 'idle';
  }

  /** The page was away: asks again, and leaves things as they are where there is no answer. */
  refresh(): Promise<void> {
    return this._alone(async () => {
      const answer = await this._ask();
      if (answer.status !== 'silent' && answer.status !== 'unknown') await this._settle(answer);
    });
  }

  undo(): Promise<void> {
    return this._alone(async () => {
      const before = this.state;
      const intent = this._intent;
      if (before.name !== 'accepted' || !intent) return;
      const { order, offer, key } = intent;
      const answer = await this._ports.client.undo({ order, offer, key, ticket: this._details().ticket });
      if (answer.status === 'undone' || answer.status === 'undo_closed') await this._settle(answer);
      else this._set({ ...before, undoFailed: true });
    });
  }

  private async _alone(work: () => Promise<void>): Promise<void> {
    if (this._busy) return;
    this._busy = true;
    try {
      await work();
    } finally {
      this._busy = false;
    }
  }

  private _set(state: PurchaseState): void {
    this.state = state;
    this._changed(state);
  }

  private async _remember({ offer, price }: Deal): Promise<Intent> {
    const { ledger, now, random } = this._ports;
    const { order, visitor } = this._details();
    const identity = { order, offer, ...price };
    const key = ledger.find(identity)?.key ?? (await intentKey(identity, visitor, random ?? randomBytes));
    // Looked up again: another tab may have stored its key while ours was being made.
    const intent = ledger.find(identity) ?? { ...identity, key, at: now() };
    ledger.put(intent);
    return intent;
  }

  private async _send(): Promise<void> {
    if (!this._intent || !this._deal) return;
    const answer = await this._ports.client.send({ ...this._details(), ...this._deal }, this._intent.key);
    // A key that came with another body (a renewed ticket) has a story of its own: ask for it.
    const silent = answer.status === 'silent' || (answer.status === 'refused' && answer.conflict);
    if (!silent) return this._settle(answer);
    this._set({ name: 'unknown', asking: true });
    await this._askUntil(kAsks.silent);
  }

  private _ask(): Promise<AcceptAnswer> {
    return this._intent ? this._ports.client.ask(this._intent.key) : Promise.resolve({ status: 'unknown' });
  }

  /** Asks with growing pauses until the answer is more than silence or "processing". */
  private async _askUntil(times: number): Promise<void> {
    for (let count = 0; count < times; count++) {
      await this._ports.sleep(kMinAskMs + backoffMs(Math.min(count, 3), Math.random));
      const answer = await this._ask();
      if (answer.status === 'processing') {
        if (this.state.name !== 'processing') return this._settle(answer);
      } else if (answer.status !== 'silent' && answer.status !== 'refused') {
        return this._settle(answer);
      }
    }
    this._set({ name: 'unknown' });
  }

  /** @param quiet an accept taken up again: what came to nothing then is not told again now. */
  private async _settle(answer: AcceptAnswer, quiet = false): Promise<void> {
    const { status, ...more } = answer;
    if (status === 'silent') return this._set({ name: 'unknown' });
    if (status === 'unknown') return this._set({ name: 'unknown', unheard: true });
    if (!/^(accepted|processing|requires_action|undo_closed)$/.test(status)) {
      // Nothing more can come of this key.
      if (this._intent) this._ports.ledger.put({ ...this._intent, closed: true });
      if (quiet) return;
    }
    // Each other answer is a state with what it says; a request that was refused bought nothing.
    this._set({ ...more, name: status === 'refused' ? 'unavailable' : status } as PurchaseState);
    if (status === 'processing') return this._askUntil(kAsks.processing);
  }
}
