import { money, type Paid } from './shop.js';

export function Thanks({ paid }: { paid: Paid }) {
  const { order } = paid;
  return (
    <section>
      <h1>Thank you</h1>
      <p>
        Your order {order.id}: <output>{money(order.total ?? 0)}</output>
      </p>
    </section>
  );
}
