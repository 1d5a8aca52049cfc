/** @file Tests of loading a book, whole or in shards. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Failure } from '../src/failure.js';
import { makeBookLoader } from '../src/loadBook.js';
import { shardOf } from '../src/shardOf.js';
import type { Line } from '../src/types.js';

const kHead = { shards: { count: 2, common: ['c0/common'], groups: ['a0', 'b1'] }, id: 'shop', version: 1 };
const part = (...products: string[]) =>
  JSON.stringify({ products: products.map((id) => ({ id })), offers: [{ id: 'everywhere' }], experiments: [] });
const kFiles: Record<string, string> = {
  'book.json': JSON.stringify(kHead),
  'a0/0.json': part('even', 'both'),
  'b1/1.json': part('odd', 'both'),
  'c0/common.json': part('gift'),
};

/** One product in each of the two shards. */
const [kInFirst, kInSecond] = [0, 1].map((shard) => {
  const found = ['p', 'q', 'r', 's', 't', 'u'].find((product) => shardOf(product, 2) === shard);
  assert.ok(found);
  return found;
}) as [string, string];
const linesOf = (...products: string[]): { lines: Line[] } => ({
  lines: products.map((product) => ({ product, quantity: 1, price: 0 })),
});

/** A book loader with files and a core that records the books it opens. */
function open(over: Record<string, () => string | Response> = {}, book = '/cdn/book.json') {
  const asked: string[] = [];
  const opened: { products: { id: string }[] }[] = [];
  const closed: number[] = [];
  const glue = {
    open: (text: string) => {
      if (text.includes('broken')) return '{"ok":false,"error":{"code":"book_schema","pointer":"/products/0"}}';
      return JSON.stringify({ ok: true, book: opened.push(JSON.parse(text)), deadlineMs: 600, reads: [] });
    },
    decide: () => '',
    view: () => '',
    close: (number: number) => void closed.push(number),
    addMessages: () => undefined,
  };
  const loadBook = makeBookLoader(
    async () => glue,
    { book, wasm: '/core.wasm', integrity: '' },
    async (url) => {
      if (url === '/core.wasm') return new Response('');
      asked.push(url);
      const name = url.replace(/^.*cdn\//, '');
      const answer = over[name]?.() ?? kFiles[name];
      return answer instanceof Response
        ? answer
        : new Response(answer ?? '', { status: answer === undefined ? 404 : 200 });
    },
  );
  const last = () => opened.at(-1)?.products.map(({ id }) => id);
  return { loadBook, asked, opened, closed, last };
}

const fails = (reason: string) => (error: unknown) => error instanceof Failure && error.reason === reason;

describe('a book in shards', () => {
  it('is loaded from the head, the common part and the shards of the order, each entry once', async () => {
    const { loadBook, asked, opened } = open();
    await loadBook(linesOf(kInFirst, kInSecond, kInFirst));
    assert.deepEqual(asked, ['/cdn/book.json', '/cdn/c0/common.json', '/cdn/a0/0.json', '/cdn/b1/1.json']);
    const of = (...ids: string[]) => ids.map((id) => ({ id }));
    const products = of('gift', 'even', 'both', 'odd');
    assert.deepEqual(opened, [{ id: 'shop', version: 1, products, offers: of('everywhere'), experiments: [] }]);
  });

  it('is fetched from next to its head, even if the head’s URL has a query', async () => {
    const { loadBook, asked } = open({ 'book.json?v=1/2': () => JSON.stringify(kHead) }, 'cdn/book.json?v=1/2');
    await loadBook(linesOf(kInFirst));
    assert.deepEqual(asked.slice(1), ['cdn/c0/common.json', 'cdn/a0/0.json']);
  });

  it('grows with each order in the same core, and the previous book is closed', async () => {
    const { loadBook, asked, opened, closed, last } = open();
    const core = await loadBook({ lines: [] });
    assert.deepEqual(last(), ['gift']);
    assert.equal(await loadBook(linesOf(kInFirst)), core);
    assert.equal(await loadBook(linesOf(kInSecond)), core);
    assert.deepEqual(last(), ['gift', 'even', 'both', 'odd']);
    assert.deepEqual(closed.filter(Boolean), [1, 2]);
    await loadBook(linesOf(kInFirst));
    assert.deepEqual([asked.length, opened.length], [4, 3], 'known shards are not requested or opened again');
  });

  it('requests a shard once for two elements', async () => {
    const { loadBook, asked } = open();
    await Promise.all([loadBook({ lines: [] }), loadBook(linesOf(kInFirst)), loadBook(linesOf(kInFirst))]);
    assert.equal(asked.length, 3);
  });

  it('fails if a shard cannot be fetched, and requests it again for the next order', async () => {
    let isGone = true;
    const answers = [() => new Response('', { status: 404 }), () => '{"products":[', () => '<html>'];
    for (const answer of answers) {
      isGone = true;
      const { loadBook, last } = open({ 'a0/0.json': () => (isGone ? answer() : (kFiles['a0/0.json'] ?? '')) });
      await assert.rejects(loadBook(linesOf(kInFirst)), fails('book_fetch'));
      await loadBook(linesOf(kInSecond)); // does not need the missing shard
      isGone = false;
      await loadBook(linesOf(kInFirst));
      assert.deepEqual(last(), ['gift', 'odd', 'both', 'even']);
    }
  });

  it('fails if the core refuses it', async () => {
    const { loadBook } = open({ 'a0/0.json': () => part('broken') });
    await assert.rejects(loadBook(linesOf(kInFirst)), fails('book_schema /products/0'));
  });

  it('fails if its head is incomplete', async () => {
    await assert.rejects(
      open({ 'book.json': () => '{"shards":{"count":2,' }).loadBook(linesOf(kInFirst)),
      fails('book_fetch'),
    );
  });
});

describe('a whole book', () => {
  it('is opened once, unchanged, and nothing else is requested', async () => {
    const { loadBook, asked, opened } = open({ 'book.json': () => '{"products":[]}' });
    const core = await loadBook({ lines: [] });
    assert.equal(await loadBook(linesOf(kInFirst)), core);
    assert.deepEqual([asked, opened], [['/cdn/book.json'], [{ products: [] }]]);
  });
});

describe('the shard of a product', () => {
  it('is found by FNV-1a over UTF-8, as in the program', () => {
    // http://www.isthe.com/chongo/tech/comp/fnv/: "", "a", "foobar".
    assert.equal(shardOf('', 2 ** 20), 0x811c9dc5 & 0xfffff);
    assert.equal(shardOf('a', 2 ** 20), 0xe40c292c & 0xfffff);
    assert.equal(shardOf('foobar', 2 ** 20), 0xbf9cf968 & 0xfffff);
    assert.equal(shardOf('größe', 1), 0);
  });
});
