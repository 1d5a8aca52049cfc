'use client';
import { Bump, type Order, useBump } from 'aftermint/react';
import { money } from '../lib/money';
import { pay } from './pay';

export function Checkout({ order }: { order: Order }) {
  const { total, bump } = useBump(order);
  return (
    <form action={pay}>
      <Bump name="bump" {...bump} />
      <button type="submit">Pay {money(total)}</button>
    </form>
  );
}
