/** @file Sends requests to the accept endpoint and classifies its answers. */
import { type AcceptStatus, acceptStatuses } from './codes.gen.js';
import type { Fetch } from './loadCore.js';
import type { Money, Order } from './types.js';
import { withTimeout } from './withTimeout.js';

export interface AcceptRequest {
  order: string;
  offer: string;
  price: Money;
  ticket: string;
  visitor: string;
  locale: string;
  /** The texts on the screen, for the consent receipt. */
  shown: { headline: string; price: string; accept: string; terms?: string };
  /** The shopper ticked the consent box of a recurring item. */
  consent?: true;
}

/** What an answer of the accept endpoint carries besides its status. */
export interface AcceptDetails extends Record<AcceptStatus, object> {
  accepted: { order: Order; undoUntil?: string; receipt?: string };
  /** The shopper confirms on the bank's page at `url`, or the merchant's payment code handles `action`. */
  requires_action: { url?: string; action?: unknown };
  declined: { reason?: string };
  price_changed: { price: Money };
  unavailable: { reason?: string };
  undone: { order: Order };
}

export type AcceptAnswer =
  | { [Status in AcceptStatus]: { status: Status } & AcceptDetails[Status] }[AcceptStatus]
  /** There was no usable answer, so it is not known whether the shopper was charged. */
  | { status: 'no_answer' }
  /** The server rejected the request. `conflict`: it knows the key from a different request body. */
  | { status: 'refused'; conflict: boolean };

const kTimeoutMs = 15_000;

/** Client for the accept endpoint of docs/formats.md. Its promises never reject. */
export class AcceptClient {
  private readonly _url: string;
  private readonly _fetch: Fetch;

  constructor(url: string, fetch: Fetch) {
    this._url = url;
    this._fetch = fetch;
  }

  send(request: AcceptRequest, key: string): Promise<AcceptAnswer> {
    return this._request(this._url, request, { 'Idempotency-Key': key });
  }

  /** Asks for the state of the accept that was sent with this key, for the order of this ticket. */
  ask(key: string, ticket: string): Promise<AcceptAnswer> {
    const url = `${this._url}${this._url.includes('?') ? '&' : '?'}key=${encodeURIComponent(key)}`;
    return this._request(url, undefined, { 'Aftermint-Ticket': ticket });
  }

  undo(request: { order: string; offer: string; ticket: string; key: string }): Promise<AcceptAnswer> {
    return this._request(this._url.replace(/\/?(?=\?|$)/, '/undo'), request);
  }

  private async _request(url: string, body?: object, headers: Record<string, string> = {}): Promise<AcceptAnswer> {
    const init: RequestInit = body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } }
      : { cache: 'no-store', headers };
    try {
      return await withTimeout(kTimeoutMs, async (signal) => {
        const response = await this._fetch(url, { ...init, signal });
        const { status } = response;
        // 408 and 429 are temporary; they do not reject the request itself.
        if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
          return { status: 'refused', conflict: status === 409 };
        }
        const answer = response.ok ? ((await response.json()) as AcceptAnswer) : null;
        if (!answer || !acceptStatuses.includes(answer.status as AcceptStatus)) return { status: 'no_answer' };
        return answer.status === 'accepted' ? toLocalClock(answer, response) : answer;
      });
    } catch {
      return { status: 'no_answer' };
    }
  }
}

/** `undoUntil`, shifted by the difference between the server's clock and this one, which may be wrong. */
function toLocalClock<T extends { undoUntil?: string }>(answer: T, response: Response): T {
  const ahead = Date.now() - Date.parse(response.headers.get('Date') ?? '');
  const until = Date.parse(answer.undoUntil ?? '') + ahead;
  return Number.isNaN(until) ? answer : { ...answer, undoUntil: new Date(until).toISOString() };
}
