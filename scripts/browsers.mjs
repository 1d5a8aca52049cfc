// `npm run browsers`: writes the tables of docs/browsers.md and README.md from the reports of the last runs
// (build/reports).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeRows, makeTable, ofNodeTest, ofPlaywright, setTable } from './lib/browserTable.mjs';
import { at, isMain, main, Plain } from './lib/project.mjs';

function put(name, table) {
  const place = at(name);
  try {
    writeFileSync(place, setTable(readFileSync(place, 'utf8'), table));
  } catch (error) {
    throw new Plain(`${name}: ${error.message}`);
  }
}

function report(name) {
  const path = at('build/reports', name);
  if (!existsSync(path)) throw new Plain(`${path} is missing: run \`npm test -- browsers webkit\` first.`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function browsers() {
  const runs = [...ofPlaywright(report('e2e.json')), ofNodeTest(report('webkit.json'))];
  const onceOnly = JSON.parse(readFileSync(at('e2e/onceOnly.json'), 'utf8'));
  put('docs/browsers.md', makeTable(runs, onceOnly));
  put('README.md', makeRows(runs));
  for (const { name, version, passed, failed, skipped } of runs) {
    console.log(`${name} ${version}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}

if (isMain(import.meta.url)) await main(async () => browsers());
