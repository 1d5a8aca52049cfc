/** @file The example's shop, in memory. Yours has a database. */
import type { PlacedLine, PlacedOrder } from 'aftermint/server';

/** Next may load this module once for each route, but all of them need the same orders. */
const host = globalThis as { placed?: Map<string, PlacedOrder> };
host.placed ??= new Map();
const { placed } = host;

export const orders = {
  find: (id: string) => placed.get(id),
  save: (order: PlacedOrder) => void placed.set(order.id, order),
};

/** What is in the shopper's basket; always the same here. */
export async function findBasket() {
  return { currency: 'GBP', total: 12000, lines: [{ product: 'knife-set', quantity: 1, price: 12000 }] };
}

/** Takes the payment of these lines. Returns the order. */
export async function payOrder(lines: PlacedLine[]): Promise<PlacedOrder> {
  const total = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const paid = { currency: 'GBP', paidAt: Date.now(), method: 'ok', locale: 'en-GB' };
  const order = { id: crypto.randomUUID(), lines, total, ...paid };
  orders.save(order);
  return order;
}
