import type { FormEvent } from 'react';
import { money, type Order, type Paid, pay } from './shop.js';

export function Checkout({ order, onPaid }: { order: Order; onPaid(paid: Paid): void }) {
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onPaid(await pay(order, new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={submit}>
      <h1>Checkout</h1>
      <button type="submit">
        Pay <output>{money(order.total ?? 0)}</output>
      </button>
    </form>
  );
}
