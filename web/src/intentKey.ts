import { type RandomBytes, uuidOf } from './ids.js';
import type { IntentIdentity } from './ledger.js';

/**
 * The Idempotency-Key of an accept, made from order, offer, price and visitor.
 *
 * Two tabs that press at once make the same key even before either has stored it. The visitor id is random and
 * known to this browser only, so nobody can guess the key of another's order. Without SubtleCrypto (plain http)
 * the key is random, and storage alone keeps it the same.
 */
export async function intentKey(identity: IntentIdentity, visitor: string, random: RandomBytes): Promise<string> {
  const { order, offer, amount, currency } = identity;
  const text = new TextEncoder().encode(JSON.stringify([order, offer, amount, currency, visitor]));
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  const digest = await subtle?.digest('SHA-256', text);
  return digest ? uuidOf(new Uint8Array(digest), 8) : uuidOf(random(16), 4);
}
