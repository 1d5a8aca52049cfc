// `npm run size`: compressed sizes of the package, compared with wasm/budget.json. `-- --land` records today's sizes
// there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, isMain, main, Plain } from './lib/project.mjs';

const budgetPath = at('wasm/budget.json');
const number = (value) => value.toLocaleString('en-GB').padStart(8);

/** The brotli bytes of each file in the budget, and of all files that a page loads first. */
function measure(budget) {
  if (!existsSync(at('dist/inventory.json'))) throw new Plain('There is no dist/: run `npm run build` first.');
  const { files } = JSON.parse(readFileSync(at('dist/inventory.json'), 'utf8'));
  const sizes = {};
  for (const name of Object.keys(budget.files)) {
    const entry = files.find(({ file }) => file === name);
    if (!entry) throw new Plain(`wasm/budget.json names ${name}, but dist/ does not have it.`);
    sizes[name] = entry.brotli;
  }
  return { sizes, total: budget.page.files.reduce((sum, name) => sum + sizes[name], 0) };
}

function land(budget, { sizes, total }) {
  for (const [name, entry] of Object.entries(budget.files)) entry.landed = sizes[name];
  budget.page.landed = total;
  writeFileSync(budgetPath, `${JSON.stringify(budget, null, 2)}\n`);
}

/** Prints the sizes. Throws if one exceeds its recorded size by more than the tolerance, or its limit. */
export function checkSizes({ landing = false, quiet = false } = {}) {
  const budget = JSON.parse(readFileSync(budgetPath, 'utf8'));
  const measured = measure(budget);
  if (landing) land(budget, measured);
  const rows = [
    ...Object.entries(budget.files).map(([name, entry]) => ({ name, now: measured.sizes[name], ...entry })),
    { name: 'page in all', now: measured.total, landed: budget.page.landed, limit: budget.page.limit },
  ];
  const faults = [];
  if (!quiet) console.log('brotli bytes                 now   landed    limit');
  for (const { name, now, landed, limit } of rows) {
    if (!quiet) console.log(`${name.padEnd(24)}${number(now)} ${number(landed)} ${number(limit)}`);
    const grown = Math.floor(landed * (1 + budget.toleranceBps / 10_000));
    if (now > limit) faults.push(`${name} has ${now} bytes; its limit is ${limit}.`);
    else if (now > grown) {
      faults.push(
        `${name} grew from ${landed} to ${now} bytes: make it smaller, or record it with \`npm run size -- --land\`.`,
      );
    }
  }
  if (faults.length > 0) throw new Plain(faults.join('\n'));
}

if (isMain(import.meta.url)) await main(async () => checkSizes({ landing: process.argv.includes('--land') }));
