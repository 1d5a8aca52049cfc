/** @file Each store keeps its promises, also to several processes; and the endpoint runs on each. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import type pg from 'pg';
import {
  type AcceptRecord,
  type AcceptStore,
  createAftermint,
  memoryStore,
  type Orders,
  postgresLock,
  postgresStore,
  processLock,
  sandbox,
  type ServerEvent,
  sqliteStore,
} from '../../src/server/index.js';
import { isInstalled, Postgres } from './postgres.js';
import { acceptBody, engine, kBook, kNow, kSecret, Shop, silent } from './shop.js';

const receipt = {
  id: 'rc_1',
  headline: 'A \u0000 "Ω"',
  price: '',
  label: '',
  locale: '',
  terms: '',
  acceptedAt: 0,
  hash: '',
};
const record = (key: string, order: string, changes: Partial<AcceptRecord> = {}): AcceptRecord => ({
  key,
  requestHash: 'h',
  order,
  offer: 'rack-offer',
  state: 'charging',
  amount: 3000,
  currency: 'GBP',
  method: 'ok',
  visitor: 'v-1',
  arms: [{ experiment: 'e', arm: 'a' }],
  ticket: 't',
  charge: '',
  reason: '',
  createdAt: kNow,
  undoUntil: 0,
  chargeKey: `charge-${key}`,
  chargeUntil: kNow + 1000,
  leaseOwner: 'me',
  leaseUntil: kNow + 30_000,
  receipt,
  lines: [{ product: 'rack', quantity: 1, price: 3000 }],
  version: 0,
  ...changes,
});
const event = (id: string): ServerEvent => ({
  specversion: '1.0',
  id,
  source: '/server',
  type: 'aftermint.order',
  time: '2026-11-30T12:00:00Z',
  subject: '1001',
  data: { key: `1001/-/-/order`, order: '1001', amount: 1, currency: 'GBP' },
});

/** @param open opens the same store again, as another process does */
function keepsItsPromises(
  name: string,
  open: () => AcceptStore | Promise<AcceptStore>,
  skip: string | false = false,
): void {
  describe(`the store ${name}`, { skip }, () => {
    let store: AcceptStore;
    before(async () => {
      store = await open();
    });

    it('has one random id for every process', async () => {
      const ids = await Promise.all([store.id(), (await open()).id(), store.id()]);
      assert.equal(new Set(ids).size, 1);
      assert.match(ids[0]!, /^[0-9a-f]{32}$/);
    });

    it('stores an accept once by its key, its charge key and its order', async () => {
      assert.equal(await store.insert(record('a', '1')), true);
      assert.equal(await store.insert(record('a', '2')), false);
      assert.equal(await store.insert(record('b', '1')), false, 'the order has a live accept');
      assert.equal(await store.insert(record('c', '3', { chargeKey: 'charge-a' })), false);
      assert.equal(await store.insert(record('d', '1', { state: 'refunding' })), true, 'it is not live');
      assert.deepEqual(await store.get('a'), record('a', '1'));
      assert.deepEqual(await store.ofCharge('charge-a'), record('a', '1'));
      assert.deepEqual(
        (await store.ofOrder('1')).map(({ key }) => key),
        ['a', 'd'],
      );
      assert.deepEqual(
        [await store.get('none'), await store.ofCharge('none'), await store.ofOrder('none')],
        [null, null, []],
      );
    });

    it('replaces only the version that was read, with the event', async () => {
      const first = (await store.get('a'))!;
      const changes = Array.from({ length: 8 }, (_, index) => ({ ...first, reason: `change ${index}` }));
      const won = await Promise.all(changes.map((each, index) => store.replace(each, event(`e-${index}`))));
      assert.equal(won.filter(Boolean).length, 1);
      const now = (await store.get('a'))!;
      assert.deepEqual([now.version, now.reason], [1, `change ${won.indexOf(true)}`]);
      const waiting = await store.waitingEvents(100);
      assert.deepEqual(waiting, [event(`e-${won.indexOf(true)}`)]);
      await store.dropEvents(waiting.map(({ id }) => id));
      assert.deepEqual(await store.waitingEvents(100), []);
    });

    it('frees an order when its accept is closed', async () => {
      const now = (await store.get('a'))!;
      assert.equal(await store.replace({ ...now, state: 'declined' }), true);
      assert.equal(await store.insert(record('b', '1', { createdAt: kNow + 1 })), true);
    });

    it('lists what nobody works on, oldest first, and leases of a wrong clock', async () => {
      await store.insert(record('e', '5', { createdAt: kNow - 5 }));
      await store.insert(record('f', '6', { leaseUntil: kNow + 90_000 }));
      await store.insert(record('g', '7', { state: 'accepted', leaseUntil: 0 }));
      await store.insert(record('h', '8', { state: 'expired', leaseUntil: 0, createdAt: kNow - 9 }));
      await store.insert(record('i', '9', { state: 'review', leaseUntil: 0 }));
      assert.deepEqual(await store.idle(kNow + 29_999, kNow + 59_999), ['f']);
      assert.deepEqual(await store.idle(kNow + 30_000, kNow + 60_000), ['e', 'd', 'f', 'b']);
      assert.deepEqual(await store.unfound(kNow - 9, kNow, kNow + 1), ['h', 'i']);
      assert.deepEqual(await store.unfound(kNow - 8, kNow, kNow + 1), ['i']);
    });

    it('keeps events in order', async () => {
      for (const id of ['z', 'y', 'x']) await store.leaveEvent(event(id));
      assert.deepEqual(
        (await store.waitingEvents(2)).map(({ id }) => id),
        ['z', 'y'],
      );
      await store.dropEvents(['z', 'y', 'x']);
    });

    it('carries the endpoint from accept to undo', async () => {
      const shop = await Shop.open({ store: await open() });
      shop.orders.put({ id: '1001' });
      assert.equal((await shop.accept('1001', `k-${name}`)).json.status, 'accepted');
      assert.equal((await shop.undo('1001', `k-${name}`)).json.status, 'undone');
      assert.deepEqual(
        shop.events.map(({ type }) => type),
        ['aftermint.accept', 'aftermint.undo'],
      );
    });
  });
}

