/** Random books and moments from a seed: legal ones, with every feature of the format and awkward values. */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** Mulberry32 (Tommy Ettinger, public domain): small, seeded and good enough to vary a test. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(count: number): number {
    return Math.floor(this.next() * count);
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
  some<T>(from: readonly T[], share: number): T[] {
    return from.filter(() => this.chance(share));
  }
}

const texts = [
  'Knife',
  'Größe',
  'ナイフ',
  'a "quoted" \\ thing',
  '<b>&amp;</b>',
  'tab\there',
  '{trigger}',
  '💡',
  '\u0001',
];
const categories = ['kitchen', 'care', 'bücher'];
const tags = ['gift', 'steel', 'new', 'été'];
const times = [
  '2026-11-22T10:00:00Z',
  '2026-11-23T10:00:00Z',
  '2026-11-23T10:00:00.001+00:00',
  '2026-11-24T09:30:00-05:30',
];
// Exactly at the ends of the window, of a day's rest and of a day's cap, and one millisecond before and after.
const earlier = [
  '2026-11-22T10:00:00.001Z',
  '2026-11-23T08:00:00Z',
  '2026-11-23T08:00:00.001Z',
  '2026-11-23T08:00:00.002Z',
  '2026-11-23T15:29:59+05:30',
];
const placements = ['product_page', 'checkout', 'post_purchase', 'thank_you', 'email'];
const conditions = [
  { 'visitor.country': 'GB' },
  { 'order.value': { $gte: 5000 } },
  { $or: [{ 'order.tags': { $in: ['gift'] } }, { language: 'de' }] },
  { 'visitor.name': { $regex: '^k.*r$' } },
  { 'order.quantity': { $gt: 1.5 }, 'page.url': { $exists: true } },
  { $not: { 'platform.device': 'phone' } },
  { 'visitor.version': { $vgte: '1.10.0' } },
  { 'order.lines': { $elemMatch: { category: 'kitchen', price: { $gte: 5000 } } } },
  { 'order.lines.0.quantity': { $lt: 3 } },
  { $nor: [{ 'order.lineCount': 2 }, { 'order.products': { $all: ['p1', 'p2'] } }] },
  { 'page.product': { $in: ['p0', 'p1', 'p2', 'p3'] } },
  { hour: { $gte: 10, $lt: 23 }, weekday: { $ne: 7 } },
  { 'platform.oneClick': { $eq: true } },
];

const text = (random: Random) => `${random.pick(texts)} ${random.pick(texts)}`;

const quantity = (random: Random, most: number) => random.chance(0.8) && { quantity: 1 + random.below(most) };

