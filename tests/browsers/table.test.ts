// The table of browsers has the results of every browser, and each skipped case with its reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import config from '../../playwright.config.js';
import { makeTable, ofNodeTest, ofPlaywright, setTable } from '../../scripts/lib/browserTable.mjs';

const page = new URL('../../docs/browsers.md', import.meta.url);

const version = (name: string) => ({ type: 'browser', description: `${name} 1.2` });
const outcome = (projectName: string, status: string, why = '') => ({
  projectName,
  status,
  annotations: [...(status === 'skipped' ? [{ type: 'skip', description: why }] : []), version(projectName)],
});
const playwright = {
  config: { projects: [{ name: 'chromium' }, { name: 'firefox' }] },
  stats: { startTime: '2026-11-25T10:00:00.000Z' },
  suites: [
    {
      specs: [{ title: 'pays', tests: [outcome('chromium', 'expected'), outcome('firefox', 'unexpected')] }],
      suites: [
        {
          specs: [
            { title: 'waits', tests: [outcome('chromium', 'flaky'), outcome('firefox', 'skipped', 'it cannot wait')] },
          ],
        },
      ],
    },
  ],
};
const webkit = {
  date: '2026-11-26T10:00:00.000Z',
  passed: 3,
  failed: 0,
  skipped: 1,
  skips: [{ name: 'draws', why: 'no driver' }],
  browsers: ['WebKitGTK 2.50.6'],
};

test('cases are counted by their result; a case that passed only after a retry has failed', () => {
  const [chromium, firefox] = ofPlaywright(playwright);
  assert.deepEqual([chromium?.passed, chromium?.failed, chromium?.skipped, chromium?.version], [1, 1, 0, '1.2']);
  assert.deepEqual([firefox?.passed, firefox?.failed, firefox?.skipped], [0, 1, 1]);
});

test('the table names every browser, and every skipped case with its reason', () => {
  const table = makeTable([...ofPlaywright(playwright), ofNodeTest(webkit)], {
    'results.spec.ts': 'the server counts',
  });
  assert.match(table, /^\| firefox \| 1\.2 \| 0 \| 1 \| 1 \| 2026-11-25 \|$/m);
  assert.match(table, /^\| WebKitGTK \| 2\.50\.6 \| 3 \| 0 \| 1 \| 2026-11-26 \|$/m);
  assert.match(table, /^- firefox: it cannot wait: waits\.$/m);
  assert.match(table, /^- WebKitGTK: no driver: draws\.$/m);
  assert.match(table, /^- `results\.spec\.ts`: the server counts\.$/m);
});

test('a browser that did not run is listed, not left out', () => {
  assert.match(makeTable([ofNodeTest({ ...webkit, browsers: [] })], {}), /^\| WebKitGTK \| did not run \|/m);
});

test('only the text between the marks is replaced, and a page without marks is refused', () => {
  const before = readFileSync(page, 'utf8');
  const after = setTable(before, 'TABLE');
  assert.equal(setTable(after, 'TABLE'), after);
  assert.equal(after.slice(0, 40), before.slice(0, 40));
  assert.throws(() => setTable('a page', 'TABLE'), /has no/);
});

test('docs/browsers.md has a row for every browser that the suites run in', () => {
  const text = readFileSync(page, 'utf8');
  const names = [...(config.projects ?? []).map(({ name }) => name ?? ''), 'WebKitGTK'];
  assert.deepEqual(
    names.filter((name) => !new RegExp(`^\\| ${name} \\|`, 'm').test(text)),
    [],
  );
});
