// The published schema and the decoder accept and refuse the same files: the demo's and the golden book, and a
// thousand mutations of each. What a schema cannot say (ids that meet, keys that repeat) has code book_reference
// and is the decoder's alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { workshop } from './modules.js';
import { Random } from './random.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

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

/** Every place in a value, as the owner and the key. */
function* places(value: Json): Generator<{ owner: Record<string, Json>; key: string }> {
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    yield { owner: value as Record<string, Json>, key };
    yield* places((value as Record<string, Json>)[key] as Json);
  }
}

function mutate(value: Json, random: Random): void {
  const { owner, key } = random.pick([...places(value)]);
  const kind = random.below(5);
  if (kind === 0) delete owner[key];
  else if (kind === 1)
    owner[random.pick(['x', 'id', 'amount', 'bps', 'price', 'en', 'items'])] = structuredClone(random.pick(awkward));
  else if (kind === 2 && Array.isArray(owner)) owner.push(structuredClone(owner[Number(key)] as Json));
  else owner[key] = structuredClone(random.pick(awkward));
}

test('schema and decoder agree', async (t) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync('dist/book.schema.json', 'utf8')) as object);
  const doors = await workshop();
  for (const file of ['tests/golden/book.json', 'demo/books/demo.json']) {
    await t.test(file, () => {
      const counts = { accepted: 0, refused: 0 };
      for (let seed = 0; seed < 1_500; seed += 1) {
        const random = new Random(seed);
        const book = JSON.parse(readFileSync(file, 'utf8')) as Json;
        for (let i = random.below(3); i > 0; i -= 1) mutate(book, random);
        const text = JSON.stringify(book).replaceAll(':[[]]', ':[ [ ] ]');
        const answer = JSON.parse(doors.open(text)) as {
          ok: boolean;
          error?: { code: string; pointer: string };
          book: number;
        };
        if (answer.ok) doors.close(answer.book);
        const shaped = answer.ok || answer.error?.code === 'book_reference';
        counts[shaped ? 'accepted' : 'refused'] += 1;
        assert.equal(
          shaped,
          valid(JSON.parse(text)),
          `seed ${seed}: decoder ${JSON.stringify(answer.error)}, schema ${JSON.stringify(valid.errors)}`,
        );
      }
      assert.ok(counts.accepted > 100 && counts.refused > 100, JSON.stringify(counts));
    });
  }
});
