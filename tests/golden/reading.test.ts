// The readings of the workshop's module against R's. reading_test.cpp does the same natively. The two are not equal byte for
// byte: logarithms and exponentials of the C libraries differ in the last digit.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { workshop } from './modules.js';

const file = `${process.env.AFTERMINT_DATA ?? '../shared/data'}/readings/cases.json`;

/** Compares what R has; the answer may say more. */
function agrees(expected: unknown, got: unknown, path: string): void {
  if (typeof expected === 'number') {
    assert.equal(typeof got, 'number', path);
    const tolerance = path.endsWith('/p') && Math.abs(expected) < 1e-12 ? 1e-6 : 1e-9;
    const off = Math.abs((got as number) - expected);
    assert.ok(off <= Math.max(1e-300, tolerance * Math.abs(expected)), `${path}: ${got} instead of ${expected}`);
  } else if (expected !== null && typeof expected === 'object') {
    assert.ok(got !== null && typeof got === 'object', path);
    for (const [key, value] of Object.entries(expected)) {
      agrees(value, (got as Record<string, unknown>)[key], `${path}/${key}`);
    }
  } else {
    assert.equal(got, expected, path);
  }
}

async function allAgree(path: string, least: number): Promise<void> {
  const doors = await workshop();
  const cases = JSON.parse(readFileSync(path, 'utf8')) as { name: string; input: unknown; expect: unknown }[];
  assert.ok(cases.length >= least);
  for (const one of cases) agrees(one.expect, JSON.parse(doors.read(JSON.stringify(one.input))), one.name);
}

test(
  'workshop: readings agree with R',
  {
    skip: existsSync(file) ? false : `there are no readings at ${file}`,
  },
  async () => allAgree(file, 100),
);

test('workshop: readings of small and odd groups agree with R', async () =>
  allAgree('tests/golden/reading/cases.json', 12));

test('workshop: counts that cannot be used are refused with their place', async () => {
  const doors = await workshop();
  const answer = JSON.parse(doors.read('{"arms":[{"name":"offer","visitors":1.5}]}')) as {
    ok: boolean;
    error: { code: string; pointer: string };
  };
  assert.equal(answer.ok, false);
  assert.equal(answer.error.code, 'counts_schema');
  assert.equal(answer.error.pointer, '/arms/0/visitors');
});
