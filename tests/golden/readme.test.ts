// The book in the README is complete: `check` finds nothing in it, and its offer is made for the matching order.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const kMoment = {
  placement: 'checkout',
  time: '2026-11-30T10:00:00Z',
  locale: 'en-GB',
  order: { currency: 'GBP', lines: [{ product: 'board', quantity: 1, price: 5800 }] },
};

function aftermint<T>(...args: string[]): T {
  const { stdout, stderr } = spawnSync('build/native/aftermint', [...args, '--json'], { encoding: 'utf8' });
  assert.ok(stdout, stderr);
  return JSON.parse(stdout) as T;
}

test('the book in the README passes the check and makes its offer', () => {
  const [, book] = /^## Write offers$.*?^```json\n(.*?)^```$/ms.exec(readFileSync('README.md', 'utf8')) ?? [];
  assert.ok(book, 'README.md has no book under "Write offers"');
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  try {
    const [bookFile, momentFile] = [join(folder, 'book.json'), join(folder, 'moment.json')];
    writeFileSync(bookFile, book);
    writeFileSync(momentFile, JSON.stringify(kMoment));
    assert.deepEqual(aftermint<{ findings: unknown[] }>('check', bookFile).findings, []);
    assert.equal(aftermint<{ offer: string | null }>('decide', bookFile, momentFile).offer, 'wax-with-board');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
