import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import express from 'express';

const db = new Database('shop.sqlite');
db.exec('CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, json TEXT NOT NULL)');
const orders = {
  find: (id) => JSON.parse(db.prepare('SELECT json FROM orders WHERE id = ?').get(id)?.json ?? 'null'),
  save: (order) => db.prepare('REPLACE INTO orders VALUES (?, ?)').run(order.id, JSON.stringify(order)),
};
const sum = (lines) => lines.reduce((total, { price, quantity }) => total + price * quantity, 0);
const basket = { currency: 'GBP', total: 5800, lines: [{ product: 'board', quantity: 1, price: 5800 }] };

const app = express();
app.use(express.static('dist'), express.json());
app.get('/api/basket', (_request, response) => response.json(basket));
app.post('/api/pay', async (request, response) => {
  const { lines } = basket;
  const paid = { paidAt: Date.now(), method: 'ok', locale: 'en-GB' };
  const order = { id: randomUUID(), currency: 'GBP', lines, total: sum(lines), ...paid };
  // Your payment charges order.total here.
  orders.save(order);
  response.json({ order });
});
app.listen(process.env.PORT ?? 3000);
