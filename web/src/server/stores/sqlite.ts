/** @file Accepts in SQLite, by `better-sqlite3` or `node:sqlite`. */
import { randomId } from '../text.js';
import type { AcceptRecord, AcceptStore, ServerEvent } from '../types.js';
import { insertValues, replaceValues, schema, sql } from './schema.js';

/** What is used of a database of `better-sqlite3` (12), or of `DatabaseSync` of `node:sqlite`. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: (string | number)[]): { changes: number | bigint };
    get(...values: (string | number)[]): unknown;
    all(...values: (string | number)[]): unknown[];
  };
}

/**
 * Keeps accepts and waiting events in tables `aftermint_…` of a database that you have opened. Several processes may
 * share the file.
 *
 * It creates the tables, sets `journal_mode = WAL` and `busy_timeout = 5000`. Each change is on the disk when its method
 * returns. Throws what the database throws.
 */
export function sqliteStore(database: SqliteDatabase): AcceptStore {
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL'); // in WAL mode NORMAL may lose the last changes with the power
  /** Runs work in one write transaction: it waits for other processes at its start, not in the middle. */
  const atomic = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
  atomic(() => {
    for (const statement of schema('TEXT', 'INTEGER PRIMARY KEY AUTOINCREMENT')) database.exec(statement);
  });
  const run = (text: string, ...values: (string | number)[]) => Number(database.prepare(text).run(...values).changes);
  const recordOf = (row: unknown): AcceptRecord | null =>
    row ? (JSON.parse((row as { record: string }).record) as AcceptRecord) : null;
  const keysOf = (rows: unknown[]) => (rows as { key: string }[]).map(({ key }) => key);
  return {
    async id() {
      run(sql.setId, randomId());
      return (database.prepare(sql.id).get() as { value: string }).value;
    },
    get: async (key) => recordOf(database.prepare(sql.get).get(key)),
    ofCharge: async (chargeKey) => recordOf(database.prepare(sql.ofCharge).get(chargeKey)),
    ofOrder: async (order) =>
      database
        .prepare(sql.ofOrder)
        .all(order)
        .map((row) => recordOf(row)!),
    insert: async (record) => run(sql.insert, ...insertValues(record)) > 0,
    replace: async (record, event) =>
      atomic(() => {
        if (run(sql.replace, ...replaceValues(record)) === 0) return false;
        if (event) run(sql.leaveEvent, event.id, JSON.stringify(event));
        return true;
      }),
    idle: async (now, latest) => keysOf(database.prepare(sql.idle).all(now, latest)),
    unfound: async (since, now, latest) => keysOf(database.prepare(sql.unfound).all(since, now, latest)),
    async leaveEvent(event) {
      run(sql.leaveEvent, event.id, JSON.stringify(event));
    },
    waitingEvents: async (limit) =>
      (database.prepare(sql.waitingEvents).all(limit) as { event: string }[]).map(
        ({ event }) => JSON.parse(event) as ServerEvent,
      ),
    dropEvents: async (ids) =>
      atomic(() => {
        for (const id of ids) run(sql.dropEvent, id);
      }),
  };
}
