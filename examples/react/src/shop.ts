import type { OneClick, Order } from 'aftermint';

export interface Product {
  id: string;
  title: string;
  /** In minor units. */
  price: number;
}

export const products: Product[] = [
  { id: 'knife-set', title: 'Arden three-knife set', price: 12000 },
  { id: 'hand-balm', title: 'Saltmarsh hand balm, 50 ml', price: 2400 },
];

/** What the server says of a payment. With ticket and one-click word the offer after it is one click, else a link. */
export interface Paid {
  order: Order;
  ticket?: string;
  oneClick?: OneClick;
}

export const orderOf = ({ id, price }: Product): Order => ({
  currency: 'GBP',
  total: price,
  lines: [{ product: id, quantity: 1, price }],
});

/** `bump` is the offer that was ticked. Your server looks it up in the same book: no price comes from the page. */
export async function pay(order: Order, bump: string | null): Promise<Paid> {
  const response = await fetch('/api/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ order, bump }),
  });
  if (!response.ok) throw new Error(`The payment was answered with ${response.status}`);
  return (await response.json()) as Paid;
}

export const money = (amount: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
