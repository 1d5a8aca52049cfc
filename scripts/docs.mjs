// `npm run docs`: writes the tables of widget/README.md from the classes of the elements, the code of docs/frameworks.md from
// the examples, docs/book.md from the schema of a book, and the script tag of README.md. dist/ must be built. `-- --check`
// only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeScriptTag, setScriptTag } from './lib/cdn.mjs';
import { at, isMain, main, Plain } from './lib/project.mjs';

function put(name, change, check) {
  const before = existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '';
  const after = change(before);
  if (before === after) return;
  if (check) throw new Plain(`${name} is out of date: run \`npm run build\` and \`npm run docs\`.`);
  writeFileSync(at(name), after);
  console.log(`wrote ${name}`);
}

/** Writes the tag with the integrity of dist/aftermint.js into README.md. */
export function writeScriptTag({ check = false } = {}) {
  const inventory = JSON.parse(readFileSync(at('dist/inventory.json'), 'utf8'));
  put('README.md', (text) => setScriptTag(text, makeScriptTag(inventory)), check);
}

async function docs({ check }) {
  // Imported here, because they import npm packages, which a fresh clone does not have before `setup`.
  const { makeManifest } = await import('./lib/manifest.mjs');
  const { makeTables, setTables } = await import('./lib/elementTables.mjs');
  put('widget/README.md', (text) => setTables(text, makeTables(makeManifest())), check);
  const { syncBlocks } = await import('./lib/syncBlocks.mjs');
  put('docs/frameworks.md', syncBlocks, check);
  const { makeBookReference } = await import('./lib/bookReference.mjs');
  const example = /^<!-- book\.json -->\n```json\n(.*?)^```$/ms.exec(
    readFileSync(at('docs/quick-start.md'), 'utf8'),
  )[1];
  const schema = JSON.parse(readFileSync(at('dist/book.schema.json'), 'utf8'));
  put('docs/book.md', () => makeBookReference(schema, example), check);
  writeScriptTag({ check });
}

if (isMain(import.meta.url)) await main(() => docs({ check: process.argv.includes('--check') }));
