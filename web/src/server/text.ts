/** @file Hashes, ids and times as the native server writes them. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { uuid7 } from '../uuid.js';

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
export const hmacSha256 = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
/** 128 random bits. */
export const randomId = (): string => randomBytes(16).toString('hex');
/** The id of an event. */
export const eventId = (now: number): string => uuid7(now, (count) => new Uint8Array(randomBytes(count)));
/** RFC 3339; milliseconds only where there are any. */
export const writeTime = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
export const bytesOf = (text: string): number => Buffer.byteLength(text);
/** Compares in a time that does not depend on where two values differ. */
export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** Ms since 1970. Throws TypeError for a text that is not a time. */
export function millisOf(time: Date | number | string): number {
  const ms = typeof time === 'number' ? time : new Date(time).getTime();
  if (!Number.isFinite(ms)) throw new TypeError(`"${String(time)}" is not a time`);
  return ms;
}
