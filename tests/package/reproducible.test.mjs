// A second build, at another path and in another environment, gives the same bytes for every file of dist/.
//
// The default run takes from build/ what takes minutes: the compiled modules, the native program, and Binaryen's work
// on the workshop's module. It repeats the rest: Binaryen on the page's module, bundles, typings, manifest and
// inventory. With AFTERMINT_ALL=1 the second build compiles everything from nothing.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { at, must, node } from '../../scripts/lib/project.mjs';
import { copyOfTree } from './lib/copyOfTree.mjs';

const compiled = [
  'build/native/aftermint',
  ...['page.mjs', 'page.wasm', 'workshop.mjs', 'workshop.wasm'].map((name) => `build/wasm/aftermint-${name}`),
  'build/package/aftermint-workshop.wasm',
  'build/package/aftermint-workshop.wasm.stamp',
];

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

describe('a second build', () => {
  let copy;

  before(async () => {
    copy = await copyOfTree(process.env.AFTERMINT_ALL ? [] : compiled);
  });

  after(() => copy?.remove());

  it('gives the same SHA-384 for every file of dist/', async () => {
    const work = process.env.AFTERMINT_ALL
      ? "const { build } = await import('./scripts/build.mjs'); await build();"
      : "const { pack } = await import('./scripts/pack.mjs'); await pack();";
    await must(node, ['--input-type=module', '-e', work], { cwd: copy.folder, env: otherEnvironment });
    const first = hashesOf(at('dist'));
    assert.ok(Object.keys(first).length > 20, 'dist/ is not empty');
    assert.deepEqual(hashesOf(join(copy.folder, 'dist')), first);
  });
});
