'use client';
import { Bump, type Order } from 'aftermint/react';
import { useState } from 'react';
import { money } from '../lib/money';
import { pay } from './pay';

export function Checkout({ order }: { order: Order }) {
  const [added, setAdded] = useState(0);
  return (
    <form action={pay}>
      <Bump name="bump" order={order} onChange={({ detail }) => setAdded(detail.checked ? detail.price.amount : 0)} />
      <button type="submit">Pay {money((order.total ?? 0) + added)}</button>
    </form>
  );
}
