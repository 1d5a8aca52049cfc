/** @file Makes UUIDs. */
export type RandomBytes = (count: number) => Uint8Array;

/** Cryptographically secure random bytes. */
export const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/** Turns sixteen bytes into a UUID of the given version (RFC 9562). Changes `bytes`. */
export function uuidOf(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A UUIDv7. It starts with the time in ms, so a store keeps events almost in order. */
export function uuid7(now: number, random: RandomBytes): string {
  const bytes = random(16);
  for (let index = 5, rest = now; index >= 0; index--, rest = Math.floor(rest / 256)) bytes[index] = rest % 256;
  return uuidOf(bytes, 7);
}