export function randomBook(random: Random): object {
  const ids = Array.from({ length: 3 + random.below(8) }, (_, i) => `p${i}`);
  const others = (id: string, share: number) =>
    random.some(
      ids.filter((other) => other !== id),
      share,
    );
  const products = ids.map((id) => ({
    id,
    title: text(random),
    ...(random.chance(0.3) && {
      translations: {
        [random.pick(['de', 'de-CH', 'fr-CA', 'ja'])]: {
          title: text(random),
          ...(random.chance(0.3) && { imageAlt: text(random) }),
        },
      },
    }),
    price: random.below(20_000),
    category: random.pick(categories),
    tags: random.some(tags, 0.3),
    kind: random.pick(['durable', 'consumable', 'experience']),
    ...(random.chance(0.2) && { stock: random.below(6) }),
    ...(random.chance(0.15) && { maxPerOrder: 1 + random.below(4) }),
    ...(random.chance(0.1) && {
      recurring: {
        interval: random.pick(['day', 'week', 'month', 'year']),
        ...(random.chance(0.5) && { every: 1 + random.below(12) }),
      },
    }),
    ...(random.chance(0.06) && { seller: random.pick(['larder', 'other']) }),
    ...(random.chance(0.4) && { image: '/img/x.svg', imageAlt: text(random) }),
    variants: random.chance(0.3)
      ? [
          { id: 'small', title: text(random), price: random.below(9_000), translations: { de: { title: 'S' } } },
          { id: 'large', title: 'L', stock: random.below(8) },
        ]
      : [],
    complements: others(id, 0.3),
    upgradeOf: others(id, 0.15),
    bundles: others(id, 0.1),
  }));
  const itemOf = (product: (typeof products)[number], most: number) => ({
    product: product.id,
    ...(product.variants.length > 0 && random.chance(0.5) && { variant: random.pick(['small', 'large']) }),
    ...quantity(random, most),
  });
  const item = () => itemOf(random.pick(products), 3);
  const price = () =>
    random.pick([
      { kind: 'list' },
      { kind: 'fixed', amount: random.pick([0, random.below(9_000), random.below(40_000)]) },
      { kind: 'percent_off', bps: random.below(10_001) },
    ]);
  const copy = () => ({
    headline: random.pick([text(random), 'For your {trigger}: {item}, {price}']),
    benefit: text(random),
    ...(random.chance(0.5) && { accept: text(random) }),
    ...(random.chance(0.4) && { linkAccept: text(random) }),
    ...(random.chance(0.4) && { incentive: text(random) }),
    ...(random.chance(0.5) && { terms: text(random) }),
  });
  const shownAt = (share: number) => {
    const some = random.some(placements, share);
    return some.length > 0 ? some : ['checkout'];
  };
  // Each tool in its intended form (an upgrade of one product, a bundle around one), and in mixed-up forms.
  const tool = () => {
    const better = products.filter((product) => product.upgradeOf.length > 0);
    const first = random.pick(products);
    const kind = random.below(10);
    if (kind < 2 && better.length > 0) return { type: 'upsell', items: [itemOf(random.pick(better), 2)] };
    if (kind < 4) {
      return { type: 'bundle', for: { products: [first.id] }, items: [itemOf(first, 2), item()] };
    }
    return {
      type: random.pick(['cross_sell', 'cross_sell', 'cross_sell', 'upsell', 'bundle']),
      ...(random.chance(0.5) && {
        for: {
          products: random.some(ids, 0.3),
          categories: random.some(categories, 0.3),
          tags: random.some(tags, 0.3),
        },
      }),
      items: Array.from({ length: 1 + random.below(2) }, item),
    };
  };
  const offers = Array.from({ length: 1 + random.below(12) }, (_, i) => ({
    id: `o${i}${random.chance(0.2) ? ':#+@' : ''}`,
    ...tool(),
    price: price(),
    ...(random.chance(0.3) && {
      priorPrice: { amount: random.below(20_000), lowest30d: random.pick([random.below(9_000), 20_000]) },
    }),
    placements: shownAt(0.75),
    copy: { ...(random.chance(0.95) && { en: copy() }), [random.pick(['de', 'fr-CA', 'ar'])]: copy() },
    ...(random.chance(0.75) && { link: '/buy' }),
    ...(random.chance(0.2) && { when: random.pick(conditions) }),
    ...(random.chance(0.2) && {
      schedule: random.pick([
        { from: times[0], until: random.pick(times.slice(1)) },
        { until: times[2] },
        { from: times[1] },
      ]),
    }),
    ...(random.chance(0.2) && {
      frequencyCap: { exposures: 1 + random.below(2), seconds: random.pick([1, 7_200, 86_400]) },
    }),
    priority: random.below(3),
    ...(random.chance(0.7) && { margin: random.pick([0, 500, random.below(5_000), 1_000_000_000_000]) }),
    approved: random.chance(0.95),
    ...(random.chance(0.4) && {
      evidence: random.pick([
        { shown: 1000, accepted: random.below(1000), returned: 0 },
        { shown: 40, accepted: 20, returned: random.below(21) },
        { shown: random.below(50), accepted: 0 },
      ]),
    }),
  }));
  const arm = (id: string, weightBps: number, variable: string) => ({
    id,
    weightBps,
    ...(id !== 'a' && variable === 'price' && { price: price() }),
    ...(id !== 'a' &&
      variable === 'headline' && { copy: { [random.pick(['en', 'de', 'de-CH'])]: { headline: text(random) } } }),
    ...(id !== 'a' && variable === 'product' && { items: [item()] }),
    ...((id !== 'a' || random.chance(0.2)) && variable === 'placement' && { placements: shownAt(0.4) }),
  });
  const experiments = random.some(['e1', 'e2', 'e3'], 0.5).map((id) => {
    const variable = random.pick(['price', 'headline', 'product', 'placement', 'placement']);
    const weight = random.below(10_001);
    const rest = random.chance(0.3) ? random.below(10_001 - weight) : 0;
    return {
      id,
      offer: random.pick(offers).id,
      variable,
      ...(random.chance(0.3) && { coverageBps: random.below(10_001) }),
      ...(random.chance(0.3) && {
        namespace: { id: 'n', fromBps: random.below(5_000), untilBps: 5_000 + random.below(5_001) },
      }),
      arms: [
        arm('a', weight, variable),
        arm('b', 10_000 - weight - rest, variable),
        ...(rest > 0 ? [arm('c', rest, variable)] : []),
      ],
    };
  });
  return {
    version: 1,
    id: 'random',
    merchant: 'larder',
    currency: 'GBP',
    locale: 'en-GB',
    policy: {
      priceBand: random.pick([
        { minBps: 0, maxBps: 1_000_000 },
        { minBps: 0, maxBps: 1_000_000 },
        { minBps: 0, maxBps: 10_000 },
        { minBps: 1_000, maxBps: 3_000 },
        { minBps: 333, maxBps: 6_667 },
      ]),
      windowSeconds: 7_200,
      ...(random.chance(0.5) && { declineRestSeconds: random.pick([0, 86_400, 172_800]) }),
      ...(random.chance(0.5) && { linkTakeBps: random.pick([0, random.below(10_001), 10_000]) }),
    },
    products,
    offers,
    experiments,
    ...(random.chance(0.2) && { holdout: { shareBps: random.below(10_001), seed: 's' } }),
    ...(random.chance(0.3) && {
      checked: {
        digest: 'not looked at by a page',
        refused: random.some(
          offers.map((offer) => offer.id),
          0.2,
        ),
      },
    }),
  };
}