const memory = memoryStore({ quiet: true });
keepsItsPromises('memory', async () => memory);

const folder = mkdtempSync(join(tmpdir(), 'aftermint-stores-'));
after(() => rmSync(folder, { recursive: true, force: true }));
keepsItsPromises('SQLite', async () => sqliteStore(new Database(join(folder, 'shop.sqlite'))));

const skip = isInstalled ? false : 'PostgreSQL is not installed: `apt-get install postgresql`';
if (skip) console.log(`SKIPPED: ${skip}`);
let server: Postgres | undefined;
let pool: pg.Pool;
before(() => {
  if (!isInstalled) return;
  server = new Postgres().start();
  pool = server.pool();
});
after(async () => {
  await pool?.end();
  server?.stop();
});
keepsItsPromises('PostgreSQL', async () => postgresStore(pool), skip);

/** Orders in PostgreSQL, as a team writes them: no statement looks for repeats. */
function tableOrders(own: pg.Pool): Orders {
  return {
    lock: postgresLock(own),
    async find(id) {
      const { rows } = await own.query('SELECT total FROM shop_orders WHERE id = $1', [id]);
      const lines = await own.query('SELECT line FROM shop_lines WHERE order_id = $1 ORDER BY seq', [id]);
      const total = Number((rows[0] as { total: string } | undefined)?.total ?? -1);
      if (total < 0) return null;
      const order = { id, currency: 'GBP', total, paidAt: Date.now(), method: 'ok', visitor: 'v-1', locale: 'en-GB' };
      return { ...order, lines: (lines.rows as { line: never }[]).map(({ line }) => line) };
    },
    async addLines(id, lines) {
      for (const line of lines) {
        await own.query('INSERT INTO shop_lines (order_id, line) VALUES ($1, $2)', [id, JSON.stringify(line)]);
        await own.query('UPDATE shop_orders SET total = total + $2 WHERE id = $1', [id, line.price * line.quantity]);
      }
      return true;
    },
    async removeLines(id, accept) {
      const { rows } = await own.query(
        "DELETE FROM shop_lines WHERE order_id = $1 AND line->>'accept' = $2 RETURNING (line->>'price')::int AS price",
        [id, accept],
      );
      for (const { price } of rows as { price: number }[]) {
        await own.query('UPDATE shop_orders SET total = total - $2 WHERE id = $1', [id, price]);
      }
    },
  };
}

