/** @file Lines of orders from the book: their prices, their titles, and those that an accepted offer adds. */
import type { Placement } from '../codes.gen.js';
import type { Verification } from '../node.js';
import type { OrderLine } from './types.js';

interface Titled {
  id: string;
  title: string;
  translations?: Record<string, { title: string }>;
  price?: number;
}

interface BookProduct extends Titled {
  price: number;
  variants?: Titled[];
}

/** What of a book is read here. The core has checked it. */
export interface BookData {
  merchant: string;
  currency: string;
  locale: string;
  policy?: { windowSeconds?: number; undoSeconds?: number };
  products: BookProduct[];
  offers?: { id: string; placements?: Placement[]; reviewed?: unknown }[];
  brand?: unknown;
  checked?: { digest: string; refused?: string[] };
}

/** Placements whose offers are part of an order that is paid later; the likeliest first. */
const kWithAnOrder = ['checkout', 'product_page', 'thank_you', 'email'] as const;

const languageOf = (locale: string): string => locale.split('-', 1)[0]!;

/** The title of exactly this locale, else of its language, else of the language in any region, else the book's. */
function titleIn(named: Titled, locale: string): string {
  const titles = named.translations ?? {};
  const language = languageOf(locale);
  const region = Object.keys(titles).find((each) => languageOf(each) === language);
  return (
    (titles[locale] ?? titles[language] ?? (region === undefined ? undefined : titles[region]))?.title ?? named.title
  );
}

/** A book's products by id, and its policy. */
export class BookLines {
  readonly merchant: string;
  readonly locale: string;
  readonly windowMs: number;
  readonly undoMs: number;
  private readonly _products: Map<string, BookProduct>;
  private readonly _placements: Map<string, Placement[]>;

  constructor(book: BookData) {
    this.merchant = book.merchant;
    this.locale = book.locale;
    this.windowMs = (book.policy?.windowSeconds ?? 7200) * 1000;
    this.undoMs = (book.policy?.undoSeconds ?? 900) * 1000;
    this._products = new Map(book.products.map((product) => [product.id, product]));
    this._placements = new Map((book.offers ?? []).map(({ id, placements = [] }) => [id, placements]));
  }

  /** Where an offer was shown that was bought with an order: the checkout, unless the book makes it elsewhere only. */
  placementOf(offer: string): Placement {
    const made = this._placements.get(offer) ?? [];
    return kWithAnOrder.find((placement) => made.includes(placement)) ?? 'checkout';
  }

  /** The lines that an offer adds: its price spread over its items, their titles in the language of `locale`. */
  offerLines(verified: Verification, locale: string): (OrderLine & { offer: string })[] {
    const priced: OrderLine[] = [];
    for (const item of verified.items ?? []) {
      const product = this._products.get(item.product);
      const variant = product?.variants?.find(({ id }) => id === item.variant);
      if (!product || (item.variant && !variant)) continue;
      priced.push({
        product: product.id,
        ...(variant && { variant: variant.id }),
        title: titleIn(product, locale),
        ...(variant && { variantTitle: titleIn(variant, locale) }),
        quantity: item.quantity,
        price: variant?.price ?? product.price,
        ...(verified.replaces && { replaces: verified.replaces.product }),
      });
    }
    return spread(priced, verified.price?.amount ?? 0).map((line) => ({ ...line, offer: verified.offer ?? '' }));
  }

  /** The title and variant title of a line that has none. */
  named(line: OrderLine, locale: string): OrderLine {
    const product = this._products.get(line.product);
    if (line.title !== undefined || !product) return line;
    const variant = product.variants?.find(({ id }) => id === line.variant);
    return { ...line, title: titleIn(product, locale), ...(variant && { variantTitle: titleIn(variant, locale) }) };
  }
}

/**
 * Gives lines new prices that add up to exactly `amount`, in proportion to their own prices.
 *
 * A line whose share cannot be divided by its quantity becomes two, one minor unit apart. If all prices are 0, the last
 * line gets everything. Quantities must be above 0.
 */
export function spread<T extends OrderLine>(priced: readonly T[], amount: number): T[] {
  // BigInt: the product of two amounts may not fit into a number.
  const list = priced.reduce((sum, { price, quantity }) => sum + BigInt(price) * BigInt(quantity), 0n);
  const lines: T[] = [];
  let left = amount;
  for (const [index, line] of priced.entries()) {
    const own = BigInt(line.price) * BigInt(line.quantity);
    const part = list > 0n ? Number((BigInt(amount) * own) / list) : 0;
    const share = index + 1 === priced.length ? left : part;
    left -= share;
    const unit = Math.floor(share / line.quantity);
    const over = share % line.quantity;
    if (line.quantity > over) lines.push({ ...line, quantity: line.quantity - over, price: unit });
    if (over > 0) lines.push({ ...line, quantity: over, price: unit + 1 });
  }
  return lines;
}
