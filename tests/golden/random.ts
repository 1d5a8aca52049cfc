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
const conditions = [
  { 'visitor.country': 'GB' },
  { 'order.value': { $gte: 5000 } },
  { $or: [{ 'order.tags': { $in: ['gift'] } }, { language: 'de' }] },
  { 'visitor.name': { $regex: '^k.*r$' } },
  { 'order.quantity': { $gt: 1.5 }, 'page.url': { $exists: true } },
  { $not: { 'platform.device': 'phone' } },
  { 'visitor.version': { $vgte: '1.10.0' } },
];

const text = (random: Random) => `${random.pick(texts)} ${random.pick(texts)}`;

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
    price: random.below(20_000),
    category: random.pick(categories),
    tags: random.some(tags, 0.3),
    kind: random.pick(['durable', 'consumable', 'experience']),
    ...(random.chance(0.3) && { stock: random.below(3) }),
    ...(random.chance(0.1) && { seller: random.pick(['larder', 'other']) }),
    ...(random.chance(0.4) && { image: '/img/x.svg', imageAlt: text(random) }),
    variants: random.chance(0.3)
      ? [
          { id: 'small', title: text(random), price: random.below(9_000) },
          { id: 'large', title: 'L', stock: random.below(2) },
        ]
      : [],
    complements: others(id, 0.3),
    upgradeOf: others(id, 0.1),
    bundles: others(id, 0.1),
  }));
  const item = () => {
    const product = random.pick(products);
    return {
      product: product.id,
      ...(product.variants.length > 0 && random.chance(0.5) && { variant: random.pick(['small', 'large']) }),
      quantity: 1 + random.below(3),
    };
  };
  const price = () =>
    random.pick([
      { kind: 'list' },
      { kind: 'fixed', amount: random.below(9_000) },
      { kind: 'percent_off', bps: random.below(10_001) },
    ]);
  const copy = () => ({
    headline: text(random),
    benefit: text(random),
    ...(random.chance(0.5) && { accept: text(random) }),
  });
  const placements = () => {
    const some = random.some(['product_page', 'checkout', 'post_purchase', 'thank_you', 'email'], 0.6);
    return some.length > 0 ? some : ['checkout'];
  };
  const offers = Array.from({ length: 1 + random.below(9) }, (_, i) => ({
    id: `o${i}${random.chance(0.2) ? ':#+@' : ''}`,
    type: random.pick(['cross_sell', 'cross_sell', 'upsell', 'bundle']),
    ...(random.chance(0.6) && {
      for: { products: random.some(ids, 0.4), categories: random.some(categories, 0.3), tags: random.some(tags, 0.3) },
    }),
    items: Array.from({ length: 1 + random.below(2) }, item),
    price: price(),
    ...(random.chance(0.3) && { priorPrice: { amount: random.below(9_000), lowest30d: random.below(9_000) } }),
    placements: placements(),
    copy: { ...(random.chance(0.9) && { en: copy() }), [random.pick(['de', 'fr-CA', 'ar'])]: copy() },
    ...(random.chance(0.5) && { link: '/buy' }),
    ...(random.chance(0.3) && { when: random.pick(conditions) }),
    ...(random.chance(0.2) && { schedule: { from: times[0], until: random.pick(times.slice(1)) } }),
    ...(random.chance(0.2) && { frequencyCap: { exposures: 1 + random.below(2), seconds: 86_400 } }),
    priority: random.below(3),
    ...(random.chance(0.7) && { margin: random.pick([0, 500, random.below(5_000), 1_000_000_000_000]) }),
    approved: random.chance(0.9),
    ...(random.chance(0.4) && { evidence: { shown: 1000, accepted: random.below(1000), returned: 0 } }),
  }));
  const arm = (id: string, weightBps: number, variable: string) => ({
    id,
    weightBps,
    ...(id !== 'a' && variable === 'price' && { price: price() }),
    ...(id !== 'a' && variable === 'headline' && { copy: { en: { headline: text(random) } } }),
    ...(id !== 'a' && variable === 'product' && { items: [item()] }),
    ...(id !== 'a' && variable === 'placement' && { placements: placements() }),
  });
  const experiments = random.some(['e1', 'e2'], 0.4).map((id) => {
    const variable = random.pick(['price', 'headline', 'product', 'placement']);
    const weight = random.below(10_001);
    return {
      id,
      offer: random.pick(offers).id,
      variable,
      ...(random.chance(0.3) && { coverageBps: random.below(10_001) }),
      ...(random.chance(0.3) && {
        namespace: { id: 'n', fromBps: random.below(5_000), untilBps: 5_000 + random.below(5_001) },
      }),
      arms: [arm('a', weight, variable), arm('b', 10_000 - weight, variable)],
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
        { minBps: 1_000, maxBps: 3_000 },
      ]),
      windowSeconds: 7_200,
    },
    products,
    offers,
    experiments,
    ...(random.chance(0.2) && { holdout: { shareBps: random.below(10_001), seed: 's' } }),
  };
}

export function randomMoment(random: Random): object {
  const line = () => ({
    product: `p${random.below(12)}`,
    quantity: 1 + random.below(4),
    price: random.pick([random.below(30_000), 0, 1_000_000_000_000]),
    ...(random.chance(0.1) && { offer: `o${random.below(9)}` }),
  });
  return {
    placement: random.pick(['product_page', 'checkout', 'checkout', 'post_purchase', 'thank_you', 'email']),
    time: random.pick(times),
    locale: random.pick(['en-GB', 'de-AT', 'fr', 'ar-EG', 'ja']),
    order: {
      id: random.pick(['1001', '', '"#1"', 'ünï']),
      status: random.pick(['open', 'paid', 'paid', 'paid', 'pending', 'cancelled']),
      currency: random.chance(0.95) ? 'GBP' : 'EUR',
      lines: Array.from({ length: random.below(4) }, line),
      ...(random.chance(0.3) && { paidAt: random.pick(times) }),
    },
    visitor: {
      ...(random.chance(0.9) && { id: `v-${random.below(1_000)}-${random.pick(texts)}` }),
      attributes: {
        country: random.pick(['GB', 'FR', null]),
        name: random.pick(['käufer', 'kr']),
        version: random.pick(['1.9', '1.10.2', 2]),
      },
      declined: random.some(['o0', 'o1', 'o2'], 0.1),
      seen: random.chance(0.3) ? [{ offer: `o${random.below(4)}`, at: random.pick(times) }] : [],
    },
    platform: {
      oneClick: { allowed: random.chance(0.7), ...(random.chance(0.2) && { until: random.pick(times) }) },
      attributes: { device: random.pick(['phone', 'desktop']) },
    },
    ...(random.chance(0.5) && { page: { url: '/x' } }),
  };
}
