// The rules of a world (world.mjs) as a book.
import { companionOf } from './world.mjs';

/** For each rule, a product, one companion product, and the offer of the companion. */
export function makeBook({ rules }) {
  const products = [];
  const offers = [];
  rules.forEach(({ offer, product, when }, i) => {
    const companion = companionOf(product);
    products.push(
      { id: product, title: `Product ${i}`, price: 12000, category: `c-${i % 997}`, complements: [companion] },
      { id: companion, title: `Companion ${i}`, price: 6000 },
    );
    offers.push({
      id: offer,
      type: 'cross_sell',
      for: { products: [product] },
      items: [{ product: companion, quantity: 1 }],
      price: { kind: 'fixed', amount: 6000 },
      placements: ['checkout', 'post_purchase'],
      copy: { en: { headline: 'Made for your {trigger}', benefit: 'It keeps it as good as new.', accept: 'Add it' } },
      ...(when && {
        when: {
          'visitor.country': when.country,
          'order.value': { $gte: when.minValue },
          'visitor.tier': { $in: when.tiers },
        },
      }),
    });
  });
  return { version: 1, id: 'bench', merchant: 'bench', currency: 'GBP', locale: 'en-GB', products, offers };
}
