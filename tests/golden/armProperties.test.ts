// Properties that hold for every book and moment: of arms, the holdout, assignments and previews.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Arm, Decision } from '../../web/src/types.js';
import type { Book, Experiment, Offer } from './oracle/world.js';
import { decide, decidePairs, each, isOffered, type Pair } from './pairs.js';

before(decidePairs);

const offerOf = ({ book, decided }: Pair) => book.offers.find(({ id }) => id === decided.offer) as Offer;
const known = ({ moment }: Pair) => (moment.visitor?.id ?? '') !== '';

test("a visitor's arm does not change with the rest of the book", () =>
  each(
    (pair) => {
      const { book, moment, decided } = pair;
      const offers = [offerOf(pair)];
      const experiments = book.experiments?.filter(({ offer }) => offer === decided.offer);
      const own = decided.arms.filter(({ experiment }) => experiments?.some(({ id }) => id === experiment));
      const alone = decide({ ...book, offers, experiments }, moment);
      assert.deepEqual(alone.arms, own);
      const rest = { arms: [], trace: [], assignment: undefined };
      assert.deepEqual({ ...alone, ...rest }, { ...decided, ...rest });
    },
    (pair) => isOffered(pair) && pair.decided.arms.length > 0,
  ));

test('an arm depends only on the visitor and the experiment, not on the moment', () =>
  each(
    (pair) => {
      const { book, moment, decided } = pair;
      const later = {
        ...moment,
        locale: 'en',
        order: { ...moment.order, id: 'another' },
        page: { ...moment.page, url: '/y' },
      };
      const after = decide(book, later);
      if (after.offer !== decided.offer) return;
      assert.deepEqual(after.arms, decided.arms);
    },
    (pair) => isOffered(pair) && pair.decided.arms.length > 0,
  ));

test('a visitor in the holdout sees no offer and is in no arm; visitors without an id are never in the holdout', () =>
  each(
    (pair) => {
      const { book, moment, decided } = pair;
      const held = decide({ ...book, holdout: { shareBps: 10_000, seed: 's' } }, moment);
      if (!known(pair)) return assert.deepEqual(held, decided);
      assert.equal(held.offer, null);
      assert.deepEqual(held.arms, []);
      assert.deepEqual([held.reason, held.withheld], ['holdout', decided.offer]);
    },
    (pair) => isOffered(pair) && !pair.decided.preview,
  ));

test('a holdout with a share of zero has no effect', () =>
  each(({ book, moment, decided }) => {
    const { holdout: _, ...open } = book;
    assert.deepEqual(decide({ ...open, holdout: { shareBps: 0, seed: 's' } }, moment), decide(open, moment));
    if (decided.reason === 'holdout') assert.notEqual(decide(open, moment).reason, 'holdout');
  }));

test('the assignment is the same in the holdout as outside of it', () =>
  each(
    ({ book, moment }) => {
      const of = (shareBps: number) => decide({ ...book, holdout: { shareBps, seed: 's' } }, moment).assignment;
      const [open, held] = [of(0), of(10_000)];
      assert.deepEqual(held, open && { ...open, holdout: true });
    },
    (pair) => known(pair) && !pair.decided.preview,
    1_000,
  ));

/** The book with everybody in one arm of an experiment. */
function withEverybodyIn(book: Book, { namespace: _, ...experiment }: Experiment, arm: string): Book {
  const arms = experiment.arms.map((each) => ({ ...each, weightBps: each.id === arm ? 10_000 : 0 }));
  const all = { ...experiment, coverageBps: 10_000, arms };
  return { ...book, experiments: book.experiments?.map((each) => (each.id === all.id ? all : each)) ?? [] };
}

