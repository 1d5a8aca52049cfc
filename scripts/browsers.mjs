// `npm run browsers`: sets the table of docs/browsers.md from what the last run of every browser left in build/reports.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeTable, ofNodeTest, ofPlaywright, setTable } from './lib/browserTable.mjs';
import { at, isMain, main, Plain } from './lib/project.mjs';

const place = at('docs/browsers.md');

function report(name) {
  const path = at('build/reports', name);
  if (!existsSync(path)) throw new Plain(`${path} is missing: run \`npm test -- browsers webkit\` first.`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function browsers() {
  const runs = [...ofPlaywright(report('e2e.json')), ofNodeTest(report('webkit.json'))];
  const onceOnly = JSON.parse(readFileSync(at('e2e/onceOnly.json'), 'utf8'));
  writeFileSync(place, setTable(readFileSync(place, 'utf8'), makeTable(runs, onceOnly)));
  for (const { name, version, passed, failed, skipped } of runs) {
    console.log(`${name} ${version}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}

if (isMain(import.meta.url)) await main(async () => browsers());
