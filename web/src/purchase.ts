/** @file Carries one accept from the press of the button to its final state. */
import type { AcceptAnswer, AcceptClient, AcceptDetails, AcceptRequest } from './acceptClient.js';
import type { AcceptStatus } from './codes.gen.js';
import { intentKey } from './intentKey.js';
import type { Intent, Ledger } from './ledger.js';
import { backoffMs } from './retry.js';
import { type RandomBytes, randomBytes } from './uuid.js';

interface StateDetails extends AcceptDetails {
  accepted: AcceptDetails['accepted'] & { undoFailed?: boolean };
  /** `isAsking`: still asking the server. `notReceived`: the server does not know the key, so nothing was charged. */
  unknown: { isAsking?: true; notReceived?: true };
}

/** The state of an accept: `idle`, `pending` after the press, then what the server answered. */
export type PurchaseState =
  | { name: 'idle' }
  | { name: 'pending' }
  | { [Status in AcceptStatus]: { name: Status } & StateDetails[Status] }[AcceptStatus];

export interface PurchasePorts {
  client: AcceptClient;
  ledger: Ledger;
  now(): number;
  sleep(ms: number): Promise<void>;
  random?: RandomBytes;
}

/** The offer that is accepted, and its price. */
export type Deal = Pick<AcceptRequest, 'offer' | 'price'>;
type Details = Omit<AcceptRequest, keyof Deal>;

/** How often to ask for the state of an accept, with back-off, before the shopper is told that it is unknown. */
const kMaxAsks = { processing: 20, no_answer: 4 };
const kMinAskMs = 500;

/**
 * Carries one accept from the press of the button to its final state.
 *
 * There is one request at a time, whatever is pressed. The key is stored before anything is sent and never changes for
 * the same order, offer and price. If there is no answer, it asks for the state by that key.
 */
export class Purchase {
  state: PurchaseState = { name: 'idle' };
  private readonly _ports: PurchasePorts;
  private readonly _details: () => Details;
  private readonly _onChange: (state: PurchaseState) => void;
  private _intent: Intent | null = null;
  private _deal: Deal | null = null;
  private _busy = false;

  constructor(ports: PurchasePorts, details: () => Details, onChange: (state: PurchaseState) => void) {
    this._ports = ports;
    this._details = details;
    this._onChange = onChange;
  }

  /** The offer and price that the shopper accepted; null before that. */
  get deal(): Deal | null {
    return this._deal;
  }

  /**
   * Records that the page has been told how the accept ended.
   *
   * @return whether it had been told before: here, before a reload, or in another tab.
   */
  markReported(end: 'accepted' | 'undone'): boolean {
    return !!this._intent && this._ports.ledger.markReported(this._intent, end);
  }

  /** The shopper accepted this offer at this price. */
  accept(deal: Deal): Promise<void> {
    return this._exclusively(async () => {
      this._deal = deal;
      this._set({ name: 'pending' });
      this._intent = await this._remember(deal);
      await this._send();
    });
  }

  /** Asks by key, and sends again with the same key only if the server does not know it. */
  retry(): Promise<void> {
    return this._exclusively(async () => {
      this._set({ name: 'pending' });
      const answer = await this._ask();
      if (answer.status === 'unknown') await this._send();
      else await this._settle(answer);
    });
  }

  /**
   * Asks for the state of an accept that was made before a reload, on an earlier visit or in another tab.
   *
   * @return whether it still matters; false if nothing was charged and an offer may be made again.
   */
  async resume(intent: Intent): Promise<boolean> {
    await this._exclusively(async () => {
      this._intent = intent;
      this._deal = { offer: intent.offer, price: { amount: intent.amount, currency: intent.currency } };
      const answer = await this._ask();
      if (answer.status !== 'unknown') await this._settle(answer, true);
    });
    return this.state.name !== 'idle';
  }

  /** Asks again, for example after the page was suspended. Without an answer the state stays as it is. */
  refresh(): Promise<void> {
    return this._exclusively(async () => {
      const answer = await this._ask();
      if (answer.status !== 'no_answer' && answer.status !== 'unknown') await this._settle(answer);
    });
  }

  undo(): Promise<void> {
    return this._exclusively(async () => {
      const before = this.state;
      const intent = this._intent;
      if (before.name !== 'accepted' || !intent) return;
      const { order, offer, key } = intent;
      const answer = await this._ports.client.undo({ order, offer, key, ticket: this._details().ticket });
      // `processing`: the server has stored the undo, but the provider has not answered it yet.
      if (answer.status === 'undone' || answer.status === 'undo_closed' || answer.status === 'processing') {
        await this._settle(answer);
      } else this._set({ ...before, undoFailed: true });
    });
  }

  private async _exclusively(work: () => Promise<void>): Promise<void> {
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
    this._onChange(state);
  }

  private async _remember({ offer, price }: Deal): Promise<Intent> {
    const { ledger, now, random } = this._ports;
    const { order, visitor } = this._details();
    const identity = { order, offer, ...price };
    const key = ledger.find(identity)?.key ?? (await intentKey(identity, visitor, random ?? randomBytes));
    // Look again: another tab may have stored its key while this one was made.
    const intent = ledger.find(identity) ?? { ...identity, key, at: now() };
    ledger.put(intent);
    return intent;
  }

  private async _send(): Promise<void> {
    if (!this._intent || !this._deal) return;
    const answer = await this._ports.client.send({ ...this._details(), ...this._deal }, this._intent.key);
    // On a conflict the key was sent before with another body (an older ticket): ask for the state of that accept.
    const mustAsk = answer.status === 'no_answer' || (answer.status === 'refused' && answer.conflict);
    if (!mustAsk) return this._settle(answer);
    this._set({ name: 'unknown', isAsking: true });
    await this._askUntilSettled(kMaxAsks.no_answer);
  }

  private async _ask(): Promise<AcceptAnswer> {
    return this._intent ? this._ports.client.ask(this._intent.key, this._details().ticket) : { status: 'unknown' };
  }

  /** Asks with growing pauses until the answer is final. */
  private async _askUntilSettled(times: number): Promise<void> {
    for (let count = 0; count < times; count++) {
      await this._ports.sleep(kMinAskMs + backoffMs(Math.min(count, 3), Math.random));
      const answer = await this._ask();
      if (answer.status === 'processing') {
        if (this.state.name !== 'processing') return this._settle(answer);
      } else if (answer.status !== 'no_answer' && answer.status !== 'refused') {
        return this._settle(answer);
      }
    }
    this._set({ name: 'unknown' });
  }

  /** @param isResumed for an accept made earlier: if it ended without a purchase, only a refused payment is shown, once. */
  private async _settle(answer: AcceptAnswer, isResumed = false): Promise<void> {
    const { status, ...details } = answer;
    if (status === 'no_answer') return this._set({ name: 'unknown' });
    if (status === 'unknown') return this._set({ name: 'unknown', notReceived: true });
    if (!/^(accepted|processing|requires_action|undo_closed)$/.test(status)) {
      // This key can no longer lead to a purchase.
      if (this._intent) this._ports.ledger.put({ ...this._intent, closed: true });
      if (isResumed && status !== 'declined') return;
    }
    // A refused request bought nothing; every other status has a state of the same name.
    this._set({ ...details, name: status === 'refused' ? 'unavailable' : status } as PurchaseState);
    if (status === 'processing') return this._askUntilSettled(kMaxAsks.processing);
  }
}
