// Ours natively: the books and moments as files, and `aftermint_bench` over them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { at, must } from '../../scripts/lib/project.mjs';
import { makeBook } from './book.mjs';
import { makeCase, makeWorld } from './world.mjs';

/** One row: the stages of a decision, the load, and what the book holds in memory. */
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
  if (measured.offer !== winner) throw new Error(`natively ${measured.offer} is offered where ${winner} must win`);
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
