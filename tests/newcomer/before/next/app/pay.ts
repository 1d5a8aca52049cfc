'use server';
import { redirect } from 'next/navigation';
import { findBasket, payOrder } from '../lib/shop';

export async function pay(form: FormData): Promise<void> {
  const basket = await findBasket();
  const order = await payOrder(basket.lines);
  redirect(`/thanks/${order.id}`);
}
