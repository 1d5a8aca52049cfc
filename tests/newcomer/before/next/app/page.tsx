import { Suspense } from 'react';
import { findBasket } from '../lib/shop';
import { Checkout } from './Checkout';

export const dynamic = 'force-dynamic';

/** Runs on the server. The page is sent at once, and this part when the shop has found the basket. */
async function Basket() {
  return <Checkout order={await findBasket()} />;
}

export default function Page() {
  return (
    <main>
      <h1>Checkout</h1>
      <Suspense fallback={<p>Loading your basket…</p>}>
        <Basket />
      </Suspense>
    </main>
  );
}
