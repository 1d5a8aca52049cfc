import { type RandomBytes, uuidOf } from './ids.js';
import type { Keep } from './keep.js';

/** A visitor id of 128 random bits. */
export function newVisitor(random: RandomBytes): string {
  return `v-${uuidOf(random(16), 4)}`;
}

const kName = 'aftermint.visitor';

/** The id kept for this browser, made and kept on first use. Only where identifiers may be stored. */
export function keptVisitor(keep: Keep, made: string): string {
  const known = keep.get(kName);
  if (known && /^[\w.-]{1,64}$/.test(known)) return known;
  keep.set(kName, made);
  return made;
}