describe('two servers on PostgreSQL', { skip }, () => {
  it('charge each order once, add its lines once, and agree, whatever is sent at once', async () => {
    await pool.query('CREATE TABLE shop_orders (id TEXT PRIMARY KEY, total BIGINT NOT NULL)');
    await pool.query('CREATE TABLE shop_lines (seq SERIAL, order_id TEXT NOT NULL, line JSON NOT NULL)');
    const bank = sandbox();
    const events: ServerEvent[] = [];
    const pools = [server!.pool(6), server!.pool(6)];
    const shops = await Promise.all(
      pools.map(async (own) =>
        createAftermint({
          book: kBook,
          engine: await engine(),
          secret: kSecret,
          orders: tableOrders(own),
          payments: bank,
          store: postgresStore(own),
          onEvent: (each) => void events.push(each),
          log: silent,
        }),
      ),
    );
    const orders = Array.from({ length: 6 }, (_, index) => `pg-${index}`);
    const line = { product: 'knife', quantity: 1, price: 12000 };
    for (const id of orders) {
      await pool.query('INSERT INTO shop_orders VALUES ($1, 12000)', [id]);
      await pool.query('INSERT INTO shop_lines (order_id, line) VALUES ($1, $2)', [id, JSON.stringify(line)]);
    }
    const send = async (shop: (typeof shops)[number], id: string, key: string) => {
      const order = { id, currency: 'GBP', total: 12000, paidAt: Date.now(), visitor: 'v-1', lines: [line] };
      const response = await shop.handler(
        new Request('http://shop.example/offers/accept', {
          method: 'POST',
          headers: { 'idempotency-key': key },
          body: JSON.stringify(acceptBody(id, shop.ticket.sign(order))),
        }),
      );
      return (await response.json()) as { status: string };
    };
    // Two tabs of two keys, at two servers, three times each.
    const all = orders.flatMap((id) =>
      [0, 1, 2, 3, 4, 5].map((n) => send(shops[n % 2]!, id, `${id}-tab-${n < 4 ? 1 : 2}`)),
    );
    const said = await Promise.all(all);
    await Promise.all(shops.map((shop) => shop.reconcile()));
    for (const [index, id] of orders.entries()) {
      const statuses = said.slice(index * 6, index * 6 + 6).map(({ status }) => status);
      assert.ok(statuses.includes('accepted'), statuses.join());
      assert.equal(bank.succeeded(id).length, 1, id);
      const order = (await tableOrders(pool).find(id))!;
      assert.deepEqual([order.total, order.lines.length], [15000, 2], id);
      const live = (await shops[0]!.accepts(id)).filter(({ state }) => state === 'accepted');
      assert.equal(live.length, 1);
      assert.equal(new Set(events.filter(({ subject }) => subject === id).map(({ data }) => data.key)).size, 1);
    }
    assert.deepEqual(await postgresStore(pool).waitingEvents(10), []);
    await Promise.all(pools.map((own) => own.end()));
  });

  it('lock an order for one process at a time, and never all connections of a pool', async () => {
    const own = server!.pool(4);
    const lock = postgresLock(own);
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        lock('o-1', async () => {
          most = Math.max(most, ++inside);
          await own.query('SELECT pg_sleep(0.002)'); // needs a connection besides those of the locks
          inside -= 1;
          return index;
        }),
      ),
    );
    assert.equal(most, 1);
    await assert.rejects(
      lock('o-1', async () => {
        throw new Error('the work fails');
      }),
      /the work fails/,
    );
    assert.equal(await lock('o-1', async () => 'free again'), 'free again');
    await own.end();
    assert.throws(() => postgresLock(server!.pool(1)), TypeError);
  });
});

describe('processLock', () => {
  it('runs work of one order one after the other, of others at once, and after a failure', async () => {
    const lock = processLock();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      if (name === 'a') throw new Error('a fails');
    };
    const first = assert.rejects(lock('1', work('a')), /a fails/);
    await Promise.all([first, lock('1', work('b')), lock('2', work('c'))]);
    assert.ok(log.indexOf('b begins') > log.indexOf('a ends'));
    assert.ok(log.indexOf('c begins') < log.indexOf('a ends'));
  });
});
