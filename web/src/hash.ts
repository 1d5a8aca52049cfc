/** @file Hashes short texts. */

/** 32-bit FNV-1a over UTF-8, as in core/include/aftermint/bucket.h. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
