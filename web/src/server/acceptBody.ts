/** @file The bodies that pages send to the accept endpoint (docs/formats.md, Accept). */
import { bytesOf } from './text.js';
import { kMaxMinor, RequestRefused } from './types.js';
import { parseUniqueObject } from './uniqueJson.js';

const kMaxId = 64;
const kMaxTicket = 8192;
const kMaxShown = 1000;
const kMaxKey = 255;

/** The body of `POST /offers/accept`. */
export interface AcceptBody {
  order: string;
  offer: string;
  amount: number;
  currency: string;
  ticket: string;
  locale: string;
  consent: boolean;
  shown: { headline: string; price: string; accept: string; terms: string };
}

/** The body of `POST /offers/accept/undo`. */
export interface UndoBody {
  order: string;
  offer: string;
  ticket: string;
  key: string;
}

type Json = Record<string, unknown>;

const refuse = (message: string): never => {
  throw new RequestRefused(400, 'body_invalid', message, 'See docs/formats.md, Accept.');
};

const parse = (text: string): Json =>
  parseUniqueObject(text) ?? refuse('the body is not a JSON object, or it has a name twice');

function textOf(object: Json, key: string, limit: number, isRequired: boolean): string {
  const value = object[key] ?? undefined;
  if (value === undefined) return isRequired ? refuse(`${key} is missing`) : '';
  if (typeof value !== 'string' || bytesOf(value) > limit || (isRequired && value === '')) {
    return refuse(`${key} is not a text of at most ${limit} bytes`);
  }
  return value;
}

function objectOf(object: Json, key: string): Json {
  const value = object[key] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) return refuse(`${key} is not an object`);
  return value as Json;
}

function only(object: Json, ...known: string[]): void {
  for (const key of Object.keys(object)) if (!known.includes(key)) refuse(`${key} is not known here`);
}

/** Reads the body of an accept. Throws RequestRefused with a sentence about the first wrong key. */
export function parseAcceptBody(text: string): AcceptBody {
  const json = parse(text);
  const order = textOf(json, 'order', kMaxId, true);
  const offer = textOf(json, 'offer', kMaxId, true);
  const ticket = textOf(json, 'ticket', kMaxTicket, true);
  textOf(json, 'visitor', kMaxId, false); // the order says who it is
  const locale = textOf(json, 'locale', kMaxId, false);
  only(json, 'order', 'offer', 'price', 'ticket', 'visitor', 'locale', 'consent', 'shown');
  const consent = json.consent ?? false;
  if (typeof consent !== 'boolean') return refuse('consent is neither true nor false');
  const price = objectOf(json, 'price');
  const currency = textOf(price, 'currency', 3, true);
  only(price, 'amount', 'currency');
  const { amount } = price;
  if (!Number.isInteger(amount) || (amount as number) < 0 || Object.is(amount, -0) || (amount as number) > kMaxMinor) {
    return refuse('price.amount is not an amount of at most 1000000000000 minor units');
  }
  const seen = objectOf(json, 'shown');
  const shown = {
    headline: textOf(seen, 'headline', kMaxShown, false),
    price: textOf(seen, 'price', kMaxShown, false),
    accept: textOf(seen, 'accept', kMaxShown, false),
    terms: textOf(seen, 'terms', kMaxShown, false),
  };
  only(seen, 'headline', 'price', 'accept', 'terms');
  return { order, offer, amount: amount as number, currency, ticket, locale, consent, shown };
}

/** Reads the body of an undo. Throws as parseAcceptBody. */
export function parseUndoBody(text: string): UndoBody {
  const json = parse(text);
  const body = {
    order: textOf(json, 'order', kMaxId, true),
    offer: textOf(json, 'offer', kMaxId, true),
    ticket: textOf(json, 'ticket', kMaxTicket, true),
    key: textOf(json, 'key', kMaxKey, true),
  };
  only(json, 'order', 'offer', 'ticket', 'key');
  return body;
}

/** Whether a text can be an idempotency key: 1 to 255 printable ASCII characters. */
export const isKey = (text: string | null): text is string => text !== null && /^[!-~]{1,255}$/.test(text);
