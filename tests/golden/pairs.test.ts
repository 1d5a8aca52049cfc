// For 10,000 random pairs of book and moment, the native program and the shipped page module give the same bytes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { Decision } from '../../web/src/types.js';
import { page } from './modules.js';
import { Random, randomBook, randomMoment } from './random.js';

const kPairs = 10_000;

/** The features of the formats that a decision uses. */
function outcomesOf(decision: Decision): string[] {
  const { placement, reason, trace } = decision;
  const outcomes = trace.filter(({ verdict }) => verdict === 'withheld' || verdict === 'refused');
  const words = new Set(outcomes.map((line) => `${line.verdict} ${line.reason}`));
  for (const { experiment } of decision.assignment?.arms ?? []) {
    words.add(decision.arms.some((arm) => arm.experiment === experiment) ? 'assigned' : 'assigned elsewhere');
  }
  if (decision.preview) words.add('preview');
  if (decision.oneClick !== undefined) words.add(`barrier ${decision.oneClick.reason}`);
  if (decision.offer === null) return [...words, reason];
  words.add(`${placement} ${decision.path}`).add(decision.type);
  if (decision.replaces !== undefined) words.add('replaces');
  if (decision.price.prior !== undefined) words.add('prior');
  if (decision.until !== undefined) words.add('until');
  return [...words];
}

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
    const answer = doors.view(opened.book, lines[2 * i + 1] as string);
    assert.equal(answer, native[i], `seed ${i}`);
    doors.close(opened.book);
    const { decision } = JSON.parse(answer) as { decision: Decision };
    for (const outcome of outcomesOf(decision)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  // The test proves little if the generator only causes refusals.
  for (const wanted of [
    'checkout form',
    'product_page form',
    'post_purchase one_click',
    'post_purchase link',
    'thank_you link',
    'email link',
    'bundle',
    'replaces',
    'prior',
    'until',
    'preview',
    'assigned',
    'assigned elsewhere',
    'barrier not_allowed',
    'barrier expired',
    'barrier currency',
    'withheld control',
    'refused declined_before',
    'refused finding',
    'refused quantity_limit',
    'refused recurring',
    'holdout',
    'control',
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
