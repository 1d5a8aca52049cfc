/** @file Tests of the page module as built. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import factory from '../../build/wasm/aftermint-page.mjs';

const kWasm = new URL('../../build/wasm/aftermint-page.wasm', import.meta.url);
const kBook = new URL('../../demo/books/demo.json', import.meta.url);

describe('the factory of the page module', () => {
  it('rejects if the bytes do not start, without an unhandled rejection', async (t) => {
    const unhandled: unknown[] = [];
    const record = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', record);
    t.after(() => process.off('unhandledRejection', record));
    const noModule = new TextEncoder().encode('<html>');
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]); // a valid module, but not ours
    for (const wasm of [noModule, empty]) await assert.rejects(factory({ wasm }));
    await new Promise((done) => setImmediate(done));
    assert.deepEqual(unhandled, []);
  });
});

describe('the functions of the page module', () => {
  let glue: Glue;
  before(async () => {
    glue = await factory({ wasm: await readFile(kWasm) });
  });
  const pointerOf = (key: string) => JSON.parse(glue.open(JSON.stringify({ [key]: 1 }))).error.pointer;

  it('keep text in every script unchanged, in both directions', () => {
    for (const text of ['', 'é', '€', '😀', '\ufeffmark', 'a\u0000b', 'x'.repeat(5000)]) {
      assert.equal(pointerOf(text), `/${text}`);
    }
  });

  it('replace half of a surrogate pair by U+FFFD', () => {
    const pointer = JSON.parse(glue.open('{"\ud800":1}')).error.pointer;
    assert.equal(pointer, '/\ufffd');
  });

  it('identify a book by a number, and close it', async () => {
    const { book } = JSON.parse(glue.open(await readFile(kBook, 'utf8')));
    assert.equal(glue.close(book), undefined);
    assert.equal(JSON.parse(glue.decide(book, '{}')).error.code, 'no_book');
  });

  it('throw if there is no memory for a text, and work afterwards', (t) => {
    t.mock.method(WebAssembly.Memory.prototype, 'grow', () => {
      throw new RangeError('no more');
    });
    assert.throws(() => glue.open(' '.repeat(8_000_000)), RangeError);
    assert.equal(pointerOf('after'), '/after');
  });

  it('work after a text larger than the memory', () => {
    const large = JSON.stringify({ x: 'a'.repeat(20_000_000) });
    assert.equal(JSON.parse(glue.open(large)).ok, false);
    assert.equal(pointerOf('after'), '/after');
  });
});
