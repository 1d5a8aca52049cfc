import { notFound } from 'next/navigation';
import { aftermint, findOrder } from '../../../lib/shop';
import { Thanks } from '../../Thanks';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const order = await findOrder((await params).id);
  if (!order) notFound();
  const { ticket, capability } = await aftermint();
  const { id, currency, total, paidAt } = order;
  // What the page needs to know of each line, and nothing else.
  const lines = order.lines.map(({ product, quantity, price }) => ({ product, quantity, price }));
  return (
    <Thanks
      order={{ id, status: 'paid', paidAt: new Date(paidAt).toISOString(), currency, total, lines }}
      ticket={ticket.sign(order)}
      oneClick={await capability(order)}
    />
  );
}
