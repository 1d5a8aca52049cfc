import { notFound } from 'next/navigation';
import { money } from '../../../lib/money';
import { orders } from '../../../lib/shop';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const order = orders.find((await params).id);
  if (!order) notFound();
  return (
    <main>
      <h1>Thank you</h1>
      <p>Your order: {money(order.total)}</p>
    </main>
  );
}
