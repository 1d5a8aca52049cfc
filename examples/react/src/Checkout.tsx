import { Bump, type Order, useBump } from 'aftermint/react';
import type { FormEvent } from 'react';
import { money, type Paid, pay } from './shop.js';

/** The bump is a field of the form. The page itself shows the total. */
export function Checkout({ order, onPaid }: { order: Order; onPaid(paid: Paid): void }) {
  const { total, bump } = useBump(order);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onPaid(await pay(order, new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={submit}>
      <h1>Checkout</h1>
      <Bump name="bump" {...bump} />
      <button type="submit">
        Pay <output>{money(total)}</output>
      </button>
    </form>
  );
}
