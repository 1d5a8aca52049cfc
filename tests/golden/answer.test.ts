// The published schema of the answer and `aftermint draft` accept and refuse the same shapes: the demo's answer and
// mutations of it. What a schema cannot express (ids exist in the book, prices are in the band) is a finding.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Json, mutate } from './mutate.js';
import { Random } from './random.js';

interface Drafted {
  ok: boolean;
  error?: { code: string; pointer: string };
}

/** The result of `draft` for an answer, always for the knife set at checkout. */
function drafted(answer: string): Drafted {
  const args = ['draft', 'demo/books/demo.json', '-', '--product', 'knife-set', '--placement', 'checkout', '--json'];
  const { status, stdout } = spawnSync('build/native/aftermint', args, { input: answer, encoding: 'utf8' });
  assert.ok(status === 0 || status === 1 || status === 2, `exited with ${status} for ${answer}`);
  return JSON.parse(stdout) as Drafted;
}

test('the schema of the answer and draft agree', () => {
  const schema = JSON.parse(readFileSync('dist/answer.schema.json', 'utf8')) as object;
  const valid = new Ajv2020({ strict: false }).compile(schema);
  const counts = { accepted: 0, refused: 0 };
  for (let seed = 0; seed < 150; seed += 1) {
    const random = new Random(seed);
    const answer = JSON.parse(readFileSync('demo/prompts/answer.json', 'utf8')) as Json;
    for (let i = random.below(3); i > 0; i -= 1) mutate(answer, random);
    const { ok, error } = drafted(JSON.stringify(answer));
    assert.equal(
      ok,
      valid(answer),
      `seed ${seed}: draft ${JSON.stringify(error)}, schema ${JSON.stringify(valid.errors)}`,
    );
    counts[ok ? 'accepted' : 'refused'] += 1;
  }
  assert.ok(counts.accepted > 30 && counts.refused > 30, JSON.stringify(counts));
});
