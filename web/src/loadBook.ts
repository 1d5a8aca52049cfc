/** @file Loads the book, whole or in shards, into the wasm core. */
import { Core } from './core.js';
import { Failure } from './failure.js';
import { type Fetch, fetchFile, type GlueFactory, startGlue } from './loadCore.js';
import { warnOfOtherVersion } from './moduleVersion.js';
import { shardOf } from './shardOf.js';
import type { Order } from './types.js';

export interface CoreSource {
  /** URL of the book, or of the head of its shards. */
  book: string;
  wasm: string;
  /** Integrity of the wasm module, `sha256-…` or `sha384-…`; empty: not checked. */
  integrity: string;
}

/**
 * Returns the core with everything of the book that it needs to decide for an order, and for the product that is viewed
 * on a product page. The first call requests book and wasm module at once.
 *
 * Rejects with a Failure whose reason names the step: `no_wasm`, `book_fetch`, `wasm_fetch`, `wasm_start`, or the core's
 * error code if it refuses the book.
 */
export type BookLoader = (order: Pick<Order, 'lines'>, viewedProduct?: string) => Promise<Core>;

type List = 'products' | 'offers' | 'experiments';
type Part = Record<List, { id: string }[]>;

/** The head of a book's shards: the book without its lists, and where the lists are (docs/formats.md). */
interface Head {
  shards: { count: number; groups: string[]; common: string[] };
}

/** Every head starts with this and no book does, so a book need not be parsed here. */
const kHeadStart = '{"shards":';

/** Loads a whole book once; of a book in shards, adds the shards of each order that is asked for. */
export function makeBookLoader(factory: GlueFactory, { book, wasm, integrity }: CoreSource, fetch: Fetch): BookLoader {
  const requests = new Map<string, Promise<void>>();
  const parts: Part[] = [];
  let source: Promise<string | Head> | undefined;
  let core: Promise<Core>;
  let isOpen = false;

  /** Starts both requests before waiting for either. */
  const start = () => {
    const head = fetchFile(fetch, book, 'book_fetch', async (response) => {
      const text = await response.text();
      return text.startsWith(kHeadStart) ? (JSON.parse(text) as Head) : text;
    });
    const bytes = fetchFile(fetch, wasm, 'wasm_fetch', (response) => response.arrayBuffer(), integrity);
    // A module of another version fails the integrity check. It is then fetched without the check to read its version.
    bytes.catch(async () => warnOfOtherVersion(await (await fetch(wasm)).text())).catch(() => undefined);
    if (__IS_MODULE__ && !integrity) bytes.then((module) => warnOfOtherVersion(new TextDecoder().decode(module)));
    core = startGlue(factory, bytes).then((glue) => new Core(glue));
    core.catch(() => undefined); // the caller gets this error when it awaits `core`, unless the book fails first
    return head;
  };

  /** Requests a part once. Its name is a hash of its content, so the browser may cache it forever. */
  const request = (path: string) => {
    if (!requests.has(path)) {
      const part = fetchFile(fetch, book.replace(/[^/]*(\?.*)?$/, `${path}.json`), 'book_fetch', async (response) => {
        parts.push((await response.json()) as Part);
        isOpen = false;
      });
      requests.set(path, part);
      part.catch(() => requests.delete(path)); // so that the next order tries again
    }
    return requests.get(path);
  };

  /** Merges a list of all parts. Parts may share entries; their order of arrival does not matter. */
  const merged = (list: List) => [
    ...new Map(parts.flatMap((part) => part[list]).map((entry) => [entry.id, entry])).values(),
  ];

  return async ({ lines }, viewedProduct) => {
    if (typeof WebAssembly === 'undefined') throw new Failure('no_wasm'); // as in Apple's Lockdown Mode
    source ??= start();
    let whole = await source;
    if (typeof whole !== 'string') {
      const { count, groups, common } = whole.shards;
      // Invalid lines are accepted here because the core reports them.
      const products = [lines].flat().map((line) => `${line?.product}`);
      const shards = (viewedProduct ? [...products, viewedProduct] : products).map((id) => shardOf(id, count));
      const paths = shards.map((shard) => `${groups[shard % groups.length]}/${shard}`);
      await Promise.all([...common, ...paths].map(request));
    }
    const loaded = await core;
    if (!isOpen) {
      if (typeof whole !== 'string') {
        const lists = { products: merged('products'), offers: merged('offers'), experiments: merged('experiments') };
        whole = JSON.stringify({ ...whole, ...lists, shards: undefined });
      }
      loaded.open(whole);
      isOpen = true;
    }
    return loaded;
  };
}
