/** @file Payments by Stripe for `aftermint/server`, on the official `stripe` package (docs/stripe.md). */
import type Stripe from 'stripe';
import {
  type AcceptRecord,
  type AcceptState,
  type Aftermint,
  type Charge,
  type ChargeQuery,
  type ChargeState,
  type Log,
  PaymentKeyReused,
  type PaymentProvider,
  PaymentUnknown,
} from '../server/index.js';

export {
  type AmountServices,
  type CheckoutAmount,
  type OpenOrder,
  setCheckoutAmount,
} from './checkoutAmount.js';

/** What is used of a client of `stripe` (23): `new Stripe(key)`. */
export type StripeClient = Pick<Stripe, 'paymentIntents' | 'refunds' | 'webhooks'>;

export interface StripeOptions {
  /** Where a bank sends the shopper back to, if it asks them on a page of its own: your confirmation page. */
  returnUrl: string;
}

const kKey = 'aftermint_key';
const kOrder = 'aftermint_order';
const kMetadataKey = 'order_id';
const kPage = 100;

/** The id of an object that may be expanded. */
const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);

function stateOf(intent: Stripe.PaymentIntent): ChargeState {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  if (charge?.refunded) return 'refunded';
  switch (intent.status) {
    case 'succeeded':
      return 'succeeded';
    case 'requires_action':
      return 'requires_action';
    case 'canceled':
      return 'declined';
    case 'requires_payment_method':
      // Without an error the confirmation is still under way.
      return intent.last_payment_error ? 'declined' : 'processing';
    default:
      return 'processing';
  }
}

const chargeOf = (intent: Stripe.PaymentIntent): Charge => ({
  id: intent.id,
  state: stateOf(intent),
  amount: intent.amount,
  currency: intent.currency.toUpperCase(),
  reference: intent.metadata[kOrder] ?? '',
});

/** What is known of an error of the package, without its classes: there may be two copies of it. */
interface StripeFault {
  type?: string;
  code?: string;
  statusCode?: number;
  message?: string;
  payment_intent?: Stripe.PaymentIntent;
}

/** Runs a request to Stripe. An error that does not say what happened becomes PaymentUnknown. */
async function ask<T>(what: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof PaymentUnknown || error instanceof PaymentKeyReused) throw error;
    const fault = error as StripeFault;
    if (fault.type === 'StripeIdempotencyError' && fault.statusCode !== 409) {
      throw new PaymentKeyReused(fault.message ?? what, { cause: error });
    }
    throw new PaymentUnknown(`${what}: ${fault.message ?? String(error)}`, { cause: error });
  }
}

/**
 * Payments by Stripe. `method` of an order is the id of the PaymentIntent that it was paid with (`pi_…`).
 *
 * One click is possible if that PaymentIntent succeeded in the order's currency and was made with a `customer` and
 * `setup_future_usage`, so that its payment method may be charged again. The charge is a new PaymentIntent, confirmed on
 * session, with our key as `Idempotency-Key` and in its metadata. A bank that asks the shopper gives a client secret as
 * `action`, for `stripe.handleNextAction`. A 409, a time-out and a 5xx leave the outcome unknown: the same key is asked
 * for again.
 *
 * Throws TypeError for a `returnUrl` that is no URL.
 */
