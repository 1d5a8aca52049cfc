/** @file Makes the idempotency key of an accept. */
import type { IntentIdentity } from './ledger.js';
import { type RandomBytes, uuidOf } from './uuid.js';

/**
 * The Idempotency-Key of an accept: a hash of order, offer, price and visitor.
 *
 * Two tabs that accept at the same time thus make the same key, even before either has stored it. Only this browser knows
 * the random visitor id, so nobody can guess the key of somebody else's order. Without SubtleCrypto (plain http) the
 * key is random, and only storage keeps it the same.
 */
export async function intentKey(identity: IntentIdentity, visitor: string, random: RandomBytes): Promise<string> {
  const { order, offer, amount, currency } = identity;
  const text = new TextEncoder().encode(JSON.stringify([order, offer, amount, currency, visitor]));
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  const digest = await subtle?.digest('SHA-256', text);
  return digest ? uuidOf(new Uint8Array(digest), 8) : uuidOf(random(16), 4);
}
