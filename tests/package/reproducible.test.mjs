// A second build from nothing, at another path and in another environment, gives the same bytes for every file of dist/.
// It takes minutes, so it needs AFTERMINT_ALL=1.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { at, must, node } from '../../scripts/lib/project.mjs';
import { copyOfTree } from './lib/copyOfTree.mjs';

const skip = process.env.AFTERMINT_ALL ? false : 'it compiles everything again: set AFTERMINT_ALL=1';

/** What a build must not depend on. */
const otherEnvironment = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'C',
  LC_ALL: 'C',
  COLUMNS: '40',
  SOURCE_DATE_EPOCH: '1000000000',
  CCACHE_DISABLE: '1', // a compiler cache would give back the first build's objects
};

/** The SHA-384 of every file below a folder, by its path there. */
function hashesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path), createHash('sha384').update(readFileSync(path)).digest('base64')]),
  );
}

describe('a second build', { skip }, () => {
  let copy;

  before(async () => {
    copy = await copyOfTree();
  });

  after(() => copy?.remove());

  it('gives the same SHA-384 for every file of dist/', async () => {
    const work = "const { build } = await import('./scripts/build.mjs'); await build();";
    await must(node, ['--input-type=module', '-e', work], { cwd: copy.folder, env: otherEnvironment });
    const first = hashesOf(at('dist'));
    assert.ok(Object.keys(first).length > 20, 'dist/ is not empty');
    assert.deepEqual(hashesOf(join(copy.folder, 'dist')), first);
  });
});
