// `npm run docs`: sets the tables of widget/README.md from what the elements' classes say. `-- --check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { at, isMain, main, Plain } from './lib/project.mjs';

const place = at('widget/README.md');

async function docs({ check }) {
  // Only now: these import npm packages, which a fresh clone has not had until `setup`.
  const { makeManifest } = await import('./lib/manifest.mjs');
  const { makeTables, setTables } = await import('./lib/elementTables.mjs');
  const before = readFileSync(place, 'utf8');
  const after = setTables(before, makeTables(makeManifest()));
  if (before === after) return;
  if (check) throw new Plain('widget/README.md is not what the elements say of themselves: run `npm run docs`.');
  writeFileSync(place, after);
}

if (isMain(import.meta.url)) await main(() => docs({ check: process.argv.includes('--check') }));
