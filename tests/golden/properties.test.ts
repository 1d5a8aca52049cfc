// Properties that hold for every book and moment: of order, of offers and of time.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Arm, Decision } from '../../web/src/types.js';
import type { Experiment, Offer } from './oracle/world.js';
import { decide, decidePairs, each, isOffered, type Pair, without } from './pairs.js';
import { Random } from './random.js';

before(decidePairs);

function shuffled<T>(list: readonly T[] | undefined, random: Random): T[] {
  const turned = [...(list ?? [])];
  for (let i = turned.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [turned[i], turned[j]] = [turned[j] as T, turned[i] as T];
  }
  return turned;
}

const offerOf = ({ book, decided }: Pair) => book.offers.find(({ id }) => id === decided.offer) as Offer;
/** An offer was made and has no experiments, so that a changed copy of it can only be refused for its change. */
const isPlain = (pair: Pair) =>
  isOffered(pair) && !pair.book.experiments?.some(({ offer }) => offer === pair.decided.offer);

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
