/** @file Finds the shard of a product. */
import { hashOf } from './hash.js';

/** The number of the shard that contains a product; `count` is a power of two. */
export const shardOf = (product: string, count: number): number => hashOf(product) & (count - 1);
