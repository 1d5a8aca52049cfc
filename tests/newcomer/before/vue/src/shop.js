async function ask(path, init) {
  const response = await fetch(`/api/${path}`, init);
  if (!response.ok) throw new Error(`${path} failed with HTTP ${response.status}`);
  return response.json();
}

export const findBasket = () => ask('basket');

/** Sends the fields of the checkout's form. */
export const pay = (order, form) =>
  ask('pay', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ order, ...Object.fromEntries(form) }),
  });

export const money = (amount) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
