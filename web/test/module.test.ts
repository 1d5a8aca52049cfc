import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import factory from '../../build/wasm/aftermint-page.mjs';

const kWasm = new URL('../../build/wasm/aftermint-page.wasm', import.meta.url);
const kBook = new URL('../../demo/books/demo.json', import.meta.url);

describe('the factory of the page’s module', () => {
  it('rejects where the bytes do not start, and leaves no rejection unheard', async (t) => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    t.after(() => process.off('unhandledRejection', hear));
    const noModule = new TextEncoder().encode('<html>');
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]); // a module, but none of ours
    for (const wasm of [noModule, empty]) await assert.rejects(factory({ wasm }));
    await new Promise((done) => setImmediate(done));
    assert.deepEqual(unheard, []);
  });
});

describe('the doors', () => {
  let glue: Glue;
  before(async () => {
    glue = await factory({ wasm: await readFile(kWasm) });
  });
  const pointerOf = (key: string) => JSON.parse(glue.open(JSON.stringify({ [key]: 1 }))).error.pointer;

  it('let text of every language pass unharmed, in and out', () => {
    for (const text of ['', 'é', '€', '😀', '\ufeffmark', 'a\u0000b', 'x'.repeat(5000)]) {
      assert.equal(pointerOf(text), `/${text}`);
    }
  });

  it('let half a letter pass as the mark for it', () => {
    const pointer = JSON.parse(glue.open('{"\ud800":1}')).error.pointer;
    assert.equal(pointer, '/\ufffd');
  });

  it('take a number for a book and give nothing back where there is nothing to give', async () => {
    const { book } = JSON.parse(glue.open(await readFile(kBook, 'utf8')));
    assert.equal(glue.close(book), undefined);
    assert.equal(JSON.parse(glue.decide(book, '{}')).error.code, 'no_book');
  });

  it('take no text for which there is no memory, and stay open', (t) => {
    t.mock.method(WebAssembly.Memory.prototype, 'grow', () => {
      throw new RangeError('no more');
    });
    assert.throws(() => glue.open(' '.repeat(8_000_000)), RangeError);
    assert.equal(pointerOf('after'), '/after');
  });

  it('stay open after a text larger than the memory was', () => {
    const large = JSON.stringify({ x: 'a'.repeat(20_000_000) });
    assert.equal(JSON.parse(glue.open(large)).ok, false);
    assert.equal(pointerOf('after'), '/after');
  });
});
