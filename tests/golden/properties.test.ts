// What must hold for every book and moment, tried on random ones through the shipped page module.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Doors, opened, page } from './modules.js';
import { Random, randomBook, randomMoment } from './random.js';

interface Decided {
  offer: string | null;
  reason: string;
  path?: string;
  price?: { amount: number };
  arms: { experiment: string; arm: string }[];
  withheld: string | null;
  trace: { offer: string; verdict: string; reason: string }[];
}
type AnyBook = { offers: Record<string, unknown>[]; experiments: Record<string, unknown>[]; holdout?: unknown };

const kSeeds = 2_000;

function decide(doors: Doors, book: object, moment: object): Decided {
  const number = opened(doors, JSON.stringify(book));
  const answer = JSON.parse(doors.decide(number, JSON.stringify(moment))) as Decided;
  doors.close(number);
  return answer;
}

/** Runs `body` with a book, a moment and what is decided for them, for every seed. */
async function eachSeed(body: (doors: Doors, book: AnyBook, moment: object, decided: Decided, random: Random) => void) {
  const doors = await page();
  for (let seed = 0; seed < kSeeds; seed += 1) {
    const random = new Random(seed);
    const book = randomBook(random) as AnyBook;
    const moment = randomMoment(random);
    try {
      body(doors, book, moment, decide(doors, book, moment), random);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
}

test('the order of offers in the book decides nothing', () =>
  eachSeed((doors, book, moment, decided, random) => {
    const offers = [...book.offers];
    for (let i = offers.length - 1; i > 0; i -= 1) {
      const j = random.below(i + 1);
      [offers[i], offers[j]] = [offers[j] as AnyBook['offers'][0], offers[i] as AnyBook['offers'][0]];
    }
    assert.deepEqual(decide(doors, { ...book, offers }, moment), decided);
  }));

test('an offer that is refused changes nothing but its own line of the trace', () =>
  eachSeed((doors, book, moment, decided) => {
    const added = { ...book.offers[0], id: 'added', approved: false, when: undefined };
    const after = decide(doors, { ...book, offers: [...book.offers, added] }, moment);
    const trace = after.trace.filter((line) => line.offer !== 'added');
    assert.deepEqual(trace, decided.trace);
    assert.equal(after.offer, decided.offer);
    // Alone in the trace, a refused offer turns "no candidates" into "all refused".
    if (decided.reason !== 'no_candidates') assert.deepEqual({ ...after, trace }, decided);
  }));

test("a visitor's arm does not change with the rest of the book", () =>
  eachSeed((doors, book, moment, decided) => {
    if (decided.arms.length === 0) return;
    const offers = book.offers.filter((offer) => offer.id === decided.offer);
    const experiments = book.experiments.filter((experiment) => experiment.offer === decided.offer);
    const alone = decide(doors, { ...book, offers, experiments }, moment);
    assert.deepEqual(alone.arms, decided.arms);
    assert.deepEqual(alone.price, decided.price);
  }));

test('at most one offer, one reason for each candidate, and who is held out sees nothing', () =>
  eachSeed((doors, book, moment, decided) => {
    const chosen = decided.trace.filter((line) => line.verdict === 'chosen' || line.verdict === 'withheld');
    assert.ok(chosen.length <= 1);
    assert.equal(chosen[0]?.offer ?? null, decided.offer ?? decided.withheld);
    assert.equal(new Set(decided.trace.map((line) => line.offer)).size, decided.trace.length);
    for (const line of decided.trace) assert.equal(line.reason === 'offered', line.verdict === 'chosen');
    if (decided.offer !== null) {
      const held = decide(doors, { ...book, holdout: { shareBps: 10_000, seed: 's' } }, moment);
      const known = (moment as { visitor: { id?: string } }).visitor.id !== undefined;
      assert.equal(held.offer, known ? null : decided.offer);
    }
  }));

test('a decision made twice is the same', () =>
  eachSeed((doors, book, moment, decided) => assert.deepEqual(decide(doors, book, moment), decided)));
