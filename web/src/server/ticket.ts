/** @file The signed order ticket: a JWS (RFC 7515, HS256) by which your server confirms a paid order. */
import type { Order } from '../types.js';
import type { OrderLine, PlacedOrder } from './types.js';
import { kMaxMinor } from './types.js';
import { parseUniqueObject } from './uniqueJson.js';
import { bytesOf, hmacSha256, isSame, millisOf, randomId } from './text.js';

/** How long a ticket of `signTicket` is valid, in seconds. */
export const kTicketSeconds = 900;

const kMinKey = 32;
const kMaxLines = 1000;
const kLatestSecond = 253_402_300_799; // the end of the year 9999
const kSkewMs = 60_000;
const kAudience = 'aftermint';

/** A key of tickets. `id` becomes the `kid` of the tickets it signs. */
export interface TicketKey {
  id?: string;
  secret: string;
}

/** Who issues tickets, and the keys that are valid now. The first one signs. */
export interface TicketAuthority {
  merchant: string;
  keys: TicketKey[];
}

/** The claims of a ticket that an accept needs. Times are ms. */
export interface Ticket {
  order: string;
  id: string;
  expires: number;
  total: number;
  currency: string;
}

/** Reads the option `secret`: one text, or keys with ids of which the first signs. Throws TypeError. */
export function ticketKeys(secret: string | TicketKey[]): TicketKey[] {
  const keys = typeof secret === 'string' ? [{ secret }] : secret;
  if (!Array.isArray(keys) || keys.length === 0) throw new TypeError('secret has no key');
  const ids = new Set<string>();
  for (const key of keys) {
    if (typeof key?.secret !== 'string' || bytesOf(key.secret) < kMinKey) {
      throw new TypeError('a key of secret needs 32 bytes or more: make one with `openssl rand -hex 32`');
    }
    if (key.id !== undefined && !/^[\w.-]{1,64}$/.test(key.id)) {
      throw new TypeError(`the key id "${key.id}" has other characters than letters, digits, "-", "_" and "."`);
    }
    if (ids.has(key.id ?? '')) throw new TypeError(`secret has two keys with the id "${key.id ?? ''}"`);
    ids.add(key.id ?? '');
  }
  return keys;
}

/** The lines that count, as a ticket and a moment have them. */
export const linesOf = (order: PlacedOrder): OrderLine[] =>
  order.lines
    .filter((line) => !line.undone)
    .map(({ product, variant, quantity, price, offer, replaces }) => ({
      product,
      ...(variant && { variant }),
      quantity,
      price,
      ...(offer && { offer }),
      ...(replaces && { replaces }),
    }));

/** The paid order as a page and a moment have it. */
export const paidOrder = (order: PlacedOrder): Order => ({
  id: order.id,
  status: 'paid',
  currency: order.currency,
  total: order.total,
  paidAt: new Date(order.paidAt).toISOString(),
  lines: linesOf(order).map(({ replaces: _, ...line }) => line),
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Signs a ticket for a paid order, valid for kTicketSeconds (docs/formats.md, Accept).
 *
 * `method` is left out: the endpoint finds the order, and the shopper can read a ticket.
 */
export function signTicket(order: PlacedOrder, { merchant, keys }: TicketAuthority, now: number): string {
  const key = keys[0]!;
  const issued = Math.floor(now / 1000);
  const header = { alg: 'HS256', typ: 'JWT', ...(key.id && { kid: key.id }) };
  const claims = {
    iss: merchant,
    sub: order.id,
    jti: randomId(),
    iat: issued,
    exp: issued + kTicketSeconds,
    total: order.total,
    currency: order.currency,
    ...(order.visitor && { visitor: order.visitor }),
    ...(order.locale && { locale: order.locale }),
    paid_at: Math.floor(millisOf(order.paidAt) / 1000),
    lines: linesOf(order),
  };
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${hmacSha256(key.secret, signed).toString('base64url')}`;
}

/** The bytes of a base64url text without padding; null for any other text, and for bits that belong to no byte. */
function decode(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return text !== '' && bytes.toString('base64url') === text ? bytes : null;
}

type Json = Record<string, unknown>;

function parseObject(bytes: Buffer | null): Json | null {
  try {
    return bytes && parseUniqueObject(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null; // not UTF-8
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');
const isMayText = (value: unknown): boolean => value === undefined || isText(value);
const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isMayTime = (value: unknown): boolean => value === undefined || isWhole(value, 0, kLatestSecond);

/** A ticket without `kid` may be signed with any key; one with an unknown `kid` with a key that has no id. */
function keysFor(keys: TicketKey[], kid: string | undefined): TicketKey[] {
  if (kid === undefined) return keys;
  const named = keys.filter(({ id }) => id === kid);
  return named.length > 0 ? named : keys.filter(({ id }) => id === undefined);
}

function isForUs(audience: unknown): boolean {
  if (audience === undefined || audience === kAudience) return true;
  return Array.isArray(audience) && audience.every(isText) && audience.includes(kAudience);
}

function areLines(lines: unknown): boolean {
  if (lines === undefined) return true;
  if (!Array.isArray(lines) || lines.length > kMaxLines) return false;
  return lines.every((line: Json | null) => {
    if (typeof line !== 'object' || line === null) return false;
    const { product, quantity, price } = line;
    const texts = [line.variant, line.title, line.variantTitle, line.offer, line.replaces];
    return (
      isText(product) &&
      product !== '' &&
      texts.every(isMayText) &&
      isWhole(quantity, 1, kMaxMinor) &&
      isWhole(price, 0, Math.floor(kMaxMinor / quantity))
    );
  });
}

/**
 * Checks a ticket by the rules of docs/formats.md, Accept, and reads its claims. The caller checks `expires`.
 *
 * @return null for a ticket that is not valid for this merchant and these keys
 */
export function readTicket(token: string, { merchant, keys }: TicketAuthority, now: number): Ticket | null {
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  const [headerText, claimsText, signatureText] = parts as [string, string, string];
  const header = parseObject(decode(headerText));
  const signature = decode(signatureText);
  // The sender writes the header, so it chooses neither algorithm nor extensions.
  if (!header || !signature || header.alg !== 'HS256' || 'crit' in header || !isMayText(header.kid)) return null;
  if (header.typ !== undefined && header.typ !== 'JWT') return null;
  const signed = `${headerText}.${claimsText}`;
  const isSigned = keysFor(keys, header.kid as string | undefined).some((key) =>
    isSame(hmacSha256(key.secret, signed), signature),
  );
  const claims = isSigned ? parseObject(decode(claimsText)) : null;
  if (!claims || claims.iss !== merchant || !isForUs(claims.aud) || !areLines(claims.lines)) return null;
  const { sub, jti, exp, nbf, total, currency } = claims;
  if (!isText(sub) || !isText(jti) || !isText(currency) || sub === '' || jti === '' || currency === '') return null;
  if (!isWhole(exp, 1, kLatestSecond) || !isWhole(total, 0, kMaxMinor)) return null;
  if (![claims.iat, claims.paid_at, nbf].every(isMayTime)) return null;
  if (![claims.visitor, claims.method, claims.locale].every(isMayText)) return null;
  if (nbf !== undefined && (nbf as number) * 1000 > now + kSkewMs) return null;
  return { order: sub, id: jti, expires: exp * 1000, total, currency };
}
