import { useEffect, useState } from 'react';
import { Checkout } from './Checkout.js';
import { findBasket, type Order, type Paid } from './shop.js';
import { Thanks } from './Thanks.js';

export function App() {
  const [order, setOrder] = useState<Order | null>(null);
  const [paid, setPaid] = useState<Paid | null>(null);
  useEffect(() => void findBasket().then(setOrder), []);

  if (paid) return <Thanks paid={paid} />;
  return order && <Checkout order={order} onPaid={setPaid} />;
}
