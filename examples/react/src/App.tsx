import { useState } from 'react';
import { Checkout } from './Checkout.js';
import { orderOf, type Paid, type Product, products } from './shop.js';
import { Thanks } from './Thanks.js';

export function App() {
  const [product, setProduct] = useState<Product | null>(products[0] ?? null);
  const [paid, setPaid] = useState<Paid | null>(null);

  if (paid) return <Thanks paid={paid} />;
  return (
    <>
      <nav>
        {products.map((each) => (
          <button key={each.id} type="button" onClick={() => setProduct(each)}>
            {each.title}
          </button>
        ))}
        <button type="button" onClick={() => setProduct(null)}>
          Empty the basket
        </button>
      </nav>
      {product ? <Checkout order={orderOf(product)} onPaid={setPaid} /> : <p>Your basket is empty.</p>}
    </>
  );
}
