// Aftermint in a page: the shipped module, called directly (JSON text) and through the package's code (objects).
import factory from '../../../build/wasm/aftermint-page.mjs';
import { makeBookLoader } from '../../../web/src/loadBook.ts';
import { makeBook } from '../book.mjs';

export const wasm = 'dist/aftermint-page.wasm';
export const write = (world) => JSON.stringify(makeBook(world));
export const start = async (read) => factory({ wasm: await read(wasm) });

/** Opens a book in the module and returns its number. */
export function openBook(glue, text) {
  const opened = JSON.parse(glue.open(text));
  if (!opened.ok) throw new Error(`the book is refused: ${JSON.stringify(opened.error)}`);
  return opened.book;
}

/** The package as a page loads it. Its two requests are answered here. */
export async function openCore(text, read, glue = factory) {
  const bytes = { book: text, wasm: await read(wasm) };
  const source = { book: 'book', wasm: 'wasm', integrity: '' };
  return makeBookLoader(glue, source, async (url) => new Response(bytes[url]))({ lines: [] });
}

/** The function of the package that decides. */
export const decideOf = (core) => (moment) => core.decide(moment);

export default {
  package: 'aftermint',
  forms: [
    {
      name: 'object in, decision out',
      oursIn: 'Chromium',
      write,
      start: (read) => read,
      open: async (text, read) => decideOf(await openCore(text, read)),
    },
    {
      name: 'text in, text out',
      isText: true,
      write,
      start,
      open(text, glue) {
        const book = openBook(glue, text);
        return (moment) => glue.decide(book, moment);
      },
    },
  ],
};
