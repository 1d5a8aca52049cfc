// The published schema of the book and the decoder accept and refuse the same files: the demo's and the golden book,
// and a thousand mutations of each. Only the decoder checks what a schema cannot express: references and repeated keys
// (code book_reference), and money with a decimal point (45.00), because a schema sees only the value.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { workshop } from './modules.js';
import { type Json, mutate } from './mutate.js';
import { Random } from './random.js';

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

test('only the decoder refuses money with a decimal point, because a schema reads 45.00 as 45', async () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync('dist/book.schema.json', 'utf8')) as object);
  const doors = await workshop();
  const text = JSON.stringify(JSON.parse(readFileSync('tests/golden/book.json', 'utf8')));
  const pointed = text.replace(/"price":(\d+)/, '"price":$1.00');
  assert.notEqual(pointed, text);
  assert.ok(valid(JSON.parse(pointed)), JSON.stringify(valid.errors));
  const answer = JSON.parse(doors.open(pointed)) as { error: { code: string; message: string; hint: string } };
  assert.equal(answer.error.code, 'book_schema');
  assert.match(answer.error.message, /“price” is money and has a point/);
  assert.match(answer.error.hint, /minor units/);
});
