/** The number of the shard that a product is in: FNV-1a over UTF-8, as core/include/aftermint/bucket.h has it. */
export function shardOf(product: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(product)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash & (count - 1);
}
