/** @file Builds GA4 e-commerce events. */
import type { Placement } from '../../../web/src/codes.gen.js';
import { minorDigits } from '../../../web/src/currencies.gen.js';
import type { Item, Money, Order } from '../../../web/src/types.js';
import type { ShownOffer } from '../elementEvents.js';

/** How GA4 identifies an offer, in the event and in each of its items. */
export interface Ga4Promotion {
  promotion_id: string;
  promotion_name: string;
  creative_slot: Placement;
}

export interface Ga4Item extends Ga4Promotion {
  item_id: string;
  item_variant?: string;
  quantity: number;
  /** Unit price in major units; missing if only the price of several products together is known. */
  price?: number;
}

/** An entry of the data layer. */
export interface Ga4Event {
  event: 'view_promotion' | 'select_promotion' | 'add_to_cart' | 'remove_from_cart' | 'purchase' | 'refund';
  ecommerce: {
    /** For a purchase and its refund: made of order and offer, because GA4 already has the order's own id. */
    transaction_id?: string;
    currency: string;
    /** In major units. */
    value?: number;
    items?: Ga4Item[];
  } & Partial<Ga4Promotion>;
}

/** A product that was bought, with its unit price if it is known. */
type BoughtItem = Item & { price?: number };

/** A one-click purchase, or its undo. */
export interface Sale {
  /** The id of the order that it was added to. */
  order: string;
  offer: string;
  /** The price of the offer; for an upgrade, the difference. */
  price: Money;
  pieces: BoughtItem[];
}

/** An offer was seen or selected. */
export function promotionEvent(event: 'view_promotion' | 'select_promotion', shown: ShownOffer): Ga4Event {
  const { currency } = shown.price;
  const promotion = promotionOf(shown.offer, shown.placement);
  return { event, ecommerce: { currency, ...promotion, items: itemsOf(withUnitPrice(shown), currency, promotion) } };
}

/** An offer was added to the basket or to the order to be paid, or removed from it. */
export function cartEvent(event: 'add_to_cart' | 'remove_from_cart', shown: ShownOffer): Ga4Event {
  const { amount, currency } = shown.price;
  const items = itemsOf(withUnitPrice(shown), currency, promotionOf(shown.offer, shown.placement));
  return { event, ecommerce: { currency, value: major(amount, currency), items } };
}

/** An offer was bought after payment, or that purchase was undone. */
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

/** The transaction id of a one-click purchase. The order's own id belongs to the original payment. */
export const transactionOf = ({ order, offer }: Pick<Sale, 'order' | 'offer'>): string => `${order}/${offer}`;

/**
 * The products of an accept: from the order's lines that the offer added, else from the offer as it was shown.
 *
 * The prices of the lines are used if their sum was paid. For an upgrade it was not: its line has the full price, but only
 * the difference was paid.
 */
export function piecesOf(
  order: Order,
  shown: ShownOffer | undefined,
  bought: Pick<Sale, 'offer' | 'price'>,
): BoughtItem[] {
  const { offer, price } = bought;
  const lines = (order.lines ?? []).filter((line) => line.offer === offer);
  const pieces = lines.map(({ product, variant, quantity, price: unitPrice }) => {
    return { product, ...(variant && { variant }), quantity, price: unitPrice };
  });
  const sum = pieces.reduce((total, piece) => total + piece.price * piece.quantity, 0);
  if (pieces.length && sum === price.amount) return pieces;
  const known = shown?.offer === offer ? shown.items : [];
  return withUnitPrice({ items: pieces.length ? pieces.map(({ price: _whole, ...piece }) => piece) : known, price });
}

/** The items of an offer. If there is only one, with its unit price; several share a price in an unknown way. */
function withUnitPrice({ items, price }: { items: Item[]; price: Pick<Money, 'amount'> }): BoughtItem[] {
  const [item] = items;
  return item && items.length === 1 ? [{ ...item, price: price.amount / item.quantity }] : items;
}

/** Uses the offer's id as its name too: a headline depends on language and arm, and would split every report. */
const promotionOf = (offer: string, placement: Placement): Ga4Promotion => ({
  promotion_id: offer,
  promotion_name: offer,
  creative_slot: placement,
});

const itemsOf = (pieces: BoughtItem[], currency: string, promotion: Ga4Promotion): Ga4Item[] =>
  pieces.map(({ product, variant, quantity, price }) => ({
    item_id: product,
    ...(variant && { item_variant: variant }),
    quantity,
    ...(price !== undefined && { price: major(price, currency) }),
    ...promotion,
  }));

/** Converts minor to major units, rounded to six digits: three for a pound are 0.333333 each. */
function major(amount: number, currency: string): number {
  const units = amount / 10 ** minorDigits(currency);
  return Math.round(units * 1e6) / 1e6;
}
