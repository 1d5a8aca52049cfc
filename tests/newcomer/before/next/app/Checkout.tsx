import { money } from '../lib/money';
import { pay } from './pay';

export function Checkout({ order }: { order: { total: number } }) {
  return (
    <form action={pay}>
      <button type="submit">Pay {money(order.total)}</button>
    </form>
  );
}
