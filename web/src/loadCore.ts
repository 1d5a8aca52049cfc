import { Core } from './core.js';
import { Failure, reasonOf } from './failure.js';
import { within } from './within.js';

export interface CoreSource {
  book: string;
  wasm: string;
  /** `sha384-…` of the wasm; empty: not checked. */
  integrity: string;
}

export type GlueFactory<T extends Glue = Glue> = (options: GlueOptions) => Promise<T>;
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const kGiveUpMs = 10_000;

/**
 * Loads book and module at once and opens the book.
 *
 * Both requests leave before anything is awaited. Rejects with a Failure whose reason names the step:
 * `no_wasm`, `book_fetch`, `wasm_fetch`, `wasm_start`, or the core's own code for a refused book.
 */
export async function loadCore(factory: GlueFactory, source: CoreSource, fetch: Fetch): Promise<Core> {
  if (typeof WebAssembly === 'undefined') throw new Failure('no_wasm'); // Lockdown Mode
  const [glue, text] = await within(kGiveUpMs, (signal) => {
    const book = get(fetch, source.book, 'book_fetch', { signal }).then((response) => response.text());
    const { integrity } = source;
    const bytes = get(fetch, source.wasm, 'wasm_fetch', { signal, integrity }).then((response) =>
      response.arrayBuffer(),
    );
    return Promise.all([startGlue(factory, bytes), book]);
  });
  return new Core(glue, text);
}

async function get(fetch: Fetch, url: string, step: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    throw new Failure(step);
  }
  if (!response.ok) throw new Failure(step);
  return response;
}

/** Starts a wasm module from bytes that may still be on their way; rejects with a Failure. */
export async function startGlue<T extends Glue>(factory: GlueFactory<T>, bytes: Promise<ArrayBuffer>): Promise<T> {
  try {
    return await factory({ wasm: await bytes });
  } catch (error) {
    throw new Failure(reasonOf(error, 'wasm_start'));
  }
}
