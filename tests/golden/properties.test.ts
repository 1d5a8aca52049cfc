// Properties that hold for every book and moment, tested on random ones with the shipped page module.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Arm, Decision, Trace } from '../../web/src/types.js';
import { type Doors, opened, page } from './modules.js';
import type { Book, Experiment, LooseMoment, Offer } from './oracle/world.js';
import { Random, randomBook, randomMoment } from './random.js';

const kSeeds = 4_000;

interface Pair {
  seed: number;
  book: Book;
  moment: LooseMoment;
  decided: Decision;
}

let doors: Doors;
const pairs: Pair[] = [];

function decide(book: object, moment: object): Decision {
  const number = opened(doors, JSON.stringify(book));
  const answer = JSON.parse(doors.decide(number, JSON.stringify(moment))) as Decision;
  doors.close(number);
  assert.equal(answer.ok, true, JSON.stringify(answer));
  return answer;
}

before(async () => {
  doors = await page();
  for (let seed = 0; seed < kSeeds; seed += 1) {
    const random = new Random(seed);
    const book = randomBook(random) as Book;
    const moment = randomMoment(random) as LooseMoment;
    pairs.push({ seed, book, moment, decided: decide(book, moment) });
  }
});

/** Runs `body` for every pair that is `fit`. Fails if there are fewer than `least`. */
function each(body: (pair: Pair) => void, fit: (pair: Pair) => boolean = () => true, least = 20): void {
  let count = 0;
  for (const pair of pairs) {
    if (!fit(pair)) continue;
    count += 1;
    try {
      body(pair);
    } catch (error) {
      throw new Error(`seed ${pair.seed}`, { cause: error });
    }
  }
  assert.ok(count >= least, `only ${count} pairs fit the test`);
}

function shuffled<T>(list: readonly T[] | undefined, random: Random): T[] {
  const turned = [...(list ?? [])];
  for (let i = turned.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [turned[i], turned[j]] = [turned[j] as T, turned[i] as T];
  }
  return turned;
}

const isOffered = ({ decided }: Pair) => decided.offer !== null;
const offerOf = ({ book, decided }: Pair) => book.offers.find(({ id }) => id === decided.offer) as Offer;
/** An offer was made and has no experiments, so that a changed copy of it can only be refused for its change. */
const isPlain = (pair: Pair) =>
  isOffered(pair) && !pair.book.experiments?.some(({ offer }) => offer === pair.decided.offer);
const known = ({ moment }: Pair) => (moment.visitor?.id ?? '') !== '';
const without = (trace: Trace[], id: string) => trace.filter(({ offer }) => offer !== id);

test('the order of offers and products in the book does not affect the decision', () =>
  each(({ seed, book, moment, decided }) => {
    const random = new Random(seed);
    const offers = shuffled(book.offers, random);
    const products = shuffled(book.products, random);
    assert.deepEqual(decide({ ...book, offers, products }, moment), decided);
  }));

test('the order of lists in offers and products does not affect the decision', () =>
  each(({ seed, book, moment, decided }) => {
    const random = new Random(seed);
    const offers = book.offers.map((offer) => ({
      ...offer,
      placements: shuffled(offer.placements, random),
      copy: Object.fromEntries(shuffled(Object.entries(offer.copy), random)),
      ...(offer.for && {
        for: {
          products: shuffled(offer.for.products, random),
          categories: shuffled(offer.for.categories, random),
          tags: shuffled(offer.for.tags, random),
        },
      }),
    }));
    const products = book.products.map((product) => ({
      ...product,
      tags: shuffled(product.tags, random),
      variants: shuffled(product.variants, random),
      complements: shuffled(product.complements, random),
      upgradeOf: shuffled(product.upgradeOf, random),
      bundles: shuffled(product.bundles, random),
    }));
    assert.deepEqual(decide({ ...book, offers, products }, moment), decided);
  }));

const byName = (arms: Arm[]) => [...arms].sort((a, b) => (a.experiment < b.experiment ? -1 : 1));

function armsByName(decision: Decision): Decision {
  const { arms, assignment } = decision;
  return {
    ...decision,
    arms: byName(arms),
    ...(assignment && { assignment: { ...assignment, arms: byName(assignment.arms) } }),
  };
}

test('the order of experiments does not affect the decision unless two change the same thing', () => {
  const key = ({ offer, variable }: Experiment) => `${offer} ${variable}`;
  const apart = ({ book }: Pair) => new Set(book.experiments?.map(key)).size === book.experiments?.length;
  each(({ seed, book, moment, decided }) => {
    const experiments = shuffled(book.experiments, new Random(seed));
    const after = decide({ ...book, experiments }, moment);
    assert.deepEqual(armsByName(after), armsByName(decided));
  }, apart);
});

/** For each reason, a change to an offer that makes it refused for that reason. */
const refusals: Record<string, (offer: Offer, pair: Pair) => Partial<Offer> | undefined> = {
  not_approved: () => ({ approved: false }),
  placement: (_, { moment }) => ({ placements: [moment.placement === 'email' ? 'checkout' : 'email'] }),
  schedule: (_, { moment }) => ({ schedule: { until: moment.time } }),
  condition: () => ({ when: { 'order.currency': 'XXX' } }),
  type_placement: (_, { moment }) => ({ type: moment.placement === 'product_page' ? 'upsell' : 'bundle' }),
  no_copy: () => ({ copy: { pt: { headline: 'x', benefit: 'x' } } }),
  price_band: ({ type }, { decided }) =>
    type === 'cross_sell' && decided.offer !== null && decided.basis < 1_000_000_000
      ? { price: { kind: 'fixed', amount: 999_999_999_999 } }
      : undefined,
  no_link: (_, { decided }) =>
    decided.offer !== null && decided.path === 'link' ? { link: undefined as never } : undefined,
};

