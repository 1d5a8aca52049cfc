// The C++ tests of the ClickHouse store against today's engine: npm's `chdb`, 566 MB, which only a long run installs.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const folder = join(root, 'build/chdb');
const version = '3.4.0';

function install() {
  if (existsSync(join(folder, 'node_modules/chdb/package.json'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `chdb@${version}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}

/** The first line of a program's standard output. */
async function firstLine(child) {
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the engine ended before it served');
}

test('the ClickHouse store gives the same readings on a current engine', { timeout: 1_800_000 }, async () => {
  install();
  const data = mkdtempSync(join(tmpdir(), 'aftermint-chdb-'));
  const server = spawn(process.execPath, [join(here, 'chdbServer.mjs'), folder, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [url, engine] = (await firstLine(server)).split(' ');
    console.log(`ClickHouse ${engine}`);
    // The library has one session for all, so two readings at once would make the same temporary tables.
    const { AFTERMINT_ALL: _, ...environment } = process.env; // the short histories
    const filter = 'Each/*clickhouse:ClickHouse.*-*AtOnce*';
    const ran = spawn(
      join(root, 'build/native/tests/aftermint_tests'),
      ['--gtest_brief=1', `--gtest_filter=${filter}`],
      {
        env: { ...environment, AFTERMINT_TEST_CLICKHOUSE: url },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    ran.stdout.on('data', (part) => {
      output += part;
      process.stdout.write(part);
    });
    const code = await new Promise((done) => ran.on('close', done));
    assert.equal(code, 0);
    assert.match(output, /\[ {2}PASSED {2}\] [1-9]\d+ tests/);
    assert.doesNotMatch(output, /SKIPPED/);
  } finally {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
});
