/** @file The tables of accepts, the same in SQLite and PostgreSQL but for the type of JSON. */
import type { AcceptRecord } from '../types.js';

const live = "state NOT IN ('declined', 'refunded', 'refunding', 'review', 'expired')";
const unsettled = "state IN ('charging', 'processing', 'requires_action', 'undoing', 'refunding')";

/** Statements that create what is not there yet. */
export const schema = (json: 'TEXT' | 'JSON', counter: string): string[] => [
  'CREATE TABLE IF NOT EXISTS aftermint_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
  `CREATE TABLE IF NOT EXISTS aftermint_accepts (
  key         TEXT PRIMARY KEY,
  order_id    TEXT NOT NULL,
  charge_key  TEXT NOT NULL UNIQUE,
  state       TEXT NOT NULL,
  created     BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  version     BIGINT NOT NULL,
  record      ${json} NOT NULL
)`,
  // An order holds one accept at a time; those that keep no money in the end do not count.
  `CREATE UNIQUE INDEX IF NOT EXISTS aftermint_one_accept_an_order ON aftermint_accepts (order_id) WHERE ${live}`,
  'CREATE INDEX IF NOT EXISTS aftermint_accepts_by_order ON aftermint_accepts (order_id)',
  'CREATE INDEX IF NOT EXISTS aftermint_accepts_by_state ON aftermint_accepts (state, lease_until)',
  `CREATE TABLE IF NOT EXISTS aftermint_events (seq ${counter}, id TEXT NOT NULL UNIQUE, event ${json} NOT NULL)`,
];

/** The statements, with parameters as `?`. */
export const sql = {
  setId: "INSERT INTO aftermint_settings (name, value) VALUES ('store_id', ?) ON CONFLICT DO NOTHING",
  id: "SELECT value FROM aftermint_settings WHERE name = 'store_id'",
  get: 'SELECT record FROM aftermint_accepts WHERE key = ?',
  ofCharge: 'SELECT record FROM aftermint_accepts WHERE charge_key = ?',
  ofOrder: 'SELECT record FROM aftermint_accepts WHERE order_id = ? ORDER BY created, key',
  insert: `INSERT INTO aftermint_accepts (key, order_id, charge_key, state, created, lease_until, version, record)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  replace:
    'UPDATE aftermint_accepts SET state = ?, lease_until = ?, version = ?, record = ? WHERE key = ? AND version = ?',
  idle: `SELECT key FROM aftermint_accepts WHERE ${unsettled} AND (lease_until <= ? OR lease_until > ?)
ORDER BY created, key`,
  unfound: `SELECT key FROM aftermint_accepts WHERE state IN ('expired', 'review') AND created >= ?
AND (lease_until <= ? OR lease_until > ?) ORDER BY created, key`,
  leaveEvent: 'INSERT INTO aftermint_events (id, event) VALUES (?, ?) ON CONFLICT DO NOTHING',
  waitingEvents: 'SELECT event FROM aftermint_events ORDER BY seq LIMIT ?',
  dropEvent: 'DELETE FROM aftermint_events WHERE id = ?',
};

/** The parameters of `insert`. */
export const insertValues = (record: AcceptRecord): (string | number)[] => [
  record.key,
  record.order,
  record.chargeKey,
  record.state,
  record.createdAt,
  record.leaseUntil,
  record.version,
  JSON.stringify(record),
];

/** The parameters of `replace`. */
export const replaceValues = (record: AcceptRecord): (string | number)[] => {
  const next = { ...record, version: record.version + 1 };
  return [next.state, next.leaseUntil, next.version, JSON.stringify(next), record.key, record.version];
};
