// A Node server in TypeScript, without the DOM types.
import { type Engine, load, type Moment, RefusedInput } from 'aftermint/node';

export async function priceOf(moment: Moment): Promise<number> {
  const engine: Engine = await load({ book: { version: 1 }, check: false, wasm: new URL('file:///module.wasm') });
  try {
    const decision = engine.decide(moment);
    if (decision.offer === null) {
      // @ts-expect-error there is no price without an offer
      console.log(decision.price);
      return 0;
    }
    const { verdict, price } = engine.verify({ moment, offer: decision.offer, price: decision.price });
    // @ts-expect-error there is no such verdict
    if (verdict === 'fine') return 1;
    return price?.amount ?? decision.price.amount;
  } catch (error) {
    if (error instanceof RefusedInput) console.log(error.faults[0]?.pointer);
    throw error;
  }
}

// @ts-expect-error a book is needed
await load({});

import {
  type Aftermint,
  createAftermint,
  lazyAftermint,
  memoryStore,
  type Orders,
  type PaymentProvider,
  PaymentUnknown,
  postgresStore,
  processLock,
  sandbox,
  sqliteStore,
} from 'aftermint/server';

const orders: Orders = {
  lock: processLock(),
  find: async (id) => ({ id, currency: 'GBP', total: 1, paidAt: new Date(), lines: [] }),
  addLines: async (_id, lines) => lines.every(({ accept }) => accept !== ''),
  removeLines: async () => undefined,
};
const payments: PaymentProvider = { ...sandbox(), find: () => Promise.reject(new PaymentUnknown('no answer')) };
const aftermint: Aftermint = await createAftermint({ book: {}, secret: 'x', orders, payments, store: memoryStore() });
const answered: Promise<Response> = aftermint.handler(new Request('http://localhost/'));
console.log(answered, aftermint.bump.price({ order: { currency: 'GBP', lines: [] } }, 'x')?.amount);
// @ts-expect-error a refund has an id
await aftermint.events.refund({ order: '1', amount: 1, currency: 'GBP' });
// @ts-expect-error orders need a lock
await createAftermint({ book: {}, secret: 'x', orders: { find: orders.find }, payments, store: memoryStore() });
// Orders that are saved as a whole need neither a lock nor the lines; the key comes from the environment.
const saved = { find: () => null, save: ({ total }: { total: number }) => total > 0 };
const short = await createAftermint({ book: 'book.json', orders: saved, payments, store: memoryStore() });
console.log(short.html.head({ 'data-consent': 'required' }), short.html.bump({ currency: 'GBP', lines: [] }));
export const { GET, POST } = lazyAftermint(() => ({ book: {}, orders: saved, payments, store: memoryStore() }));
export const stores = [sqliteStore, postgresStore];

import { setCheckoutAmount, type StripeClient, stripe, stripeWebhook } from 'aftermint/stripe';

export function byStripe(client: StripeClient): (request: Request) => Promise<Response> {
  const own: PaymentProvider = stripe(client, { returnUrl: 'https://shop.example/' });
  // @ts-expect-error a bank needs an address to send the shopper back to
  stripe(client, {});
  console.log(own, setCheckoutAmount({ client, aftermint }, { currency: 'GBP', lines: [] }, new FormData()));
  return stripeWebhook({ client, secret: 'whsec_', aftermint });
}
