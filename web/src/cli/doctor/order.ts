/** @file Looks at the orders of a page's elements. */
import type { BookFacts } from '../books.js';
import type { Findings } from './finding.js';
import type { Tag } from './html.js';

/** Money with a decimal point or an exponent, as the widget refuses it, with its name. */
const kDecimalMoney = /"\w*[elx]"\s*:\s*-?\d+[.e][\d+-]*/i;

interface Lines {
  currency?: unknown;
  lines?: { product?: unknown; price?: unknown }[];
}

/** Compares the order of an element with the book. `book` is null if it could not be read. */
export function checkOrder({ name, attributes }: Tag, book: BookFacts | null, findings: Findings): void {
  const at = `<${name}>`;
  const text = attributes.get('order');
  if (!text?.trim()) {
    findings.warning('order_missing', at);
    return;
  }
  const money = kDecimalMoney.exec(text);
  if (money) {
    findings.error('order_minor_units', at, money[0]);
    return;
  }
  let order: Lines;
  try {
    order = JSON.parse(text) as Lines;
  } catch (error) {
    findings.error('order_json', at, (error as Error).message);
    return;
  }
  if (!book || !order || typeof order !== 'object') return;
  if (order.currency !== book.currency) {
    findings.error('order_currency', at, `the order has ${order.currency ?? 'none'}, the book ${book.currency}`);
  }
  const lines = Array.isArray(order.lines) ? order.lines : [];
  const prices = new Map(book.products?.map(({ id, price }) => [id, price]));
  if (prices.size === 0) return; // of a book in shards only the head is read
  for (const { product, price } of lines) {
    const known = prices.get(String(product));
    if (known === undefined || typeof price !== 'number' || price === 0) continue;
    if (known === price * 100 || known * 100 === price) {
      findings.warning('order_minor_units', at, `${product} costs ${price} in the order and ${known} in the book`);
    }
  }
  if (lines.length > 0 && !lines.some(({ product }) => prices.has(String(product)))) {
    findings.warning('order_unknown', at, `the order has ${lines.map(({ product }) => product).join(', ')}`);
  }
}