test('whether a visitor counts for an experiment, and the value before, do not depend on the arm', () => {
  let counted = 0;
  let unlikely = 0;
  each(
    ({ book, moment }) => {
      for (const experiment of book.experiments ?? []) {
        const ids = experiment.arms.map(({ id }) => id);
        const inArm = ids.map((id) => decide(withEverybodyIn(book, experiment, id), moment));
        const own = inArm.map(({ assignment }) => assignment?.arms.find((each) => each.experiment === experiment.id));
        const isCounted = inArm.some(({ offer, withheld }) => [offer, withheld].includes(experiment.offer));
        const befores = inArm.map(({ assignment }) => assignment?.before);
        if (own[0] === undefined) {
          assert.deepEqual(own, Array(ids.length).fill(undefined));
          assert.ok(inArm.every(({ offer }) => offer !== experiment.offer));
          continue;
        }
        assert.deepEqual(
          own.map((arm) => arm?.arm),
          ids,
        );
        assert.equal(new Set(befores).size, 1);
        assert.ok(isCounted, 'no arm shows the offer');
        counted += 1;
        unlikely += Number(inArm.some(({ offer, arms }) => offer === null && arms.length === 0));
      }
    },
    (pair) => known(pair) && !pair.decided.preview && (pair.book.experiments?.length ?? 0) > 0,
    1_000,
  );
  assert.ok(counted > 200, `only ${counted} experiments count`);
  assert.ok(unlikely > 20, `only in ${unlikely} experiments an arm makes its offer ineligible`);
});

test('visitors outside of an experiment are not assigned to it', () =>
  each(
    ({ book, moment, decided }) => {
      const experiments = book.experiments?.map((experiment) => ({ ...experiment, coverageBps: 0 })) ?? [];
      assert.deepEqual(decide({ ...book, experiments }, moment).assignment?.arms ?? [], []);
      for (const { experiment } of decided.assignment?.arms ?? []) {
        assert.ok(book.experiments?.some(({ id }) => id === experiment));
      }
    },
    ({ decided }) => decided.assignment !== undefined,
  ));

test('an assignment is there whenever an offer is made, but not in a preview or without an id', () =>
  each((pair) => {
    const { decided, moment } = pair;
    if (!known(pair) || decided.preview) return assert.equal(decided.assignment, undefined);
    if (decided.offer !== null) assert.equal(decided.assignment?.offer, decided.offer);
    if (moment.order.total !== undefined && decided.assignment) {
      assert.equal(decided.assignment.before, moment.order.total);
    }
  }));

test('a preview ignores the holdout, uses the requested arm and is marked as a preview', () =>
  each(
    (pair) => {
      const { moment, decided } = pair;
      const book = { ...pair.book, holdout: { shareBps: 10_000, seed: 's' } };
      const experiment: Experiment | undefined = book.experiments?.find(({ offer }) => offer === decided.offer);
      if (experiment === undefined) return;
      for (const arm of experiment.arms) {
        const preview: Arm[] = [{ experiment: experiment.id, arm: arm.id }];
        const shown: Decision = decide(book, { ...moment, preview });
        assert.equal(shown.preview, true);
        assert.notEqual(shown.reason, 'holdout');
        if (shown.offer !== decided.offer) continue;
        assert.deepEqual(
          shown.arms.filter((each) => each.experiment === experiment.id),
          preview,
        );
      }
    },
    (pair) => isOffered(pair) && (pair.book.experiments?.length ?? 0) > 0,
  ));

test('a visitor in a control arm sees the decision without the offer, and the decision names the arm', () => {
  const control = ({ trace }: Decision) => trace.find(({ reason }) => reason === 'control')?.offer;
  each(
    (pair) => {
      const { book, moment, decided } = pair;
      const id = control(decided) as string;
      const offers = book.offers.filter((offer) => offer.id !== id);
      const experiments = book.experiments?.filter(({ offer }) => offer !== id) ?? [];
      const after = decide({ ...book, offers, experiments }, moment);
      assert.equal(after.offer, decided.offer);
      if (decided.offer === null) assert.equal(decided.withheld, id);
      const placed = book.experiments?.filter(({ offer, variable }) => offer === id && variable === 'placement');
      assert.ok(decided.arms.some(({ experiment }) => placed?.some((each) => each.id === experiment)));
      // If it were shown here to everybody, this visitor would see it.
      const here = book.offers.map((offer) => (offer.id === id ? { ...offer, placements: [moment.placement] } : offer));
      const shown = decide({ ...book, offers: here, experiments }, moment);
      const others = book.experiments?.some(({ offer, variable }) => offer === id && variable !== 'placement');
      if (!others) assert.equal(shown.offer, id);
    },
    ({ decided }) => decided.reason !== 'holdout' && control(decided) !== undefined,
    15,
  );
});
