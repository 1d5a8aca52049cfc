import { Offer, type OfferBought, type OfferUndone } from 'aftermint/react';
import { useState } from 'react';
import { money, type Paid } from './shop.js';

/** The order is final before the offer appears. Accepting or undoing the offer gives the updated order. */
export function Thanks({ paid }: { paid: Paid }) {
  const [order, setOrder] = useState(paid.order);
  const update = ({ detail }: { detail: OfferBought | OfferUndone }) => setOrder(detail.order);
  return (
    <section>
      <h1>Thank you</h1>
      <p>
        Your order {order.id}: <output>{money(order.total ?? 0)}</output>
      </p>
      <Offer {...paid} onAccepted={update} onUndone={update} />
    </section>
  );
}
