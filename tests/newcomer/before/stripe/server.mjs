import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import express from 'express';
import { client } from './client.mjs'; // new Stripe(process.env.STRIPE_KEY)

const db = new Database('shop.sqlite');
db.exec('CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, json TEXT NOT NULL)');
const orders = {
  find: (id) => JSON.parse(db.prepare('SELECT json FROM orders WHERE id = ?').get(id)?.json ?? 'null'),
  save: (order) => db.prepare('REPLACE INTO orders VALUES (?, ?)').run(order.id, JSON.stringify(order)),
};
const sum = (lines) => lines.reduce((total, { price, quantity }) => total + price * quantity, 0);
const pounds = (amount) => `£${(amount / 100).toFixed(2)}`;
const basket = { currency: 'GBP', total: 5800, lines: [{ product: 'board', quantity: 1, price: 5800 }] };
const address = process.env.SHOP ?? 'http://127.0.0.1:3000';
const customer = 'cus_1'; // of the shopper who is signed in

const app = express();
app.use(express.static('public'), express.urlencoded());

const page = (body) => `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width"><title>Oak &amp; Co.</title>
<script src="https://js.stripe.com/v3/"></script>
<main style="max-inline-size: 30rem; margin: 2rem auto; font: 1rem/1.5 system-ui">${body}</main></html>`;
const intentOf = (request) => /\bintent=(\w+)/.exec(request.headers.cookie ?? '')?.[1];

app.get('/checkout', async (_request, response) => {
  const rest = { customer, metadata: { order_id: randomUUID() } };
  const intent = await client.paymentIntents.create({ amount: basket.total, currency: 'gbp', ...rest });
  response.cookie('intent', intent.id, { httpOnly: true, sameSite: 'lax' });
  response.send(
    page(`<h1>Checkout</h1>
    <form class="pay" data-secret="${intent.client_secret}">
      <p>Oak board, ${pounds(basket.total)}</p>
      <div id="payment"></div>
      <button id="pay">Pay ${pounds(basket.total)}</button>
    </form>
    <script type="module" src="/intent.mjs"></script>`),
  );
});

app.get('/thanks', async (request, response) => {
  const intent = await client.paymentIntents.retrieve(request.query.payment_intent);
  if (intent.status !== 'succeeded') return response.redirect(303, '/checkout');
  const { lines } = basket;
  if (sum(lines) !== intent.amount_received) throw new Error(`${intent.id} paid another amount than its order`);
  const id = intent.metadata.order_id;
  const paid = { paidAt: Date.now(), method: intent.id, locale: 'en-GB' };
  if (!orders.find(id)) {
    const order = { id, currency: 'GBP', lines, total: sum(lines), ...paid };
    orders.save(order);
  }
  response.redirect(303, `/orders/${id}`);
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
