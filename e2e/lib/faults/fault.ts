/** @file What a row in the table of faults says. */
import type { Answer, Change } from '../changeAnswers.js';

/**
 * What our element does under a fault:
 *
 * - `offer`: shows its offer.
 * - `nothing`: gives up and says so (`state="empty"`).
 * - `absent`: our script does not run, or cannot define the element.
 * - `waiting`: waits for an answer that does not come; it gives up when the request times out.
 */
export type Outcome = 'offer' | 'nothing' | 'absent' | 'waiting';

export type PageName = 'product' | 'checkout' | 'confirmation';

/** One fault on the pages of a shop. The driver is `neverInTheWay`, in Playwright and in WebKit. */
export interface Fault {
  /** Completes "a shopper buys as usual when …". */
  when: string;
  outcome: Outcome;
  /** Changes answers, by path. */
  answers?: readonly (readonly [path: RegExp, change: Change])[];
  /** Changes the pages themselves, as the shop's server or a proxy would. */
  html?: (answer: Answer) => Answer;
  /** Runs in the page before its own scripts. */
  before?: () => void;
  /** The reason in the `fault` event; undefined if no event can be sent, or if nothing failed. */
  reason?: string;
  /** What the browser itself reports. */
  noise?: RegExp[];
  /** The pages on which the fault can happen. Default: all. */
  on?: readonly PageName[];
  /** The result depends on the browser, so these browsers run the row in every run, too. `all`: Firefox and WebKit. */
  engines?: 'webkit' | 'all';
  /** Slows the processor down by this factor. Only Chromium can do that. */
  slowBy?: number;
  /** The page can send nothing, not even what our watch in WebKit would report. */
  mute?: true;
  /** The page never finishes loading. */
  hangs?: true;
  /** The shopper leaves each page while it loads, and comes back. */
  leaves?: true;
}

/** One fault of the accept endpoint on the page after payment: the shopper accepts, and the order stays as it was. */
export interface AcceptFault {
  /** Completes "the order stays as it was when …". */
  when: string;
  /** The state of the accept. */
  state: 'pending' | 'unknown' | 'declined' | 'unavailable' | 'price_changed';
  answers?: readonly (readonly [path: RegExp, change: Change])[];
  html?: (answer: Answer) => Answer;
  noise?: RegExp[];
  /** See Fault. */
  engines?: 'webkit' | 'all';
}

export const kScript = /\/dist\/aftermint\.js$/;
export const kWasm = /\.wasm$/;
export const kBook = /\/book\.json$/;
export const kEvents = /\/events$/;
export const kAccept = /\/offers\/accept$/;

/** Replaces a text in a page. Pages without it stay as they are. */
export const inPage =
  (from: string | RegExp, to: string) =>
  (answer: Answer): Answer => ({ ...answer, body: Buffer.from(String(answer.body).replaceAll(from, to)) });

/** Changes the content security policy of a page. Throws if that does not change it. */
export const inPolicy =
  (from: string | RegExp, to: string) =>
  (answer: Answer): Answer => {
    const policy = answer.headers['content-security-policy'] ?? '';
    const changed = policy.replace(from, to);
    if (changed === policy) throw new Error(`the policy does not contain ${from}`);
    return { ...answer, headers: { ...answer.headers, 'content-security-policy': changed } };
  };

/** The first half of an answer. */
export const half: Change = (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length >> 1) });

/** Changes one bit in the last byte of an answer. */
export const flipped: Change = (answer) => {
  const body = Buffer.from(answer.body);
  body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
  return { ...answer, body };
};

/** The same answer with another media type, which the browser must believe. */
export const typed =
  (type: string): Change =>
  (answer) => ({
    ...answer,
    headers: { ...answer.headers, 'content-type': type, 'x-content-type-options': 'nosniff' },
  });
