/** @file A report of what a shopper would read at each step of a first purchase (docs/craft.md). */
import { reasonMeanings } from '../meanings.gen.js';
import type { BookProduct, OpenBook } from './books.js';
import { moneyText } from './money.js';
import { counted } from './output.js';
import { toText } from './renderText.js';
import { visibleLine } from './visibleText.js';

interface ShopperOptions {
  /** The time of the purchase in ms since 1970, for schedules. */
  time: number;
  /** The shopper's language; if empty, the book's. */
  locale: string;
  /** The most first purchases to show; the rest is counted. */
  products: number;
}

const kStages = [
  { placement: 'product_page', name: 'On the product page' },
  { placement: 'checkout', name: 'At checkout' },
  { placement: 'post_purchase', name: 'After payment, by one click' },
  { placement: 'thank_you', name: 'After payment, by a link' },
  { placement: 'email', name: 'In the confirmation mail' },
] as const;

type Stage = (typeof kStages)[number];

/** The moment of a stage in the first purchase of a product, as JSON. */
function momentOf(book: OpenBook, product: BookProduct, { placement }: Stage, options: ShopperOptions): string {
  const { currency, locale } = book.facts;
  const time = new Date(options.time).toISOString();
  const base = { placement, time, locale: options.locale || locale };
  if (placement === 'product_page') {
    return JSON.stringify({ ...base, order: { currency, lines: [] }, page: { product: product.id } });
  }
  const lines = [{ product: product.id, quantity: 1, price: product.price }];
  const order = { currency, total: product.price, lines };
  if (placement === 'checkout') return JSON.stringify({ ...base, order });
  return JSON.stringify({
    ...base,
    order: { ...order, id: '1001', status: 'paid', paidAt: time },
    ...(placement === 'post_purchase' && { platform: { oneClick: { allowed: true } } }),
  });
}

const indented = (text: string) =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('');

function stageText(book: OpenBook, product: BookProduct, stage: Stage, options: ShopperOptions): string {
  const { decision, view } = book.view(momentOf(book, product, stage, options), '');
  const out = `  ${stage.name}`;
  if (decision.offer === null || view === null) {
    const trace = decision.trace.map(({ offer, reason }) => `${offer}: ${reason}`).join('; ');
    return `${out}: no offer, ${reasonMeanings[decision.reason]}${trace && ` (${trace})`}\n`;
  }
  return `${out} (${decision.offer})\n${indented(toText(view, options.locale || book.facts.locale))}`;
}

/**
 * For each product with an offer, in the order of the book: what somebody who buys it first would read at each stage, as
 * plain text. The shopper has no id and no attributes, and the payment can be charged again.
 */
export function shopperReport(book: OpenBook, options: ShopperOptions): string {
  let out = `Would your best customer feel understood when they read this right after their first purchase?
The shopper has no history, and the payment can be charged again.
`;
  const { currency, locale, products } = book.facts;
  let triggers = 0;
  for (const product of products) {
    // Any offer that is tied to the product is a candidate here, whatever its placements.
    const { explained } = book.explain(momentOf(book, product, kStages[1], options), '');
    if (explained.candidates.length === 0) continue;
    triggers += 1;
    if (triggers > options.products) continue;
    const price = moneyText(product.price, currency, locale);
    out += `\nFirst purchase: ${visibleLine(`${product.title} (${product.id})`)}, ${price}\n`;
    for (const stage of kStages) out += stageText(book, product, stage, options);
  }
  if (triggers === 0) out += '\nNo product of this book has an offer.\n';
  if (triggers > options.products) {
    out += `\n${counted(triggers - options.products, 'more product')} with offers: --products ${triggers} shows all.\n`;
  }
  return out;
}
