// `npm run newcomer`: walks the way of a new team on five stacks and prints a table. `-- express vue` walks only those.
import { isMain, main, Plain } from '../../scripts/lib/project.mjs';
import { packPackage } from './lib/shop.mjs';
import { stacks } from './lib/stacks.mjs';
import { walk } from './lib/walk.mjs';

/** The most lines that a team may have to write. */
export const kMostLines = 24;

async function run(words) {
  const wanted = stacks.filter(({ name }) => words.length === 0 || words.some((w) => name.toLowerCase().includes(w)));
  if (wanted.length === 0)
    throw new Plain(`There is no such stack. There are: ${stacks.map(({ name }) => name).join(', ')}`);
  const packed = packPackage();
  const rows = [];
  try {
    for (const stack of wanted) {
      console.error(`${stack.name}, by ${stack.document} …`);
      const { lines, seconds } = await walk(stack, packed.tarball);
      rows.push(
        `| ${stack.name} | [${stack.document.replace('docs/', '')}](${stack.document.replace('docs/', '')}) | ${lines.length} | ${Math.round(seconds)} |`,
      );
    }
  } finally {
    packed.remove();
  }
  console.log('| stack | document | lines by hand | seconds |\n|---|---|--:|--:|');
  for (const row of rows) console.log(row);
}

if (isMain(import.meta.url)) await main(() => run(process.argv.slice(2).map((word) => word.toLowerCase())));