export function stripe(client: StripeClient, { returnUrl }: StripeOptions): PaymentProvider {
  new URL(returnUrl);
  const expand = ['latest_charge'];
  const retrieve = (id: string) => ask(`PaymentIntent ${id}`, () => client.paymentIntents.retrieve(id, { expand }));

  /** The customer and the payment method behind a paid PaymentIntent, or why it cannot be charged again. */
  async function reusable(method: string, currency: string): Promise<{ customer: string; method: string } | string> {
    const paid = await retrieve(method);
    const [customer, card] = [idOf(paid.customer), idOf(paid.payment_method)];
    if (paid.status !== 'succeeded') return 'the order is not paid';
    if (!customer || !card) return 'the payment has no customer, so it cannot be charged again';
    if (!paid.setup_future_usage)
      return 'the payment was made without setup_future_usage, so it cannot be charged again';
    if (paid.currency.toUpperCase() !== currency) return 'the payment has another currency';
    return { customer, method: card };
  }

  /** Ends an intent that was declined, so that its client secret can pay for nothing any more. */
  async function close(intent: Stripe.PaymentIntent): Promise<Charge> {
    if (intent.status === 'requires_payment_method') {
      try {
        await client.paymentIntents.cancel(intent.id);
      } catch {
        // It may have been paid or cancelled meanwhile: what it is now counts.
        return chargeOf(await retrieve(intent.id));
      }
    }
    return { ...chargeOf(intent), state: 'declined' };
  }

  const settled = (intent: Stripe.PaymentIntent): Promise<Charge> | Charge =>
    stateOf(intent) === 'declined' ? close(intent) : chargeOf(intent);

  async function list(filter: Stripe.PaymentIntentListParams): Promise<Stripe.PaymentIntent[]> {
    const found: Stripe.PaymentIntent[] = [];
    await ask('the list of PaymentIntents', async () => {
      const all = client.paymentIntents.list({ ...filter, limit: kPage, expand: ['data.latest_charge'] });
      for await (const intent of all) if (intent.metadata[kKey]) found.push(intent);
    });
    return found;
  }

  return {
    async charge({ key, reference, amount, currency, method }) {
      const saved = await reusable(method, currency);
      if (typeof saved === 'string') throw new PaymentUnknown(`order ${reference}: ${saved}`);
      const parameters: Stripe.PaymentIntentCreateParams = {
        amount,
        currency: currency.toLowerCase(),
        customer: saved.customer,
        payment_method: saved.method,
        confirm: true,
        return_url: returnUrl,
        use_stripe_sdk: true, // lets stripe.handleNextAction show the bank's question in the page
        metadata: { [kKey]: key, [kOrder]: reference },
        expand,
      };
      return ask(`the charge of order ${reference}`, async () => {
        try {
          return await settled(await client.paymentIntents.create(parameters, { idempotencyKey: key }));
        } catch (error) {
          const fault = error as StripeFault;
          if (fault.type === 'StripeCardError' && fault.payment_intent) return close(fault.payment_intent);
          throw error;
        }
      });
    },

    async find({ key, charge, method, since }: ChargeQuery) {
      if (charge) return settled(await retrieve(charge));
      const customer = idOf((await retrieve(method)).customer);
      if (!customer) return null;
      // A list has a new intent at once; the search of Stripe has it a minute later.
      const listed = await list({ customer, created: { gte: Math.floor(since / 1000) - 120 } });
      const intent = listed.find(({ metadata }) => metadata[kKey] === key);
      return intent ? settled(intent) : null;
    },

    async refund(id) {
      const before = chargeOf(await retrieve(id));
      if (before.state === 'refunded') return before;
      // The key of a refund may be a day old, and Stripe forgets keys; so a refund that is there counts, too.
      await ask(`the refund of ${id}`, async () => {
        try {
          await client.refunds.create(
            { payment_intent: id, metadata: { [kOrder]: before.reference } },
            { idempotencyKey: `refund-${id}` },
          );
        } catch (error) {
          if ((error as StripeFault).code !== 'charge_already_refunded') throw error;
        }
      });
      return { ...before, state: 'refunded' };
    },

    async listSince(since) {
      const listed = await list({ created: { gte: Math.floor(since / 1000) } });
      return listed
        .sort((a, b) => a.created - b.created)
        .map((intent) => ({ key: intent.metadata[kKey]!, charge: chargeOf(intent) }));
    },

    async action(id) {
      const { client_secret: secret } = await retrieve(id);
      return secret ? { action: secret } : {};
    },

    async chargesAgain(method, currency) {
      const saved = await reusable(method, currency);
      return typeof saved === 'string' ? saved : true;
    },
  };
}

/** Whether it is not decided yet whether an accept stays charged. */
const isOpen = (state: AcceptState): boolean =>
  state === 'charging' || state === 'processing' || state === 'requires_action';

