// Compares the provider's ledger, the orders and the events of a store, order by order.
import { spawnSync } from 'node:child_process';
import { Plain } from '../../scripts/lib/project.mjs';

function rowsOf(store, sql) {
  const { status, stdout, stderr, error } = spawnSync('sqlite3', ['-readonly', '-json', store, sql], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error || status !== 0) throw new Plain(`sqlite3 failed: ${error?.message ?? stderr}`);
  return stdout.trim() === '' ? [] : JSON.parse(stdout);
}

const perOrder = `
WITH ledger AS (SELECT reference AS id, sum(amount) AS amount FROM sandbox_charges WHERE state = 'succeeded' GROUP BY 1),
     shop AS (SELECT o.id, sum(l.price * l.quantity) AS amount FROM orders AS o JOIN order_lines AS l ON l.order_id = o.id
              WHERE o.state = 'paid' AND NOT l.undone GROUP BY 1),
     told AS (SELECT order_id AS id, sum(gross_change) AS amount FROM events WHERE trusted GROUP BY 1)
SELECT id, coalesce(ledger.amount, 0) AS ledger, coalesce(shop.amount, 0) AS shop, coalesce(told.amount, 0) AS events
FROM (SELECT id FROM ledger UNION SELECT id FROM shop UNION SELECT id FROM told)
LEFT JOIN ledger USING (id) LEFT JOIN shop USING (id) LEFT JOIN told USING (id)`;

/** @returns sums, counts, and every order whose three amounts differ; and acknowledged events that are missing. */
export function balanceOf(store, { orders, acknowledged }) {
  const rows = rowsOf(store, perOrder);
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const stored = new Set(rowsOf(store, 'SELECT id FROM events WHERE NOT trusted').map(({ id }) => id));
  const paid = new Set(rows.filter(({ shop }) => shop > 0).map(({ id }) => id));
  const unsettled = rowsOf(
    store,
    `SELECT key FROM offer_accepts WHERE state IN ('charging', 'processing', 'undoing', 'refunding')`,
  );
  return {
    orders: paid.size,
    ledger: sum('ledger'),
    shop: sum('shop'),
    events: sum('events'),
    uneven: rows.filter(({ ledger, shop, events }) => ledger !== shop || shop !== events),
    lostOrders: orders.filter((order) => !paid.has(order)),
    lostEvents: [...acknowledged].filter((id) => !stored.has(id)),
    unsettled: unsettled.map(({ key }) => key),
  };
}
