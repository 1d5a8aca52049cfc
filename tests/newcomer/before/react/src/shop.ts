export interface Order {
  id?: string;
  currency: string;
  total?: number;
  lines: { product: string; quantity: number; price: number }[];
}

/** The server's answer to a payment. */
export interface Paid {
  order: Order;
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/api/${path}`, init);
  if (!response.ok) throw new Error(`${path} failed with HTTP ${response.status}`);
  return (await response.json()) as T;
}

export const findBasket = () => ask<Order>('basket');

/** Sends the fields of the checkout's form. */
export const pay = (order: Order, form: FormData) =>
  ask<Paid>('pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ order, ...Object.fromEntries(form) }),
  });

export const money = (amount: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
