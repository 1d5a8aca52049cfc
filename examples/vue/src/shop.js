export const products = [
  { id: 'knife-set', title: 'Arden three-knife set', price: 12000 },
  { id: 'hand-balm', title: 'Saltmarsh hand balm, 50 ml', price: 2400 },
];

export const orderOf = ({ id, price }) => ({
  currency: 'GBP',
  total: price,
  lines: [{ product: id, quantity: 1, price }],
});

/** Sends the fields of the checkout's form, with those of the bump. Your server looks up its price in the same book. */
export async function pay(order, form) {
  const response = await fetch('/api/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ order, ...Object.fromEntries(form) }),
  });
  if (!response.ok) throw new Error(`The payment failed with HTTP ${response.status}`);
  return response.json();
}

export const money = (amount) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
