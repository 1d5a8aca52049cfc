import type { Fetch } from './loadCore.js';
import type { Money, Order } from './types.js';
import { within } from './within.js';

export interface AcceptRequest {
  order: string;
  offer: string;
  price: Money;
  ticket: string;
  visitor: string;
  locale: string;
  /** What stood on the screen, for the consent receipt. */
  shown: { headline: string; price: string; accept: string; terms?: string };
  /** To the terms of a recurring item, by a tick of its own. */
  consent?: true;
}

export type AcceptAnswer =
  | { status: 'accepted'; order: Order; undoUntil?: string; receipt?: string }
  | { status: 'processing' }
  /** By a page of the bank's, or by what the merchant's own payment code is to be given. */
  | { status: 'requires_action'; url?: string; action?: unknown }
  | { status: 'declined'; reason?: string }
  | { status: 'price_changed'; price: Money }
  | { status: 'unavailable'; reason?: string }
  | { status: 'undone'; order: Order }
  | { status: 'undo_closed' }
  /** The server does not know the key. */
  | { status: 'unknown' }
  /** No answer, or one that says nothing: whether it was charged is not known. */
  | { status: 'silent' }
  /** The request was refused before anything happened; `conflict`: the key came with another body before. */
  | { status: 'refused'; conflict: boolean };

const kTimeoutMs = 15_000;
const kStatuses = new Set(
  'accepted processing requires_action declined price_changed unavailable undone undo_closed unknown'.split(' '),
);

/** Speaks the accept endpoint of docs/formats.md; never rejects. */
export class AcceptClient {
  private readonly _url: string;
  private readonly _fetch: Fetch;

  constructor(url: string, fetch: Fetch) {
    this._url = url;
    this._fetch = fetch;
  }

  send(request: AcceptRequest, key: string): Promise<AcceptAnswer> {
    return this._ask(this._url, request, { 'Idempotency-Key': key });
  }

  /** What became of a key. */
  ask(key: string): Promise<AcceptAnswer> {
    return this._ask(`${this._url}${this._url.includes('?') ? '&' : '?'}key=${encodeURIComponent(key)}`);
  }

  undo(request: { order: string; offer: string; ticket: string; key: string }): Promise<AcceptAnswer> {
    return this._ask(this._url.replace(/\/?(?=\?|$)/, '/undo'), request);
  }

  private async _ask(url: string, body?: object, headers: Record<string, string> = {}): Promise<AcceptAnswer> {
    const init: RequestInit = body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } }
      : { cache: 'no-store' };
    try {
      return await within(kTimeoutMs, async (signal) => {
        const response = await this._fetch(url, { ...init, signal });
        const { status } = response;
        // 408 and 429 are the server's passing state, not a word on the request.
        if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
          return { status: 'refused', conflict: status === 409 };
        }
        const answer = response.ok ? ((await response.json()) as AcceptAnswer) : null;
        if (!answer || !kStatuses.has(answer.status)) return { status: 'silent' };
        return answer.status === 'accepted' ? byOwnClock(answer, response) : answer;
      });
    } catch {
      return { status: 'silent' };
    }
  }
}

/** The end of undo by the shopper's own clock, which may be wrong: moved by what the server's clock differs. */
function byOwnClock<T extends { undoUntil?: string }>(answer: T, response: Response): T {
  const ahead = Date.now() - Date.parse(response.headers.get('Date') ?? '');
  const until = Date.parse(answer.undoUntil ?? '') + ahead;
  return Number.isNaN(until) ? answer : { ...answer, undoUntil: new Date(until).toISOString() };
}
