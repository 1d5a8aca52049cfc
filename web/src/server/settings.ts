/** @file What `createAftermint` takes from the environment and from files if the team does not give it. */
import { readFile } from 'node:fs/promises';
import type { Collector } from './events.js';
import type { Paths } from './http.js';

/** The book as JSON text or as an object. A text that does not begin like JSON is the path of its file. */
export async function readBook(book: string | URL | object): Promise<string | object> {
  if (typeof book === 'object' && !(book instanceof URL)) return book;
  if (typeof book === 'string' && /^\s*[{[]/.test(book)) return book;
  try {
    return await readFile(book, 'utf8');
  } catch (error) {
    throw new TypeError(`the book "${String(book).slice(0, 200)}" is neither JSON nor a file: ${String(error)}`, {
      cause: error,
    });
  }
}

/** The collector of the options, or that of `AFTERMINT_COLLECTOR` with the first key of `AFTERMINT_EVENT_KEYS`. */
export function collectorOf(
  given: Collector | undefined,
  env: Record<string, string | undefined>,
): Collector | undefined {
  if (given || !env.AFTERMINT_COLLECTOR) return given;
  return { url: env.AFTERMINT_COLLECTOR, key: (env.AFTERMINT_EVENT_KEYS ?? '').split(',', 1)[0]!.trim() };
}

/** The addresses below `base`, as `/aftermint`; an address in `given` stays as it is. */
export function pathsOf(base: string, given: Partial<Paths>): Paths {
  if (!/^(\/[\w.~-]+)*$/.test(base)) throw new TypeError(`base is a path as "/aftermint", not "${base}"`);
  return {
    accept: `${base}/offers/accept`,
    book: `${base}/book.json`,
    events: `${base}/events`,
    files: base || '/aftermint',
    ...given,
  };
}
