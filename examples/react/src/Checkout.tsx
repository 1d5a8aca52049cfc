import { Bump, type Order } from 'aftermint/react';
import { type FormEvent, useState } from 'react';
import { money, pay, type Paid } from './shop.js';

/** The bump is a field of the form. The page itself updates the total when it changes. */
export function Checkout({ order, onPaid }: { order: Order; onPaid(paid: Paid): void }) {
  const [added, setAdded] = useState(0);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const bump = new FormData(event.currentTarget).get('bump');
    onPaid(await pay(order, bump as string | null));
  };
  return (
    <form onSubmit={submit}>
      <h1>Checkout</h1>
      <Bump name="bump" order={order} onChange={({ detail }) => setAdded(detail.checked ? detail.price.amount : 0)} />
      <button type="submit">
        Pay <output>{money((order.total ?? 0) + added)}</output>
      </button>
    </form>
  );
}
