/** Random books and moments with their decisions by the shipped page module, for tests of properties. */
import assert from 'node:assert/strict';
import type { Decision, Trace } from '../../web/src/types.js';
import { type Doors, opened, page } from './modules.js';
import type { Book, LooseMoment } from './oracle/world.js';
import { Random, randomBook, randomMoment } from './random.js';

const kSeeds = 4_000;

export interface Pair {
  seed: number;
  book: Book;
  moment: LooseMoment;
  decided: Decision;
}

let doors: Doors;
const pairs: Pair[] = [];

export function decide(book: object, moment: object): Decision {
  const number = opened(doors, JSON.stringify(book));
  const answer = JSON.parse(doors.decide(number, JSON.stringify(moment))) as Decision;
  doors.close(number);
  assert.equal(answer.ok, true, JSON.stringify(answer));
  return answer;
}

/** Opens the module and decides every pair; before the tests of a file. */
export async function decidePairs(): Promise<void> {
  doors = await page();
  for (let seed = 0; seed < kSeeds; seed += 1) {
    const random = new Random(seed);
    const book = randomBook(random) as Book;
    const moment = randomMoment(random) as LooseMoment;
    pairs.push({ seed, book, moment, decided: decide(book, moment) });
  }
}

/** Runs `body` for every pair that is `fit`. Fails if there are fewer than `least`. */
export function each(body: (pair: Pair) => void, fit: (pair: Pair) => boolean = () => true, least = 20): void {
  let count = 0;
  for (const pair of pairs) {
    if (!fit(pair)) continue;
    count += 1;
    try {
      body(pair);
    } catch (error) {
      throw new Error(`seed ${pair.seed}`, { cause: error });
    }
  }
  assert.ok(count >= least, `only ${count} pairs fit the test`);
}

export const isOffered = ({ decided }: Pair) => decided.offer !== null;
export const without = (trace: Trace[], id: string) => trace.filter(({ offer }) => offer !== id);
