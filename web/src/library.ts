import { Core } from './core.js';
import { Failure } from './failure.js';
import { type Fetch, type GlueFactory, load, startGlue } from './loadCore.js';
import { shardOf } from './shardOf.js';
import type { Order } from './types.js';

export interface CoreSource {
  /** The book, or the head of its shards. */
  book: string;
  wasm: string;
  /** `sha384-…` of the wasm; empty: not checked. */
  integrity: string;
}

/**
 * Gives the core, its book open with all that decides for an order, and for the product `looked` at on a product page. The first call requests book and module at once.
 *
 * Rejects with a Failure whose reason names the step: `no_wasm`, `book_fetch`, `wasm_fetch`, `wasm_start`, or the core's
 * own code for a refused book.
 */
export type Library = (order: Pick<Order, 'lines'>, looked?: string) => Promise<Core>;

type List = 'products' | 'offers' | 'experiments';
type Part = Record<List, { id: string }[]>;

/** The head of a book's shards: the book without its lists, and where those are (docs/formats.md). */
interface Head {
  shards: { count: number; groups: string[]; common: string[] };
}

/** A head begins with this and no book does: one look tells them apart, and no book is parsed twice. */
const kHead = '{"shards":';

/** A whole book, or a book that grows by the shards of the orders it is asked about. */
export function makeLibrary(factory: GlueFactory, { book, wasm, integrity }: CoreSource, fetch: Fetch): Library {
  const asked = new Map<string, Promise<void>>();
  const parts: Part[] = [];
  let source: Promise<string | Head> | undefined;
  let core: Promise<Core>;
  let isOpen = false;

  /** Both requests leave before anything is awaited. */
  const start = () => {
    const head = load(fetch, book, 'book_fetch', async (response) => {
      const text = await response.text();
      return text.startsWith(kHead) ? (JSON.parse(text) as Head) : text;
    });
    const bytes = load(fetch, wasm, 'wasm_fetch', (response) => response.arrayBuffer(), integrity);
    core = startGlue(factory, bytes).then((glue) => new Core(glue));
    core.catch(() => undefined); // told to whoever asks, unless the book failed first
    return head;
  };

  /** Asks for a part once: its name is by its content, so that the browser may keep it for good. */
  const need = (path: string) => {
    if (!asked.has(path)) {
      const part = load(fetch, book.replace(/[^/]*(\?.*)?$/, `${path}.json`), 'book_fetch', async (response) => {
        parts.push((await response.json()) as Part);
        isOpen = false;
      });
      asked.set(path, part);
      part.catch(() => asked.delete(path)); // for the next order to ask again
    }
    return asked.get(path);
  };

  /** Parts may have entries in common; the order in which they came decides nothing. */
  const merged = (list: List) => [
    ...new Map(parts.flatMap((part) => part[list]).map((entry) => [entry.id, entry])).values(),
  ];

  return async ({ lines }, looked) => {
    if (typeof WebAssembly === 'undefined') throw new Failure('no_wasm'); // Lockdown Mode
    source ??= start();
    let whole = await source;
    if (typeof whole !== 'string') {
      const { count, groups, common } = whole.shards;
      // What is wrong with the lines is for the core to say.
      const products = [lines].flat().map((line) => `${line?.product}`);
      const shards = (looked ? [...products, looked] : products).map((product) => shardOf(product, count));
      const paths = shards.map((shard) => `${groups[shard % groups.length]}/${shard}`);
      await Promise.all([...common, ...paths].map(need));
    }
    const opened = await core;
    if (!isOpen) {
      if (typeof whole !== 'string') {
        const lists = { products: merged('products'), offers: merged('offers'), experiments: merged('experiments') };
        whole = JSON.stringify({ ...whole, ...lists, shards: undefined });
      }
      opened.open(whole);
      isOpen = true;
    }
    return opened;
  };
}
