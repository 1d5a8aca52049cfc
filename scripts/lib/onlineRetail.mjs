// Reads the real orders of AFTERMINT_DATA/online-retail: purchases by invoice, with what was sent back of each.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { environment } from './project.mjs';

export const retailFile = () => join(environment.AFTERMINT_DATA, 'online-retail/transactions.csv.gz');
export const hasRetail = () => existsSync(retailFile());

const dayMs = 86_400_000;

/** Fees and corrections of the shop's books, which no shopper orders. */
const notGoods = /^(?:M|m|B|D|S|CRUK|AMAZONFEE|BANK CHARGES)$/;

/** The cells of one line of CSV; a cell in quotes may hold commas, and quotes are doubled in it. */
function cellsOf(line) {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}

/** Minor units of a price like `2.55`; the file has prices of up to four decimal digits. */
const minor = (price, quantity) => Math.round(Number(price) * 100 * quantity);

function* linesOf(text) {
  for (const line of text.split(/\r?\n/).slice(1)) {
    if (line === '') continue;
    const [invoice, code, , quantity, at, price, customer] = cellsOf(line);
    if (notGoods.test(code) || !(Number(price) > 0)) continue;
    yield { invoice, code, quantity: Number(quantity), time: Date.parse(`${at}Z`.replace(' ', 'T')), price, customer };
  }
}

/** Adds a purchase to its order, and to what its customer may still send back. */
function purchase(orders, owned, { invoice, code, quantity, time, price, customer }) {
  const order = orders.get(invoice) ?? { time, customer, gross: 0, refunds: [] };
  orders.set(invoice, order);
  order.gross += minor(price, quantity);
  if (customer === '') return;
  const key = `${customer}/${code}`;
  owned.set(key, [...(owned.get(key) ?? []), { order, left: quantity, price, time }]);
}

/** Takes a cancelled line off the customer's latest earlier purchases of the same product. */
function cancellation(owned, { code, quantity, time, customer }) {
  let left = -quantity;
  for (const piece of (owned.get(`${customer}/${code}`) ?? []).toReversed()) {
    if (piece.time > time || left === 0) continue;
    const taken = Math.min(left, piece.left);
    piece.left -= taken;
    left -= taken;
    if (taken > 0) piece.order.refunds.push({ time, amount: minor(piece.price, taken) });
  }
}

/**
 * The orders in the order of time: `{ time, customer, gross, refunds: [{ time, amount }] }` in pence. Cancelled lines
 * lead to the customer's own earlier purchases; those without one are left out. So are orders that were cancelled as a
 * whole on their own day, because these were typing errors (one is of 74,215 storage jars).
 */
export function realOrders() {
  const orders = new Map();
  const owned = new Map();
  const lines = [...linesOf(gunzipSync(readFileSync(retailFile())).toString('latin1'))];
  for (const line of lines.toSorted((a, b) => a.time - b.time)) {
    if (line.quantity > 0 && !line.invoice.startsWith('C')) purchase(orders, owned, line);
    if (line.quantity < 0 && line.invoice.startsWith('C')) cancellation(owned, line);
  }
  const sum = (refunds) => refunds.reduce((total, { amount }) => total + amount, 0);
  const isMistake = ({ gross, time, refunds }) => sum(refunds.filter((each) => each.time - time < dayMs)) >= gross;
  return [...orders.values()].filter((order) => order.gross > 0 && !isMistake(order)).sort((a, b) => a.time - b.time);
}

/**
 * One unit a customer, from the first order that the file has of them: `before` is that order's value, `gross` and
 * `net` the customer's orders within 30 days of it, `orders` their number. Customers whose 30 days are not over when the
 * file ends are left out. Refunds count whenever they came.
 */
export function realCustomers() {
  const all = realOrders();
  const end = all.at(-1).time;
  const customers = new Map();
  for (const order of all.filter(({ customer }) => customer !== '')) {
    customers.set(order.customer, [...(customers.get(order.customer) ?? []), order]);
  }
  const units = [];
  for (const orders of customers.values()) {
    const [first] = orders;
    if (first.time + 30 * dayMs > end) continue;
    const counted = orders.filter(({ time }) => time < first.time + 30 * dayMs);
    const gross = counted.reduce((total, order) => total + order.gross, 0);
    const back = counted.flatMap(({ refunds }) => refunds).reduce((total, { amount }) => total + amount, 0);
    units.push({ before: first.gross, gross, net: gross - back, orders: counted.length });
  }
  return units;
}