for (const [reason, change] of Object.entries(refusals)) {
  test(`an added offer that is refused for ${reason} changes only its own line of the trace`, () =>
    each(
      (pair) => {
        const { book, moment, decided } = pair;
        const offer = offerOf(pair);
        const added = { ...offer, ...change(offer, pair), id: 'added' };
        const after = decide({ ...book, offers: [added, ...book.offers] }, moment);
        const line = after.trace.find((each) => each.offer === 'added');
        assert.equal(line?.verdict, 'refused');
        assert.equal(line?.reason, reason);
        assert.deepEqual({ ...after, trace: without(after.trace, 'added') }, decided);
      },
      (pair) => isPlain(pair) && change(offerOf(pair), pair) !== undefined,
    ));
}

test('an added offer that the check, the shopper or the order refuses changes nothing else', () =>
  each((pair) => {
    const { book, moment } = pair;
    const visitor = moment.visitor;
    const added = { ...offerOf(pair), id: 'added' };
    const offers = [...book.offers, added];
    const lines = [...moment.order.lines, { product: 'unheard-of', quantity: 1, price: 0, offer: 'added' }];
    const cap = { exposures: 1, seconds: 60 };
    const now = moment.time;
    const rest = { ...book.policy, declineRestSeconds: 60 };
    const alone = { ...book, policy: rest };
    const cases: [string, object, object, object][] = [
      [
        'finding',
        { ...book, offers, checked: { digest: 'x', refused: [...(book.checked?.refused ?? []), 'added'] } },
        book,
        moment,
      ],
      [
        'declined',
        { ...book, offers },
        book,
        { ...moment, visitor: { ...visitor, declined: [...(visitor?.declined ?? []), 'added'] } },
      ],
      [
        'declined_before',
        { ...alone, offers },
        alone,
        { ...moment, visitor: { ...visitor, declinedBefore: [{ offer: 'added', at: now }] } },
      ],
      [
        'frequency',
        { ...book, offers: [...book.offers, { ...added, frequencyCap: cap }] },
        book,
        { ...moment, visitor: { ...visitor, seen: [...(visitor?.seen ?? []), { offer: 'added', at: now }] } },
      ],
      ['accepted', { ...book, offers }, book, { ...moment, order: { ...moment.order, lines, total: 1 } }],
    ];
    for (const [reason, larger, smaller, changed] of cases) {
      const after = decide(larger, changed);
      assert.deepEqual({ ...after, trace: without(after.trace, 'added') }, decide(smaller, changed), reason);
      assert.equal(after.trace.find((each) => each.offer === 'added')?.reason, reason);
    }
  }, isPlain));

test('refused offers do not lead to an offer', () =>
  each(
    ({ book, moment }) => {
      const added = { ...book.offers[0], id: 'added', approved: false };
      const after = decide({ ...book, offers: [...book.offers, added] }, moment);
      assert.equal(after.offer, null);
      assert.equal(after.reason, after.trace.length > 0 ? 'all_refused' : 'no_candidates');
    },
    ({ decided }) => decided.reason === 'no_candidates',
  ));

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

test('at most one offer, and one reason for each candidate', () =>
  each(({ decided }) => {
    const ids = decided.trace.map(({ offer }) => offer);
    assert.equal(new Set(ids).size, ids.length);
    const chosen = decided.trace.filter(({ verdict }) => verdict === 'chosen');
    assert.deepEqual(
      chosen.map(({ offer }) => offer),
      decided.offer === null ? [] : [decided.offer],
    );
    for (const { verdict, reason } of decided.trace) assert.equal(reason === 'offered', verdict === 'chosen');
    const withheld = decided.trace.filter(({ verdict }) => verdict === 'withheld');
    const byHoldout = withheld.filter(({ reason }) => reason === 'holdout');
    assert.equal(byHoldout.length, Number(decided.reason === 'holdout'));
    assert.ok(withheld.length - byHoldout.length <= 1);
    if (decided.withheld !== null) assert.equal((byHoldout[0] ?? withheld[0])?.offer, decided.withheld);
  }));

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

test('a decision stays the same until its `until`, which is never in the past', () =>
  each(
    ({ book, moment, decided }) => {
      const until = Date.parse((decided as { until: string }).until);
      assert.ok(until > Date.parse(moment.time));
      const last = decide(book, { ...moment, time: new Date(until - 1).toISOString() });
      const then = decide(book, { ...moment, time: new Date(until).toISOString() });
      // In between, caps and rests may end and other schedules may begin; these can only add offers.
      if (last.offer === decided.offer && decided.offer !== null && last.offer !== null) {
        assert.deepEqual(last.price, decided.price);
        const still = then.offer === last.offer && then.path === last.path;
        assert.ok(!still, 'the offer did not end');
      }
    },
    ({ decided }) => decided.offer !== null && decided.until !== undefined,
  ));

test('the same decision twice gives the same result', () =>
  each(({ book, moment, decided }) => assert.deepEqual(decide(book, moment), decided)));
