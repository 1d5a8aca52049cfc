/** @file `cmake --install` and `find_package(aftermint)`: another project builds against the installed libraries. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { at } from '../../scripts/lib/project.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aftermint-install-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' });

test('a project finds the installed libraries, builds, and gives the same decision as the program', () => {
  const prefix = join(folder, 'prefix');
  const build = join(folder, 'build');
  run('cmake', '--install', at('build/native'), '--prefix', prefix);
  run('cmake', '-G', 'Ninja', '-S', at('tests/install'), '-B', build, `-DCMAKE_PREFIX_PATH=${prefix}`);
  run('cmake', '--build', build);
  const given = [at('tests/golden/book.json'), at('tests/golden/moment.json')];
  const decided = run(join(build, 'shop'), ...given);
  assert.equal(decided, run(join(prefix, 'bin/aftermint'), 'decide', ...given, '--json'));
  assert.equal(JSON.parse(decided).ok, true);
  assert.notEqual(JSON.parse(decided).offer, null);
});
