// 10,000 random pairs of book and moment: the native program and the shipped page module must answer in the same bytes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { page } from './modules.js';
import { Random, randomBook, randomMoment } from './random.js';

const kPairs = 10_000;

test(`native and wasm agree byte for byte on ${kPairs} random pairs`, async () => {
  const lines: string[] = [];
  for (let seed = 0; seed < kPairs; seed += 1) {
    const random = new Random(seed);
    lines.push(JSON.stringify(randomBook(random)), JSON.stringify(randomMoment(random)));
  }
  const native = execFileSync('build/native/aftermint_golden', { input: `${lines.join('\n')}\n`, maxBuffer: 2 ** 30 })
    .toString('utf8')
    .split('\n');
  const doors = await page();
  const outcomes = new Map<string, number>();
  for (let i = 0; i < kPairs; i += 1) {
    const opened = JSON.parse(doors.open(lines[2 * i] as string)) as { ok: boolean; book: number };
    assert.ok(opened.ok, `seed ${i}: ${lines[2 * i]}`);
    const answer = doors.present(opened.book, lines[2 * i + 1] as string);
    assert.equal(answer, native[i], `seed ${i}`);
    doors.close(opened.book);
    const { decision } = JSON.parse(answer) as { decision: { reason: string; path?: string } };
    const outcome = decision.path ?? decision.reason;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  // A generator that only ever gets refusals would prove little.
  for (const wanted of [
    'form',
    'one_click',
    'link',
    'holdout',
    'all_refused',
    'no_candidates',
    'currency',
    'order_not_paid',
    'order_empty',
    'window_closed',
    'order_closed',
  ]) {
    assert.ok(
      (outcomes.get(wanted) ?? 0) >= 10,
      `${wanted}: ${outcomes.get(wanted) ?? 0} of ${JSON.stringify([...outcomes])}`,
    );
  }
});
