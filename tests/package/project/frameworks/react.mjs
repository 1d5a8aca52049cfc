// A checkout in React, for the server and the browser. `order` is a new object at each render.
import { Bump, Offer } from 'aftermint/react';
import { createElement as h, StrictMode, Suspense, use, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';

const prices = { 'knife-set': 12000, 'hand-balm': 2400 };
const orderOf = (product) => {
  const price = prices[product];
  return { currency: 'GBP', total: price, lines: [{ product, quantity: 1, price }] };
};

function Checkout({ product: first }) {
  const [product, setProduct] = useState(first);
  const [added, setAdded] = useState(0);
  const [isThere, setThere] = useState(true);
  const [turns, setTurns] = useState(0);
  const changed = ({ detail }) => {
    setAdded(detail.checked ? detail.price.amount : 0);
    if (globalThis.refuses && detail.checked) detail.waitUntil(Promise.reject(new Error('the price has changed')));
  };
  const bump = { name: 'bump', className: 'bump', order: orderOf(product), onChange: changed };
  const button = (id, onClick) => h('button', { type: 'button', id, onClick }, id);
  return h(
    'form',
    { 'data-turns': turns },
    isThere && h(Bump, bump),
    button('again', () => setTurns(turns + 1)),
    button('other', () => setProduct('hand-balm')),
    button('toggle', () => setThere(!isThere)),
    h('output', null, 12000 + added),
  );
}

function Streamed({ product }) {
  return h(Checkout, { product: use(product) });
}

function Thanks() {
  const [heard, setHeard] = useState([]);
  const hear = ({ type }) => setHeard((before) => [...before, type]);
  const paid = { order: { ...orderOf('knife-set'), id: '1001', status: 'paid' }, ticket: 'of-a-test' };
  const offer = h(Offer, { ...paid, onShown: hear, onState: hear, onAccepted: hear, onDeclined: hear, onEmpty: hear });
  return h('main', null, offer, h('output', null, heard.join(' ')));
}

export const apps = {
  checkout: (product = 'knife-set') => h(StrictMode, null, h(Checkout, { product })),
  thanks: () => h(StrictMode, null, h(Thanks)),
  streamed: (product) => {
    const basket = h(Suspense, { fallback: h('p', null, 'Loading') }, h(Streamed, { product }));
    return h(StrictMode, null, h('main', null, basket));
  },
};

/** Hydrates the page, when the test asks for it. */
globalThis.hydrate = (name, product) => void hydrateRoot(document.getElementById('root'), apps[name](product));
