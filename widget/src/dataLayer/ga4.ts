import type { Placement } from '../../../web/src/codes.gen.js';
import { minorDigits } from '../../../web/src/currencies.gen.js';
import type { Money, Order, Piece } from '../../../web/src/types.js';
import type { ShownOffer } from '../events.js';

/** How GA4 knows an offer, on the event and on each of its items. */
export interface Ga4Promotion {
  promotion_id: string;
  promotion_name: string;
  creative_slot: Placement;
}

export interface Ga4Item extends Ga4Promotion {
  item_id: string;
  item_variant?: string;
  quantity: number;
  /** Of one, in major units; missing where only the price of several products together is known. */
  price?: number;
}

/** An entry of the data layer. */
export interface Ga4Event {
  event: 'view_promotion' | 'select_promotion' | 'add_to_cart' | 'remove_from_cart' | 'purchase' | 'refund';
  ecommerce: {
    /** Of a purchase and its refund: of the order and the offer, never the order's own. */
    transaction_id?: string;
    currency: string;
    /** In major units. */
    value?: number;
    items?: Ga4Item[];
  } & Partial<Ga4Promotion>;
}

/** A product that was bought, with its price where it is known. */
type Bought = Piece & { price?: number };

/** A purchase by one click, or what is taken back of it. */
export interface Sale {
  /** The id of the order that it went into. */
  order: string;
  offer: string;
  /** What was paid for it alone; of an upgrade, the difference. */
  price: Money;
  pieces: Bought[];
}

/** An offer was seen or chosen. */
export function promotionEvent(event: 'view_promotion' | 'select_promotion', shown: ShownOffer): Ga4Event {
  const { currency } = shown.price;
  const promotion = promotionOf(shown.offer, shown.placement);
  return { event, ecommerce: { currency, ...promotion, items: itemsOf(alone(shown), currency, promotion) } };
}

/** An offer went into the basket or the order to be paid, or out of it. */
export function cartEvent(event: 'add_to_cart' | 'remove_from_cart', shown: ShownOffer): Ga4Event {
  const { amount, currency } = shown.price;
  const items = itemsOf(alone(shown), currency, promotionOf(shown.offer, shown.placement));
  return { event, ecommerce: { currency, value: major(amount, currency), items } };
}

/** An offer was bought after payment, or that was taken back. */
export function saleEvent(event: 'purchase' | 'refund', sale: Sale): Ga4Event {
  const { amount, currency } = sale.price;
  const items = itemsOf(sale.pieces, currency, promotionOf(sale.offer, 'post_purchase'));
  return {
    event,
    ecommerce: {
      transaction_id: transactionOf(sale),
      currency,
      value: major(amount, currency),
      ...(items.length && { items }),
    },
  };
}

/** The id of a purchase by one click: the order's own belongs to the payment before it. */
export const transactionOf = ({ order, offer }: Pick<Sale, 'order' | 'offer'>): string => `${order}/${offer}`;

/**
 * What an accept bought, from the lines of the order that came from the offer, else from what was shown.
 *
 * The lines' prices are taken where they are what was paid. Of an upgrade they are not: its line has the whole price, and
 * the difference was paid.
 */
export function piecesOf(order: Order, shown: ShownOffer | undefined, bought: Pick<Sale, 'offer' | 'price'>): Bought[] {
  const { offer, price } = bought;
  const lines = (order.lines ?? []).filter((line) => line.offer === offer);
  const pieces = lines.map(({ product, variant, quantity, price: one }) => {
    return { product, ...(variant && { variant }), quantity, price: one };
  });
  const sum = pieces.reduce((total, piece) => total + piece.price * piece.quantity, 0);
  if (pieces.length && sum === price.amount) return pieces;
  const known = shown?.offer === offer ? shown.items : [];
  return alone({ items: pieces.length ? pieces.map(({ price: _whole, ...piece }) => piece) : known, price });
}

/** The pieces of an offer, with the price of one where there is one kind: how several share a price nobody says. */
function alone({ items, price }: { items: Piece[]; price: Pick<Money, 'amount'> }): Bought[] {
  const [piece] = items;
  return piece && items.length === 1 ? [{ ...piece, price: price.amount / piece.quantity }] : items;
}

/** The offer's id is its name as well: a headline differs by language and by arm, and would split every report. */
const promotionOf = (offer: string, placement: Placement): Ga4Promotion => ({
  promotion_id: offer,
  promotion_name: offer,
  creative_slot: placement,
});

const itemsOf = (pieces: Bought[], currency: string, promotion: Ga4Promotion): Ga4Item[] =>
  pieces.map(({ product, variant, quantity, price }) => ({
    item_id: product,
    ...(variant && { item_variant: variant }),
    quantity,
    ...(price !== undefined && { price: major(price, currency) }),
    ...promotion,
  }));

/** Minor units in major ones, to the millionth: three for a pound are 0.333333 each. */
function major(amount: number, currency: string): number {
  const units = amount / 10 ** minorDigits(currency);
  return Math.round(units * 1e6) / 1e6;
}
