/** @file A shop in memory. */
export interface Line {
  product: string;
  quantity: number;
  price: number;
}

export interface Order {
  id: string;
  currency: string;
  total: number;
  lines: Line[];
  paidAt: number;
  method: string;
  locale: string;
}

/** Next may load this module once for each route, but all of them need the same orders. */
const host = globalThis as { placed?: Map<string, Order> };
host.placed ??= new Map();
const { placed } = host;

export const orders = {
  find: (id: string) => placed.get(id),
  save: (order: Order) => void placed.set(order.id, order),
};

/** What is in the shopper's basket; always the same here. */
export async function findBasket() {
  return { currency: 'GBP', total: 5800, lines: [{ product: 'board', quantity: 1, price: 5800 }] };
}

/** Takes the payment of these lines. Returns the order. */
export async function payOrder(lines: Line[]): Promise<Order> {
  const total = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const paid = { currency: 'GBP', paidAt: Date.now(), method: 'ok', locale: 'en-GB' };
  const order = { id: crypto.randomUUID(), lines, total, ...paid };
  orders.save(order);
  return order;
}
