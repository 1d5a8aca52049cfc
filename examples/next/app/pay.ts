'use server';
import { redirect } from 'next/navigation';
import { aftermint } from '../lib/aftermint';
import { findBasket, payOrder } from '../lib/shop';

export async function pay(form: FormData): Promise<void> {
  const basket = await findBasket();
  const { bump, events } = await aftermint();
  const taken = bump.read({ order: basket }, form);
  // Another price than the shopper saw, or no such offer any more: the checkout is shown again.
  if (!['none', 'accepted'].includes(taken.verdict)) redirect('/');
  const order = await payOrder([...basket.lines, ...(taken.lines ?? [])]);
  await events.order(order);
  redirect(`/thanks/${order.id}`);
}
