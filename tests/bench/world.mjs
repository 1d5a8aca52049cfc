// The decision that every engine makes: N rules in order of rank, and moments of about 2 KB.
//
// A rule makes an offer to buyers of its product. The first rule that matches wins. An engine that scans its rules
// finds it by order; Aftermint by the offer's id, because the offers are equal in all else.

const pad = (number) => String(number).padStart(6, '0');
const offerId = (i) => `o-${pad(i)}`;

/** The offer of a product's rule. */
export const companionOf = (product) => `x${product.slice(1)}`;

/** The lines of an order: a moment touches this many neighbouring rules. */
export const lines = 4;

const abroad = ['FR', 'DE', 'IE'];

/** The conditions of a rule apart from the product. Of any four neighbouring rules only the last matches. */
const conditionOf = (fromEnd) => ({
  country: fromEnd % lines === 0 ? 'GB' : abroad[(fromEnd % lines) - 1],
  minValue: 2000,
  tiers: ['gold', 'silver'],
});

/** @returns {{ offers: number, conditions: boolean, rules: { offer: string, product: string, when: object | null }[] }} */
export function makeWorld(offers, conditions) {
  const rules = [];
  for (let i = 0; i < offers; i += 1) {
    rules.push({ offer: offerId(i), product: `p-${pad(i)}`, when: conditions ? conditionOf(offers - 1 - i) : null });
  }
  return { offers, conditions, rules };
}

/**
 * The moment of an order that touches the four rules from `first` on. A rule that does not exist is a product without
 * an offer.
 */
function momentOver(first) {
  const attributes = { country: 'GB', tier: 'gold' };
  for (let i = 0; i < 20; i += 1) attributes[`trait${i}`] = `a value of some length ${i}`;
  const seen = [];
  for (let i = 0; i < 17; i += 1) seen.push({ offer: `past-${pad(i)}`, at: '2026-11-20T10:00:00Z' });
  return {
    placement: 'checkout',
    time: '2026-11-23T10:00:00Z',
    locale: 'en-GB',
    order: {
      status: 'open',
      currency: 'GBP',
      lines: Array.from({ length: lines }, (_, i) => ({ product: `p-${pad(first + i)}`, quantity: 1, price: 12000 })),
    },
    visitor: { id: 'v-bench', attributes, seen },
    page: { url: '/checkout' },
  };
}

/** Positions of a moment's rules in the order of rank. */
export const places = ['last', 'middle', 'first', 'none'];

/** A moment and the offer that must win. The touched rules are counted from the end, so that one of them matches. */
export function makeCase({ offers, conditions }, place) {
  const blocks = Math.floor(offers / lines);
  const block = { last: 0, middle: Math.floor(blocks / 2), first: blocks - 1 }[place];
  if (block === undefined) return { moment: momentOver(offers), winner: null };
  const first = offers - lines * (block + 1);
  return { moment: momentOver(first), winner: offerId(conditions ? first + lines - 1 : first) };
}

/** Up to `count` moments spread evenly over the rules, so that no decision finds its rules in the cache. */
export function makeSpread({ offers, conditions }, count) {
  const blocks = Math.floor(offers / lines);
  const step = Math.max(1, Math.floor(blocks / count));
  const cases = [];
  for (let block = 0; block < blocks && cases.length < count; block += step) {
    const first = offers - lines * (block + 1);
    cases.push({ moment: momentOver(first), winner: offerId(conditions ? first + lines - 1 : first) });
  }
  return cases;
}

/** The facts of a moment for a rule engine: only those that the rules use, made as cheaply as a page could. */
export function factsOf({ order, visitor }) {
  const products = [];
  let value = 0;
  for (const line of order.lines) {
    products.push(line.product);
    value += line.price * line.quantity;
  }
  return { products, value, country: visitor.attributes.country, tier: visitor.attributes.tier };
}
