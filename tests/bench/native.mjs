// Aftermint natively: writes books and moments to files and runs `aftermint_bench` on them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { at, must } from '../../scripts/lib/project.mjs';
import { makeBook } from './book.mjs';
import { makeCase, makeWorld } from './world.mjs';

/** One row: the stages of a decision, the time to load the book, and its memory. */
export async function measureNative(offers, conditions, rounds) {
  mkdirSync(at('build/bench'), { recursive: true });
  const world = makeWorld(offers, conditions);
  const { moment, winner } = makeCase(world, 'last');
  const [book, asked] = [at(`build/bench/book-${offers}.json`), at(`build/bench/moment-${offers}.json`)];
  writeFileSync(book, JSON.stringify(makeBook(world)));
  writeFileSync(asked, JSON.stringify(moment));
  const measured = JSON.parse(
    await must(at('build/native/aftermint_bench'), [book, asked, String(rounds)], { capture: true }),
  );
  if (measured.offer !== winner) throw new Error(`the native core offers ${measured.offer} instead of ${winner}`);
  return {
    host: 'native',
    engine: 'aftermint',
    form: 'text in, text out',
    role: 'native',
    offers,
    conditions,
    ...measured,
  };
}
