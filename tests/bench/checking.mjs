// Checking a whole book natively. Every offer has its own copy, so every text is checked.
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { at, must } from '../../scripts/lib/project.mjs';
import { catalogue, productsFor } from './makeCatalogue.mjs';

async function write(file, pieces) {
  const out = createWriteStream(file);
  for (const piece of pieces) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

/** One row: nanoseconds to read a book with this many offers, and to check it. */
export async function measureChecking(offers, rounds) {
  mkdirSync(at('build/bench'), { recursive: true });
  const file = at(`build/bench/distinct-${offers}.json`);
  await write(file, catalogue(productsFor(offers), { distinct: true }));
  const measured = JSON.parse(
    await must(at('build/native/aftermint_bench_check'), [file, String(rounds)], { capture: true }),
  );
  if (measured.offers !== offers) throw new Error(`${file} has ${measured.offers} offers instead of ${offers}`);
  return measured;
}
