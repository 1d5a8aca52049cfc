export const products = [
  { id: 'knife-set', title: 'Arden three-knife set', price: 12000 },
  { id: 'hand-balm', title: 'Saltmarsh hand balm, 50 ml', price: 2400 },
];

export const orderOf = ({ id, price }) => ({
  currency: 'GBP',
  total: price,
  lines: [{ product: id, quantity: 1, price }],
});

/**
 * `bump` is the offer that was ticked. Your server looks it up in the same book: no price comes from the page.
 *
 * It answers with the paid order; with ticket and one-click word the offer after it is one click, else a link.
 */
export async function pay(order, bump) {
  const response = await fetch('/api/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ order, bump }),
  });
  if (!response.ok) throw new Error(`The payment was answered with ${response.status}`);
  return response.json();
}

export const money = (amount) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
