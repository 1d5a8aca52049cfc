// The version is declared once, in package.json; what is built has the same one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { at } from '../../scripts/lib/project.mjs';
import { jsonOf, textOf } from './lib/built.mjs';

const { version } = jsonOf('package.json');

describe('the version of package.json', () => {
  it('is a semantic version', () => assert.match(version, /^\d+\.\d+\.\d+$/));

  it('is the one of the lockfile', () => {
    const lock = jsonOf('package-lock.json');
    assert.deepEqual([lock.version, lock.packages[''].version], [version, version]);
  });

  it('is the one CMake configured the native program with', () => {
    const cache = readFileSync(at('build/native/CMakeCache.txt'), 'utf8');
    assert.equal(/^CMAKE_PROJECT_VERSION:STATIC=(.*)$/m.exec(cache)?.[1], version);
  });

  it('is in a custom section of each WebAssembly module', () => {
    for (const name of ['page', 'workshop']) {
      const module = new WebAssembly.Module(readFileSync(at(`dist/aftermint-${name}.wasm`)));
      const sections = WebAssembly.Module.customSections(module, 'aftermint').map((bytes) =>
        Buffer.from(bytes).toString(),
      );
      assert.deepEqual(sections, [version], name);
    }
  });

  it('is the one of the inventory', () => assert.equal(jsonOf('dist/inventory.json').version, version));

  it('is written into the script and the module', () => {
    for (const file of ['dist/aftermint.js', 'dist/aftermint.mjs']) {
      assert.match(textOf(file), new RegExp(`["\`]${version.replaceAll('.', '\\.')}["\`]`), file);
    }
  });
});
