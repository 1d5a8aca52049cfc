/** @file The amount of a PaymentIntent that is not paid yet: the order, and the bump that is ticked. */
import type Stripe from 'stripe';
import type { Aftermint, BumpForm, Order, TakenBump } from '../server/index.js';

/** An order that is not paid yet. */
export type OpenOrder = Order & {
  /** The id of its PaymentIntent, once there is one (`pi_…`). */
  method?: string | undefined;
  /** The visitor of the page's element, if you give it one. */
  visitor?: string | undefined;
};

/** The amount that was set, or the price that has changed: then nothing was set, and the shopper is asked again. */
export type CheckoutAmount =
  | { amount: number; intent: string; clientSecret: string | null }
  | Extract<TakenBump, { verdict: 'price_changed' }>;

/** What `setCheckoutAmount` works with. */
export interface AmountServices {
  client: Pick<Stripe, 'paymentIntents'>;
  aftermint: Pick<Aftermint, 'bump'>;
  /** The name of the element. @defaultValue bump */
  name?: string;
  /** More parameters of a new PaymentIntent: `customer` and `setup_future_usage` make one click possible. */
  create?: Partial<Stripe.PaymentIntentCreateParams>;
}

/**
 * Sets the amount of an order's PaymentIntent to the order and what the form adds to it, and makes the PaymentIntent if
 * there is none. Its metadata say which offer is part of it (`bump`, empty for none) and which order it pays (`order_id`).
 *
 * Throws RefusedInput for an order that cannot be used, and what the client throws.
 */
export async function setCheckoutAmount(
  { client, aftermint, name, create }: AmountServices,
  { method, visitor, ...order }: OpenOrder,
  form: BumpForm,
): Promise<CheckoutAmount> {
  const bump = aftermint.bump.read({ order, ...(visitor && { visitor: { id: visitor } }) }, form, name);
  if (bump.verdict === 'price_changed') return bump;
  const isTaken = bump.verdict === 'accepted';
  const own = order.total ?? order.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const rest = {
    amount: own + (isTaken ? bump.price.amount : 0),
    metadata: { ...(order.id && { order_id: order.id }), bump: isTaken ? bump.offer : '' },
  };
  const intent = method
    ? await client.paymentIntents.update(method, rest)
    : await client.paymentIntents.create({ ...create, ...rest, currency: order.currency.toLowerCase() });
  return { amount: rest.amount, intent: intent.id, clientSecret: intent.client_secret };
}