/** What a webhook needs. */
export interface WebhookOptions {
  client: StripeClient;
  /** The signing secret of the endpoint (`whsec_…`). */
  secret: string;
  aftermint: Pick<Aftermint, 'events' | 'reconcile' | 'acceptOfCharge'>;
  /** The order of a PaymentIntent of yours; its metadata `order_id` if absent. Null: it is of no order. */
  orderOf?: (intent: Stripe.PaymentIntent) => Promise<string | null> | string | null;
  log?: Log;
}

/**
 * Answers Stripe's webhooks: `payment_intent.*` finishes accepts, `charge.refunded` and `charge.dispute.*` become refund
 * events. A refund by an undo is not reported twice, because its event is the undo. An inquiry of a bank (`warning_…`)
 * and a dispute that was won move no money and make no event.
 *
 * 400 for a body that Stripe has not signed, 200 for what was handled or is of no interest. An error becomes 500, and
 * Stripe sends it again; a repeat changes nothing.
 */
export function stripeWebhook(options: WebhookOptions): (request: Request) => Promise<Response> {
  const { client, secret, aftermint, log = console } = options;
  const orderOf = options.orderOf ?? ((intent) => intent.metadata[kMetadataKey] ?? null);

  /** The order, and the offer of an accept, behind a charge. Null for a charge that is not of a shop's order. */
  async function subjectOf(payment: string | { id: string } | null) {
    const id = idOf(payment);
    if (!id) return null;
    const intent = await client.paymentIntents.retrieve(id);
    const key = intent.metadata[kKey];
    const record = key ? await aftermint.acceptOfCharge(key) : null;
    const order = intent.metadata[kOrder] ?? (await orderOf(intent));
    return order ? { order, intent, key, record } : null;
  }

  const refund = (
    order: string,
    record: AcceptRecord | null,
    { id, amount, currency, created }: Pick<Stripe.Dispute, 'id' | 'amount' | 'currency' | 'created'>,
    reason: 'other' | 'chargeback',
  ) =>
    aftermint.events.refund({
      order,
      refund: id,
      amount,
      currency: currency.toUpperCase(),
      at: created * 1000,
      reason,
      ...(record && { offer: record.offer }),
    });

  async function handle(event: Stripe.Event): Promise<void> {
    if (event.type.startsWith('payment_intent.')) {
      const intent = event.data.object as Stripe.PaymentIntent;
      if (intent.metadata[kKey]) await aftermint.reconcile();
      return;
    }
    if (event.type === 'charge.refunded') {
      const charge = event.data.object;
      const subject = await subjectOf(charge.payment_intent);
      if (!subject) return;
      const { key } = subject;
      let { record } = subject;
      if (key && record && isOpen(record.state)) {
        // Whether it stays charged is not stored yet: the refund counts only then.
        await aftermint.reconcile();
        record = await aftermint.acceptOfCharge(key);
        if (record && isOpen(record.state)) throw new Error(`the accept of order ${subject.order} is not settled yet`);
      }
      // What was taken back by an undo, or never belonged to an order, is no refund of a purchase.
      if (key && record?.state !== 'accepted') return;
      const listed = client.refunds.list({ charge: charge.id, limit: kPage });
      for await (const { id, amount, currency, created, status } of listed) {
        if (status === 'failed' || status === 'canceled') continue;
        await refund(subject.order, record, { id, amount, currency, created }, 'other');
      }
      return;
    }
    if (event.type.startsWith('charge.dispute.')) {
      const dispute = event.data.object as Stripe.Dispute;
      if (dispute.status.startsWith('warning_') || dispute.status === 'won' || dispute.status === 'prevented') return;
      const subject = await subjectOf(dispute.payment_intent);
      if (subject) await refund(subject.order, subject.record, dispute, 'chargeback');
    }
  }

  return async (request) => {
    const body = await request.text();
    let event: Stripe.Event;
    try {
      event = await client.webhooks.constructEventAsync(body, request.headers.get('stripe-signature') ?? '', secret);
    } catch {
      return new Response('The signature is not of Stripe.', { status: 400 });
    }
    try {
      await handle(event);
    } catch (error) {
      log.error(`aftermint: webhook ${event.id} of type ${event.type}:`, error);
      return new Response('Send it again.', { status: 500 });
    }
    return Response.json({ received: true });
  };
}
