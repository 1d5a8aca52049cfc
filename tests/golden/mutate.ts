// Mutations of JSON texts, for tests that two readers accept and refuse the same ones.
import type { Random } from './random.js';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that are valid in some places and invalid in most. */
const awkward: Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  1.5,
  5.0,
  1e3,
  1e21,
  -0,
  9007199254740992,
  10_000,
  10_001,
  1_000_000_000_001,
  '',
  ' ',
  'x',
  'x'.repeat(129),
  'x'.repeat(201),
  'é'.repeat(200),
  '💡'.repeat(200),
  'GBP',
  'gbp',
  'en',
  'en-GB',
  'e',
  'de_AT',
  '/x',
  '//x',
  'https://',
  'https://a',
  'http://a',
  '/a b',
  '/a"b',
  '2026-11-23T10:00:00Z',
  '2026-02-29T10:00:00Z',
  '2024-02-29T10:00:00Z',
  '2026-11-23T24:00:00Z',
  '2026-11-23T23:59:60Z',
  '2026-11-23T10:00:00.1234567890Z',
  '2026-11-23T10:00:00+23:59',
  '2026-11-23T10:00:00+24:00',
  '2026-11-23t10:00:00z',
  'list',
  'fixed',
  'checkout',
  [],
  [[]],
  {},
  { a: 1 },
  ['x'],
  [1],
];

/** Every place in a value, as its parent and key. */
function* places(value: Json): Generator<{ owner: Record<string, Json>; key: string }> {
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    yield { owner: value as Record<string, Json>, key };
    yield* places((value as Record<string, Json>)[key] as Json);
  }
}

/** Changes one place of a value at random. */
export function mutate(value: Json, random: Random): void {
  const { owner, key } = random.pick([...places(value)]);
  const kind = random.below(5);
  if (kind === 0) delete owner[key];
  else if (kind === 1)
    owner[random.pick(['x', 'id', 'amount', 'bps', 'price', 'en', 'items'])] = structuredClone(random.pick(awkward));
  else if (kind === 2 && Array.isArray(owner)) owner.push(structuredClone(owner[Number(key)] as Json));
  else owner[key] = structuredClone(random.pick(awkward));
}
