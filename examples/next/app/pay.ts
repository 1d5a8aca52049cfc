'use server';
import { redirect } from 'next/navigation';
import { payBasket } from '../lib/shop';

export async function pay(form: FormData): Promise<void> {
  const order = await payBasket(form.get('bump')?.toString());
  redirect(`/thanks/${order.id}`);
}
