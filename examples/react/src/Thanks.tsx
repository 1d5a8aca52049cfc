import type { Order } from 'aftermint';
import { useState } from 'react';
import { money, type Paid } from './shop.js';

/** The order is final before the offer appears. Accepting or undoing the offer gives the updated order. */
export function Thanks({ paid }: { paid: Paid }) {
  const [order, setOrder] = useState<Order>(paid.order);
  const changed = ({ detail }: CustomEvent<{ order: Order }>) => setOrder(detail.order);

  return (
    <section>
      <h1>Thank you</h1>
      <p>
        Your order {paid.order.id}: <output>{money(order.total ?? 0)}</output>
      </p>
      <aftermint-offer
        order={paid.order}
        ticket={paid.ticket}
        oneClick={paid.oneClick}
        onaftermint-accepted={changed}
        onaftermint-undone={changed}
      />
    </section>
  );
}
