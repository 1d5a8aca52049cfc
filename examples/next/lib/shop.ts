/** @file The example's shop, in memory. Yours has a database, payments, and a store that lasts (docs/server.md). */
import { readFile } from 'node:fs/promises';
import { type Aftermint, createAftermint, memoryStore, type Orders, type PlacedOrder } from 'aftermint/server';
import { processLock, sandbox } from 'aftermint/server';

interface Shop {
  placed: Map<string, PlacedOrder>;
  aftermint: Promise<Aftermint> | null;
}

/** Next may load this module once for each route, but all of them need the same shop. */
const host = globalThis as { shop?: Shop };
host.shop ??= { placed: new Map(), aftermint: null };
const { shop } = host;

const sum = (lines: PlacedOrder['lines']) => lines.reduce((total, { price, quantity }) => total + price * quantity, 0);
const place = (order: PlacedOrder) => void shop.placed.set(order.id, { ...order, total: sum(order.lines) });

const orders: Orders = {
  lock: processLock(),
  find: async (id) => shop.placed.get(id),
  async addLines(id, added) {
    const order = shop.placed.get(id);
    if (order) place({ ...order, lines: [...order.lines, ...added] });
    return order !== undefined;
  },
  async removeLines(id, accept) {
    const order = shop.placed.get(id);
    if (order) place({ ...order, lines: order.lines.filter((line) => line.accept !== accept) });
  },
};

/** Opens the book at the first request: `next build` loads this module too, without the key. */
export function aftermint(): Promise<Aftermint> {
  shop.aftermint ??= readFile('book.json', 'utf8').then((book) =>
    createAftermint({
      book,
      secret: process.env.AFTERMINT_SIGNING_KEY ?? '',
      orders,
      payments: sandbox(),
      store: memoryStore({ quiet: true }),
    }),
  );
  return shop.aftermint;
}

export const findOrder = orders.find;

/** What is in the shopper's basket; always the same here. */
export async function findBasket() {
  return { currency: 'GBP', total: 12000, lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };
}

/** Takes the payment of the basket, with the offer that the shopper ticked. Returns the order. */
export async function payBasket(bump: string | undefined): Promise<PlacedOrder> {
  const { currency, total, lines } = await findBasket();
  // The server's own price counts, never one of the page. Null: the offer is not made for this order.
  const added = bump ? (await aftermint()).bump.lines({ order: { currency, total, lines } }, bump) : null;
  const id = crypto.randomUUID();
  place({
    id,
    currency,
    total,
    lines: [...lines, ...(added ?? [])],
    paidAt: Date.now(),
    method: 'ok',
    locale: 'en-GB',
  });
  return shop.placed.get(id) as PlacedOrder;
}
