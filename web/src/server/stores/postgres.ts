/** @file Accepts in PostgreSQL, by `pg`. */
import { randomId } from '../text.js';
import type { AcceptRecord, AcceptStore, ServerEvent } from '../types.js';
import { insertValues, replaceValues, schema, sql } from './schema.js';

type Value = string | number;

/** What is used of a client of `pg`. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
  release(error?: Error | boolean): void;
}

/** What is used of a `Pool` of `pg` (8). */
export interface PostgresPool {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
  connect(): Promise<PostgresClient>;
  options: { max?: number };
}

/** Locks of ours; other users of advisory locks in the same database should not use this class. */
const kLockClass = 0x61_66_74_6d; // "aftm"

const numbered = (text: string): string => {
  let count = 0;
  return text.replaceAll('?', () => `$${++count}`);
};

/** Runs work in a transaction on one connection. A connection that failed is not used again. */
async function transaction<T>(pool: PostgresPool, work: (client: PostgresClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true); // closes the connection, which rolls back
    throw error;
  }
}

/**
 * Keeps accepts and waiting events in tables `aftermint_…` of a database, for any number of processes.
 *
 * It creates the tables at the first use. `synchronous_commit` must be on, as it is by default. Throws what `pg` throws.
 */
export function postgresStore(pool: PostgresPool): AcceptStore {
  let created: Promise<void> | undefined;
  const create = () =>
    transaction(pool, async (client) => {
      // Two processes that create a table at once would fail, even with IF NOT EXISTS.
      await client.query('SELECT pg_advisory_xact_lock($1, 0)', [kLockClass]);
      for (const statement of schema('JSON', 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY')) {
        await client.query(statement);
      }
    });
  const query = async (text: string, ...values: (Value | string[])[]) => {
    created ??= create().catch((error: unknown) => {
      created = undefined; // try again next time
      throw error;
    });
    await created;
    return pool.query(numbered(text), values);
  };
  const one = async (text: string, value: string): Promise<AcceptRecord | null> =>
    ((await query(text, value)).rows[0] as { record: AcceptRecord } | undefined)?.record ?? null;
  const keys = async (text: string, ...values: Value[]) =>
    ((await query(text, ...values)).rows as { key: string }[]).map(({ key }) => key);
  return {
    async id() {
      await query(sql.setId, randomId());
      return ((await query(sql.id)).rows[0] as { value: string }).value;
    },
    get: (key) => one(sql.get, key),
    ofCharge: (chargeKey) => one(sql.ofCharge, chargeKey),
    ofOrder: async (order) =>
      ((await query(sql.ofOrder, order)).rows as { record: AcceptRecord }[]).map((row) => row.record),
    insert: async (record) => (await query(sql.insert, ...insertValues(record))).rowCount === 1,
    async replace(record, event) {
      if (!event) return (await query(sql.replace, ...replaceValues(record))).rowCount === 1;
      return transaction(pool, async (client) => {
        const { rowCount } = await client.query(numbered(sql.replace), replaceValues(record));
        if (rowCount !== 1) return false;
        await client.query(numbered(sql.leaveEvent), [event.id, JSON.stringify(event)]);
        return true;
      });
    },
    idle: (now, latest) => keys(sql.idle, now, latest),
    unfound: (since, now, latest) => keys(sql.unfound, since, now, latest),
    async leaveEvent(event) {
      await query(sql.leaveEvent, event.id, JSON.stringify(event));
    },
    waitingEvents: async (limit) =>
      ((await query(sql.waitingEvents, limit)).rows as { event: ServerEvent }[]).map(({ event }) => event),
    async dropEvents(ids) {
      await query('DELETE FROM aftermint_events WHERE id = ANY(?)', ids);
    },
  };
}

/**
 * `Orders.lock` for any number of processes: an advisory lock of PostgreSQL for each order.
 *
 * A lock keeps one connection of the pool while `work` runs. At most half of the pool is used for locks, so that `work`
 * finds a connection. Throws TypeError for a pool of fewer than two connections.
 */
export function postgresLock(pool: PostgresPool): <T>(order: string, work: () => Promise<T>) => Promise<T> {
  const most = Math.floor((pool.options.max ?? 10) / 2);
  if (most < 1) throw new TypeError('postgresLock needs a pool of two connections or more');
  let free = most;
  const queue: (() => void)[] = [];
  const enter = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resume) => queue.push(resume));
  };
  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };
  return async (order, work) => {
    await enter();
    try {
      return await transaction(pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [kLockClass, order]);
        return work();
      });
    } finally {
      leave();
    }
  };
}
