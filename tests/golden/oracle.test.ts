// No decision breaks a rule of docs/craft.md. An oracle, written without the decider's code, checks random pairs.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { DecisionView } from '../../web/src/types.js';
import { type Doors, opened, page } from './modules.js';
import { type Awaited, awaited } from './oracle/awaited.js';
import { bucketOf, fnv32a } from './oracle/bucket.js';
import { applies, type Case, doctored, type Element } from './oracle/doctored.js';
import { kRules, type Objection, type Rule } from './oracle/rules.js';
import { type Book, type LooseMoment, worldOf } from './oracle/world.js';
import { objections } from './oracle.js';
import { Random, randomBook, randomMoment } from './random.js';

const kSeeds = 14_000;
/** The number of wrong answers to which each rule must object. */
const kDoctored = 20;

interface Pair {
  seed: number;
  book: Book;
  moment: LooseMoment;
  answer: DecisionView;
  found: Objection[];
  /** The known differences in pairs with objections. */
  known: Awaited[];
}
const pairs: Pair[] = [];

function answerTo(doors: Doors, book: Book, moment: LooseMoment): DecisionView {
  const number = opened(doors, JSON.stringify(book));
  const answer = JSON.parse(doors.view(number, JSON.stringify(moment))) as DecisionView & { ok: boolean };
  assert.ok(answer.ok, JSON.stringify(answer));
  doors.close(number);
  return answer;
}

before(async () => {
  const doors = await page();
  for (let seed = 0; seed < kSeeds; seed += 1) {
    const random = new Random(seed);
    const book = randomBook(random) as Book;
    const moment = randomMoment(random) as LooseMoment;
    const answer = answerTo(doors, book, moment);
    const found = objections(book, moment, answer);
    const world = worldOf(book, moment);
    const known = found.length === 0 ? [] : awaited.filter(({ concerns }) => concerns(world, answer));
    pairs.push({ seed, book, moment, answer, found, known });
  }
});

test(`the oracle finds only known differences in ${kSeeds} random pairs`, () => {
  const excused = new Map(awaited.map(({ name }) => [name, 0]));
  const unknown: string[] = [];
  let whole = 0;
  for (const { seed, found, known } of pairs) {
    if (known.some(({ rules }) => rules === undefined)) whole += 1;
    for (const { rule, says } of found) {
      const excuses = known.filter(({ rules }) => rules?.includes(rule) ?? true);
      for (const { name } of excuses) excused.set(name, (excused.get(name) ?? 0) + 1);
      if (excuses.length === 0) unknown.push(`seed ${seed}: ${rule}: ${says}`);
    }
  }
  assert.deepEqual(unknown.slice(0, 20), [], `${unknown.length} objections`);
  for (const [name, times] of excused) assert.ok(times > 0, `fixed, so remove it from awaited.ts: ${name}`);
  assert.ok(whole < kSeeds / 8, `${whole} pairs are excused from every rule`);
});

/** A pair to make wrong: it has an offer and no objection for the rule yet, so that the change must cause it. */
function caseOf({ book, moment, answer, found, known }: Pair, rule: Rule): Case | undefined {
  if (answer.decision.offer === null || found.some((each) => each.rule === rule)) return undefined;
  if (known.some(({ rules }) => rules === undefined)) return undefined;
  const copy = structuredClone({ book, moment, answer });
  const { decision, view } = copy.answer;
  const offer = copy.book.offers.find(({ id }) => id === decision.offer);
  if (decision.offer === null || offer === undefined) return undefined;
  // An arm's items may be related to the order when the offer's own are not: without the experiment, no offer is left.
  if (copy.book.experiments?.some((each) => each.offer === offer.id && each.variable === 'product')) return undefined;
  const product = copy.book.products.find(({ id }) => id === decision.items[0]?.product);
  return product && { ...copy, decision, root: view as Element, offer, product };
}

for (const rule of kRules) {
  test(`the oracle objects if ${rule} is broken`, () => {
    let seen = 0;
    for (const pair of pairs) {
      if (seen === kDoctored) break;
      const changed = caseOf(pair, rule);
      if (changed === undefined || !(applies[rule]?.(changed) ?? true)) continue;
      doctored[rule](changed);
      const found = objections(changed.book, changed.moment, changed.answer);
      assert.ok(
        found.some((each) => each.rule === rule),
        `seed ${pair.seed}: only ${JSON.stringify(found)}`,
      );
      seen += 1;
    }
    assert.equal(seen, kDoctored, 'too few answers to test the rule');
  });
}

test('the oracle computes buckets as published: FNV-1a, twice, over UTF-8', () => {
  assert.equal(fnv32a('foobar'), 0xbf9cf968);
  assert.equal(bucketOf('seed', 'b'), 2_696);
  let umlaut = 0x811c9dc5n;
  for (const byte of [0xc3n, 0xbcn]) umlaut = ((umlaut ^ byte) * 0x01000193n) % 0x1_0000_0000n;
  assert.equal(fnv32a('ü'), Number(umlaut));
});

test('the random pairs cover the cases of the rules', () => {
  const met = new Map<string, number>();
  const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
  for (const { answer } of pairs) {
    for (const { verdict, reason } of answer.decision.trace) meet(`${verdict} ${reason}`);
    if (answer.decision.offer === null) continue;
    meet(`${answer.decision.placement} ${answer.decision.path} ${answer.decision.type}`);
    if (answer.decision.replaces !== undefined) meet('replaces');
    if ((answer.decision.replaces?.quantity ?? 1) > 1) meet('replaces several');
    if (JSON.stringify(answer.view).includes('"consent"')) meet('consent');
  }
  const refusals = kRules.slice(kRules.indexOf('accepted'), kRules.indexOf('holdout'));
  const never = ['control', 'relevance'];
  for (const what of [
    ...refusals.filter((rule) => !never.includes(rule)).map((rule) => `refused ${rule}`),
    'withheld holdout',
    'withheld control',
    ...['relation', 'expected_value', 'priority', 'id'].map((by) => `outranked ${by}`),
    'checkout form cross_sell',
    'product_page form bundle',
    'product_page form cross_sell',
    'post_purchase one_click upsell',
    'post_purchase link cross_sell',
    'thank_you link upsell',
    'email link cross_sell',
    'replaces',
    'replaces several',
    'consent',
  ]) {
    assert.ok((met.get(what) ?? 0) >= 10, `${what}: ${met.get(what) ?? 0}`);
  }
});
