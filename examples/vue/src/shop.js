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
 * Pays an order. The server answers with the paid order; with `ticket` and `oneClick` the shopper accepts the offer in
 * one click. Without them the offer is a link.
 *
 * @param bump id of the ticked offer. Your server looks up its price in the same book and trusts no price of the page.
 */
export async function pay(order, bump) {
  const response = await fetch('/api/pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ order, bump }),
  });
  if (!response.ok) throw new Error(`The payment failed with HTTP ${response.status}`);
  return response.json();
}

export const money = (amount) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
