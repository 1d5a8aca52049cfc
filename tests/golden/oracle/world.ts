/** A book and a moment as described in docs/formats.md, with all defaults filled in. */
import type { OfferType, Placement } from '../../../web/src/codes.gen.js';
import type { Moment } from '../../../web/src/types.js';
import { parseTime } from './time.js';

export interface Variant {
  id: string;
  title: string;
  translations?: Record<string, { title: string }>;
  price?: number;
  stock?: number;
}
export interface Product {
  id: string;
  title: string;
  translations?: Record<string, { title: string; imageAlt?: string }>;
  price: number;
  image?: string;
  imageAlt?: string;
  category?: string;
  tags?: string[];
  stock?: number;
  maxPerOrder?: number;
  recurring?: object;
  seller?: string;
  variants?: Variant[];
  upgradeOf?: string[];
  complements?: string[];
  bundles?: string[];
}
export interface Item {
  product: string;
  variant?: string;
  quantity?: number;
}
export interface Price {
  kind: string;
  amount?: number;
  bps?: number;
}
export interface Copy {
  headline: string;
  benefit: string;
  accept?: string;
  linkAccept?: string;
  incentive?: string;
  terms?: string;
}
export interface Offer {
  id: string;
  type: OfferType;
  for?: { products?: string[]; categories?: string[]; tags?: string[] };
  items: Item[];
  price: Price;
  priorPrice?: { amount: number; lowest30d: number };
  placements: Placement[];
  copy: Record<string, Copy>;
  link?: string;
  when?: Record<string, unknown>;
  schedule?: { from?: string; until?: string };
  frequencyCap?: { exposures: number; seconds: number };
  priority?: number;
  margin?: number;
  approved?: boolean;
  evidence?: { shown: number; accepted: number; returned?: number };
}
export interface Arm {
  id: string;
  weightBps: number;
  price?: Price;
  copy?: Record<string, { headline: string }>;
  items?: Item[];
  placements?: Placement[];
}
export interface Experiment {
  id: string;
  offer: string;
  variable: string;
  coverageBps?: number;
  namespace?: { id: string; fromBps: number; untilBps: number };
  arms: Arm[];
}
export interface Book {
  merchant: string;
  currency: string;
  locale: string;
  policy?: {
    priceBand?: { minBps: number; maxBps: number };
    windowSeconds?: number;
    declineRestSeconds?: number;
    linkTakeBps?: number;
  };
  products: Product[];
  offers: Offer[];
  experiments?: Experiment[];
  holdout?: { shareBps: number; seed: string };
  checked?: { digest: string; refused?: string[] };
}
/** A moment as hosts send it, with optional parts missing. */
export type LooseMoment = Pick<Moment, 'placement' | 'time' | 'order'> & Partial<Moment>;

export interface OwnLine {
  product: string;
  variant: string;
  quantity: number;
  price: number;
}

/** The input of every rule: the pair, and values derived from it. */
export interface World {
  book: Book;
  moment: LooseMoment;
  now: number;
  products: Map<string, Product>;
  policy: Required<NonNullable<Book['policy']>>;
  /** The lines that the shopper chose, without those of accepted offers. */
  lines: OwnLine[];
  visitor: string;
  preview: boolean;
  /** The product being viewed, if the page names one. */
  lookedAt: string;
  /** The ids of products to which an offer may be related, in the order of purchase. */
  triggers: string[];
}

export function worldOf(book: Book, moment: LooseMoment): World {
  const lines = moment.order.lines
    .filter((line) => !line.offer)
    .map(({ product, variant = '', quantity = 1, price }) => ({ product, variant, quantity, price }));
  const lookedAt = moment.placement === 'product_page' ? (moment.page?.product ?? '') : '';
  return {
    book,
    moment,
    now: parseTime(moment.time),
    products: new Map(book.products.map((product) => [product.id, product])),
    policy: {
      priceBand: { minBps: 1_000, maxBps: 3_000 },
      windowSeconds: 7_200,
      declineRestSeconds: 2_592_000,
      linkTakeBps: 2_500,
      ...book.policy,
    },
    lines,
    visitor: moment.visitor?.id ?? '',
    preview: (moment.preview ?? []).length > 0,
    lookedAt,
    triggers: lookedAt === '' ? [...new Set(lines.map((line) => line.product))] : [lookedAt],
  };
}
