import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import express from 'express';

// Your shop: its orders, here as JSON in a table.
const db = new Database('shop.sqlite');
db.exec('CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, json TEXT NOT NULL)');
const orders = {
  find: (id) => JSON.parse(db.prepare('SELECT json FROM orders WHERE id = ?').get(id)?.json ?? 'null'),
  save: (order) => db.prepare('REPLACE INTO orders VALUES (?, ?)').run(order.id, JSON.stringify(order)),
};
const sum = (lines) => lines.reduce((total, { price, quantity }) => total + price * quantity, 0);
const pounds = (amount) => `£${(amount / 100).toFixed(2)}`;
const basket = { currency: 'GBP', lines: [{ product: 'board', quantity: 1, price: 5800 }] };

const app = express();
app.use(express.urlencoded());

const page = (body) => `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width"><title>Oak &amp; Co.</title>
<main style="max-inline-size: 30rem; margin: 2rem auto; font: 1rem/1.5 system-ui">${body}</main></html>`;

app.get('/checkout', (_request, response) => {
  response.send(
    page(`<h1>Checkout</h1>
    <form action="/pay" method="post">
      <p>Oak board, ${pounds(sum(basket.lines))}</p>
      <button id="pay">Pay ${pounds(sum(basket.lines))}</button>
    </form>
    `),
  );
});

app.post('/pay', async (request, response) => {
  const { lines } = basket;
  const paid = { paidAt: Date.now(), method: 'ok', locale: 'en-GB' };
  const order = { id: randomUUID(), currency: 'GBP', lines, total: sum(lines), ...paid };
  // Your payment charges order.total here.
  orders.save(order);
  response.redirect(303, `/orders/${order.id}`);
});

app.get('/orders/:id', async (request, response) => {
  const order = orders.find(request.params.id);
  if (!order) return response.sendStatus(404);
  response.send(
    page(`<h1>Thank you</h1>
    <ul>${order.lines.map((line) => `<li>${line.quantity} × ${line.product}, ${pounds(line.price)}</li>`).join('')}</ul>
    <p>Paid: ${pounds(order.total)}</p>
    `),
  );
});

app.listen(process.env.PORT ?? 3000);