export function randomMoment(random: Random): object {
  const product = (count: number) => `p${random.below(count)}`;
  const line = () => ({
    product: product(10),
    ...(random.chance(0.1) && { variant: random.pick(['small', 'large', '']) }),
    ...quantity(random, 4),
    price: random.chance(0.94) ? random.below(30_000) : random.pick([0, 1_000_000_000_000]),
    ...(random.chance(0.1) && { offer: random.pick(['', `o${random.below(9)}`]) }),
  });
  const placement = random.pick([...placements, 'post_purchase']);
  const browsing = placement === 'product_page';
  const before = browsing || placement === 'checkout';
  const offered = (count: number) => `o${random.below(count)}`;
  const when = () => random.pick([...times.slice(0, 2), ...earlier]);
  return {
    placement,
    time: random.pick([...times, '2026-11-23T10:00:00Z']),
    ...(random.chance(0.3) && { utcOffset: random.pick([-300, 0, 60, 330, 840]) }),
    locale: random.pick(['en-GB', 'de-AT', 'fr', 'ar-EG', 'ja']),
    order: {
      id: random.pick(['1001', '', '"#1"', 'ünï']),
      ...(random.chance(0.9)
        ? !before && { status: 'paid' }
        : { status: random.pick(['open', 'pending', 'paid', 'cancelled', 'refunded']) }),
      currency: random.chance(0.97) ? 'GBP' : 'EUR',
      lines: Array.from({ length: random.chance(browsing ? 0.5 : 0.05) ? 0 : 1 + random.below(3) }, line),
      ...(random.chance(0.3) && { total: random.below(100_000) }),
      ...(random.chance(0.3) && { tax: random.pick([1, random.below(6_000), 1_000_000_000]) }),
      ...(random.chance(0.5) && { paidAt: random.pick([...times.slice(1), ...earlier.slice(1)]) }),
    },
    visitor: {
      ...(random.chance(0.9) && { id: `v-${random.below(1_000)}-${random.pick(texts)}` }),
      attributes: {
        country: random.pick(['GB', 'FR', null]),
        name: random.pick(['käufer', 'kr']),
        version: random.pick(['1.9', '1.10.2', 2]),
      },
      declined: random.some(['o0', 'o1', 'o2'], 0.1),
      ...(random.chance(0.2) && { declinedBefore: [{ offer: offered(4), at: when() }] }),
      seen: Array.from({ length: random.chance(0.4) ? 1 + random.below(3) : 0 }, () => ({
        offer: offered(3),
        at: when(),
      })),
    },
    platform: {
      ...(random.chance(0.85) && {
        oneClick: {
          allowed: random.chance(0.8),
          ...(random.chance(0.2) && { until: random.pick(times) }),
          ...(random.chance(0.1) && { currency: random.pick(['GBP', 'EUR']) }),
          ...(random.chance(0.2) && { reason: text(random) }),
        },
      }),
      attributes: { device: random.pick(['phone', 'desktop']) },
    },
    ...((browsing || random.chance(0.5)) && {
      page: { url: '/x', ...(random.chance(browsing ? 0.85 : 0.2) && { product: product(10) }) },
    }),
    ...(random.chance(0.08) && {
      preview: random.some(['e1', 'e2', 'none'], 0.7).map((experiment) => ({
        experiment,
        arm: random.pick(['a', 'b', 'c', 'none']),
      })),
    }),
  };
}
