// 2,500 random books, whole and in shards as `aftermint shard` makes them, loaded by the page's own code: both give the
// same answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { makeBookLoader } from '../../web/src/loadBook.js';
import type { Moment } from '../../web/src/types.js';
import { page } from './modules.js';
import { Random, randomBook, randomMoment } from './random.js';

const kSeeds = 2_500;
/** The numbers of shards; 0: the program chooses. */
const kCounts = [0, 1, 2, 4, 8, 16, 32, 64];

interface AnyBook {
  products: { id: string }[];
  offers: { items: { product: string }[] }[];
}
type Files = Record<string, string>;

/** A random book whose products also have fields that are not sent to pages. */
function bookOf(random: Random): AnyBook {
  const book = randomBook(random) as AnyBook;
  for (const product of book.products) Object.assign(product, { description: 'For people.', url: `/p/${product.id}` });
  return book;
}

/** A random moment, often with a repeated product or with one that is not in the book. */
function momentOf(random: Random): Moment {
  const moment = randomMoment(random) as Moment;
  const { lines } = moment.order;
  const [first] = lines;
  if (first && random.chance(0.3)) lines.push({ ...first, quantity: 2 });
  if (random.chance(0.2)) lines.push({ product: random.pick(['größe', '../💡', 'p99']), quantity: 1, price: 100 });
  return moment;
}

/** The shards of many books, written by one process. */
function shardSets(books: AnyBook[], countOf: (seed: number) => number): Files[] {
  const input = books.map((book, seed) => `${countOf(seed)}\n${JSON.stringify(book)}\n`).join('');
  const output = execFileSync('build/native/aftermint_golden', ['shards'], { input, maxBuffer: 2 ** 30 });
  return output
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Files);
}

/** The page's loader with files in memory, the list of files it requested, and a function that closes its book. */
async function loader(files: Files, book: string) {
  const doors = await shared;
  const asked: string[] = [];
  let last = 0;
  const loadBook = makeBookLoader(
    async () => ({
      ...doors,
      open: (text) => {
        const answer = doors.open(text);
        last = (JSON.parse(answer) as { book?: number }).book ?? last;
        return answer;
      },
    }),
    { book, wasm: '/page.wasm', integrity: '' },
    async (url) => {
      if (url === '/page.wasm') return new Response('');
      asked.push(url);
      const text = files[url.replace('/cdn/', '')];
      return new Response(text ?? '', { status: text === undefined ? 404 : 200 });
    },
  );
  const view = async (moment: Moment) =>
    JSON.stringify((await loadBook(moment.order, moment.page?.product)).view(moment));
  return { asked, view, close: () => doors.close(last) };
}
const shared = page();

const productsOf = ({ order, page }: Moment) =>
  new Set([...order.lines.map((line) => line.product), ...(page?.product ? [page.product] : [])]);

test(`${kSeeds} books in shards give the same decisions and views as whole books`, async () => {
  const randoms = Array.from({ length: kSeeds }, (_, seed) => new Random(seed));
  const books = randoms.map(bookOf);
  const sets = shardSets(books, (seed) => kCounts[seed % kCounts.length] as number);
  const met = { offered: 0, none: 0, common: 0, grown: 0, far: 0 };
  for (const [seed, random] of randoms.entries()) {
    const files = sets[seed] as Files;
    const whole = await loader({ 'book.json': JSON.stringify(books[seed]) }, '/cdn/book.json');
    const inShards = await loader(files, '/cdn/book.json');
    const head = JSON.parse(files['book.json'] ?? '') as { shards: { count: number; common: string[] } };
    const products = new Set<string>();
    // Several orders in the same page: its book grows.
    for (const moment of [momentOf(random), momentOf(random)]) {
      const expected = await whole.view(moment);
      assert.equal(await inShards.view(moment), expected, `seed ${seed}`);
      for (const product of productsOf(moment)) products.add(product);
      const before = inShards.asked.length;
      assert.equal(await inShards.view(moment), expected, `seed ${seed}, asked again`);
      assert.equal(inShards.asked.length, before, `seed ${seed}: nothing is fetched twice`);
      met[expected.includes('"view":null') ? 'none' : 'offered'] += 1;
    }
    // The head, the common part if there is one, and at most one file per product.
    assert.equal(new Set(inShards.asked).size, inShards.asked.length, `seed ${seed}`);
    assert.ok(inShards.asked.length <= 1 + head.shards.common.length + products.size, `seed ${seed}`);
    met.common += head.shards.common.length;
    met.grown += inShards.asked.length > 3 ? 1 : 0;
    met.far += head.shards.count > 8 ? 1 : 0;
    whole.close();
    inShards.close();
  }
  // The test proves little if no offer is made or no book is divided.
  for (const [what, times] of Object.entries(met)) assert.ok(times >= 100, `${what}: ${JSON.stringify(met)}`);
});

test('invalid and unusual orders get the same answers', async () => {
  const random = new Random(7);
  const book = bookOf(random);
  const [files] = shardSets([book], () => 4) as [Files];
  const moment = momentOf(random);
  const answer = async (from: Awaited<ReturnType<typeof loader>>, order: unknown) => {
    try {
      return await from.view({ ...moment, order } as Moment);
    } catch (error) {
      return String(error);
    }
  };
  const whole = await loader({ 'book.json': JSON.stringify(book) }, '/cdn/book.json');
  const inShards = await loader(files, '/cdn/book.json');
  for (const lines of [undefined, null, 3, 'p1', {}, [], [null], [3], [{}], [{ product: null }], [{ product: '' }]]) {
    const order = { ...moment.order, lines };
    assert.equal(await answer(inShards, order), await answer(whole, order), JSON.stringify(lines));
  }
});
