// A book of N offers and a moment of about 2 KB in which a handful of them are candidates and one is chosen.
const pad = (number) => String(number).padStart(6, '0');

/** N trigger products with one companion each: the order's products have a candidate, the others are only there. */
export function makeBook(offers) {
  const products = [];
  const list = [];
  for (let i = 0; i < offers; i += 1) {
    const trigger = `p-${pad(i)}`;
    const extra = `x-${pad(i)}`;
    products.push(
      { id: trigger, title: `Product ${i}`, price: 12000, category: `c-${i % 997}`, complements: [extra] },
      { id: extra, title: `Companion ${i}`, price: 6000 },
    );
    list.push({
      id: `o-${pad(i)}`,
      type: 'cross_sell',
      for: { products: [trigger] },
      items: [{ product: extra, quantity: 1 }],
      price: { kind: 'fixed', amount: 6000 },
      placements: ['checkout', 'post_purchase'],
      copy: { en: { headline: 'Made for your {trigger}', benefit: 'It keeps it as good as new.', accept: 'Add it' } },
      when: { 'visitor.country': 'GB' },
    });
  }
  return JSON.stringify({
    version: 1,
    id: 'bench',
    merchant: 'bench',
    currency: 'GBP',
    locale: 'en-GB',
    products,
    offers: list,
  });
}

/** A checkout with four of the book's products, and as much about the visitor as makes 2 KB. */
export function makeMoment(offers) {
  const at = [0.1, 0.3, 0.6, 0.9].map((share) => Math.floor(offers * share));
  const attributes = { country: 'GB' };
  const seen = [];
  for (let i = 0; i < 20; i += 1) attributes[`trait${i}`] = `a value of some length ${i}`;
  for (let i = 0; i < 12; i += 1) seen.push({ offer: `past-${pad(i)}`, at: '2026-11-20T10:00:00Z' });
  return JSON.stringify({
    placement: 'checkout',
    time: '2026-11-23T10:00:00Z',
    locale: 'en-GB',
    order: {
      status: 'open',
      currency: 'GBP',
      lines: at.map((i) => ({ product: `p-${pad(i)}`, quantity: 1, price: 12000 })),
    },
    visitor: { id: 'v-bench', attributes, seen },
    page: { url: '/checkout' },
  });
}
