import type { BumpChange, Order } from 'aftermint';
import { type FormEvent, useState } from 'react';
import { money, pay, type Paid } from './shop.js';

interface Props {
  order: Order;
  onPaid(paid: Paid): void;
}

/** The bump is a form field. The page itself updates the total when it changes. */
export function Checkout({ order, onPaid }: Props) {
  const [added, setAdded] = useState(0);

  const changed = ({ detail }: CustomEvent<BumpChange>) => setAdded(detail.checked ? detail.price.amount : 0);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const bump = new FormData(event.currentTarget).get('bump');
    onPaid(await pay(order, bump as string | null));
  };

  return (
    <form onSubmit={submit}>
      <h1>Checkout</h1>
      <aftermint-bump name="bump" order={order} onaftermint-change={changed} />
      <button type="submit">
        Pay <output>{money((order.total ?? 0) + added)}</output>
      </button>
    </form>
  );
}
