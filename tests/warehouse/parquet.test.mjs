// The Parquet files of `aftermint export`, read by DuckDB: the rows of NDJSON, and by examples/warehouse the report.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'aftermint-warehouse-'));
const store = `sqlite:${join(folder, 'store.sqlite')}`;
const tables = ['offers', 'assignments', 'orders'];
const aftermint = (...args) =>
  execFileSync(join(root, 'build/native/aftermint'), args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

const isLong = process.env.AFTERMINT_ALL !== undefined;
// The long run makes enough rows for several row groups in one file.
const truth = {
  visitorsPerDay: isLong ? 3_000 : 200,
  days: 40,
  holdoutBps: 2_000,
  repeatBps: 2_000,
  returns: { shareBps: 3_000 },
};

let db;
/** The rows as objects. Integers become numbers, times ms since 1970. */
async function rowsOf(sql) {
  const rows = await (await db.runAndReadAll(sql)).getRowObjectsJS();
  const plain = (value) =>
    typeof value === 'bigint' ? Number(value) : value instanceof Date ? value.getTime() : value;
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
}

before(async () => {
  writeFileSync(join(folder, 'truth.json'), JSON.stringify(truth));
  aftermint('simulate', '--truth', join(folder, 'truth.json'), '--seed', '5', '--store', store);
  for (const as of ['ndjson', 'parquet']) aftermint('export', store, '--out', join(folder, as), '--as', as);
  db = await (await DuckDBInstance.create(':memory:')).connect();
  await db.run("SET TimeZone = 'UTC'");
  for (const table of tables) {
    await db.run(`CREATE VIEW ${table} AS SELECT * FROM '${join(folder, 'parquet', `${table}.parquet`)}'`);
  }
  for (const view of ['first_assignments', 'unit_outcomes', 'arm_results']) {
    await db.run(readFileSync(join(root, `examples/warehouse/${view}.sql`), 'utf8'));
  }
});

after(() => rmSync(folder, { recursive: true, force: true }));

for (const table of tables) {
  test(`${table} in Parquet has the rows of NDJSON`, async () => {
    const lines = readFileSync(join(folder, 'ndjson', `${table}.ndjson`), 'utf8').split('\n');
    const expected = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    for (const row of expected) {
      for (const name of Object.keys(row)) {
        if (name.endsWith('_at') && row[name] !== null) row[name] = Date.parse(row[name]);
        if (name === 'arms') row[name] = JSON.stringify(row[name]);
      }
    }
    const found = await rowsOf(`SELECT * FROM ${table}`);
    assert.equal(found.length, expected.length);
    for (const [at, row] of expected.entries()) assert.deepEqual(found[at], row, `row ${at}`);
  });
}

test('columns have types', async () => {
  const described = await rowsOf('DESCRIBE offers');
  const types = Object.fromEntries(described.map((column) => [column.column_name, column.column_type]));
  assert.equal(types.unit, 'VARCHAR');
  assert.equal(types.amount, 'BIGINT');
  assert.equal(types.seen, 'BOOLEAN');
  assert.equal(types.seen_at, 'TIMESTAMP WITH TIME ZONE');
  assert.equal(types.arms, 'JSON');
});

test('a large table has several row groups', { skip: !isLong && 'set AFTERMINT_ALL=1' }, async () => {
  const file = join(folder, 'parquet', 'offers.parquet');
  const [{ groups }] = await rowsOf(`SELECT max(row_group_id) + 1 AS groups FROM parquet_metadata('${file}')`);
  assert.ok(groups > 1, `${groups} row groups`);
});

for (const compared of ['offer', 'placement', 'experiment']) {
  test(`the views give the report by ${compared}`, async () => {
    const report = JSON.parse(aftermint('report', store, '--by', compared, '--json'));
    assert.equal(report.windowDays, 30);
    const expected = new Map();
    for (const group of report.groups) {
      for (const arm of group.arms) {
        expected.set(`${group[compared]}/${arm.name}`, {
          visitors: arm.assigned,
          orders: arm.orders,
          gross: arm.gross,
          refunded: arm.refunded,
          // In an experiment, the report also counts other offers that the arm led to.
          ...(compared === 'experiment'
            ? {}
            : { seen: arm.seen, declined: arm.declined, accepted: arm.accepted, kept: arm.kept }),
        });
      }
    }
    assert.ok(expected.size > 0, `the simulation has a comparison by ${compared}`);
    const found = new Map();
    for (const row of await rowsOf(`SELECT * FROM arm_results WHERE compared = '${compared}'`)) {
      const names = Object.keys(expected.values().next().value);
      found.set(`${row.slice}/${row.arm}`, Object.fromEntries(names.map((name) => [name, row[name]])));
      assert.equal(row.net, row.gross - row.refunded);
      assert.ok(row.net_standard_error > 0);
    }
    assert.deepEqual(Object.fromEntries([...found].sort()), Object.fromEntries([...expected].sort()));
  });
}
