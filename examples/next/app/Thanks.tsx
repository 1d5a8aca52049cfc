'use client';
import { Offer, type OneClick, type Order } from 'aftermint/react';
import { useState } from 'react';
import { money } from '../lib/money';

export function Thanks(paid: { order: Order; ticket: string; oneClick: OneClick }) {
  const [order, setOrder] = useState(paid.order);
  return (
    <main>
      <h1>Thank you</h1>
      <p>Your order: {money(order.total ?? 0)}</p>
      <Offer
        {...paid}
        onAccepted={({ detail }) => setOrder(detail.order)}
        onUndone={({ detail }) => setOrder(detail.order)}
      />
    </main>
  );
}
