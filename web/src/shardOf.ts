/** @file Finds the shard of a product. */

/** The number of the shard that contains a product: FNV-1a over UTF-8, as in core/include/aftermint/bucket.h. */
export function shardOf(product: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(product)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash & (count - 1);
}
