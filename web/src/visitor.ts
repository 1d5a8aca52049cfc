/** @file Makes and stores the visitor id. */
import type { SafeStorage } from './storage.js';
import { type RandomBytes, uuidOf } from './uuid.js';

/** A visitor id with 122 random bits. */
export function newVisitor(random: RandomBytes): string {
  return `v-${uuidOf(random(16), 4)}`;
}

const kName = 'aftermint.visitor';

/** The id stored in this browser; stores `fresh` if there is none. Call it only if identifiers may be stored. */
export function storedVisitor(storage: SafeStorage, fresh: string): string {
  const known = storage.get(kName);
  if (known && /^[\w.-]{1,64}$/.test(known)) return known;
  storage.set(kName, fresh);
  return fresh;
}
