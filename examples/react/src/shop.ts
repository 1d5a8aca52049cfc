import type { OneClick, Order } from 'aftermint/react';

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

/** The server's answer to a payment. Without `ticket` and `oneClick` the offer is a link instead of one click. */
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

/** Sends the fields of the checkout's form, with those of the bump. Your server looks up its price in the same book. */
export async function pay(order: Order, form: FormData): Promise<Paid> {
  const response = await fetch('/api/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ order, ...Object.fromEntries(form) }),
  });
  if (!response.ok) throw new Error(`The payment failed with HTTP ${response.status}`);
  return (await response.json()) as Paid;
}

export const money = (amount: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
