/** @file Tests of loading and calling the core. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Failure } from '../src/failure.js';
import { type CoreSource, makeBookLoader } from '../src/loadBook.js';
import type { Fetch, GlueFactory } from '../src/loadCore.js';
import type { Moment } from '../src/types.js';

/** The smallest wasm module: magic number and version. */
const kWasm = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const kSource = { book: '/book.json', wasm: '/core.wasm', integrity: 'sha384-x' };
const kMoment = { placement: 'checkout' } as Moment;

const doors = (over: Partial<Glue> = {}): Glue => ({
  open: () => '{"ok":true,"book":1,"deadlineMs":700,"reads":[]}',
  decide: () => '',
  view: () => '{"ok":true,"decision":{"ok":true,"offer":null,"reason":"no_candidates"},"view":null}',
  close: () => undefined,
  addMessages: () => undefined,
  ...over,
});

/** Loads the core without an order. */
const loadCore = (factory: GlueFactory, source: CoreSource, fetch: Fetch) =>
  makeBookLoader(factory, source, fetch)({ lines: [] });

/** A factory that behaves like Emscripten's. */
const factoryOf =
  (glue: Glue): GlueFactory =>
  async ({ wasm }) => {
    await WebAssembly.instantiate(wasm as ArrayBuffer);
    return glue;
  };

const serve = (over: Record<string, () => Response> = {}) => {
  const calls: [string, RequestInit | undefined][] = [];
  const fetch = async (url: string, init?: RequestInit) => {
    calls.push([url, init]);
    return (over[url] ?? (() => new Response(url.endsWith('.wasm') ? kWasm : '{}')))();
  };
  return { calls, fetch };
};

const fails = (reason: string) => (error: unknown) => error instanceof Failure && error.reason === reason;

describe('loading the core', () => {
  it('requests book and module at the same time, the module with its integrity', async () => {
    const { calls, fetch } = serve();
    const loading = loadCore(factoryOf(doors()), kSource, fetch);
    assert.deepEqual(
      calls.map(([url]) => url),
      ['/book.json', '/core.wasm'],
    );
    assert.equal(calls[1]?.[1]?.integrity, 'sha384-x');
    assert.equal((await loading).deadlineMs, 700);
  });

  it('names the step that failed', async () => {
    const broken = () => new Response('', { status: 404 });
    const gone = () => {
      throw new TypeError('network');
    };
    const load = (over: Record<string, () => Response>, factory = factoryOf(doors())) =>
      loadCore(factory, kSource, serve(over).fetch);
    await assert.rejects(load({ '/book.json': broken }), fails('book_fetch'));
    await assert.rejects(load({ '/book.json': gone }), fails('book_fetch'));
    await assert.rejects(load({ '/core.wasm': gone }), fails('wasm_fetch'));
    await assert.rejects(load({ '/core.wasm': () => new Response('<html>') }), fails('wasm_start'));
    const refused = doors({ open: () => '{"ok":false,"error":{"code":"book_schema","pointer":"/offers/0"}}' });
    await assert.rejects(load({}, factoryOf(refused)), fails('book_schema /offers/0'));
  });

  it('rejects if the factory throws synchronously', async () => {
    const throwing: GlueFactory = () => {
      throw new RangeError('out of memory');
    };
    await assert.rejects(loadCore(throwing, kSource, serve().fetch), fails('wasm_start'));
  });

  it('requests nothing if there is no WebAssembly', async (t) => {
    const { calls, fetch } = serve();
    const own = globalThis.WebAssembly;
    t.after(() => {
      globalThis.WebAssembly = own;
    });
    globalThis.WebAssembly = undefined as never;
    await assert.rejects(loadCore(factoryOf(doors()), kSource, fetch), fails('no_wasm'));
    assert.deepEqual(calls, []);
  });
});

describe('the core', () => {
  it('returns the view of the wasm module', async () => {
    const core = await loadCore(factoryOf(doors()), kSource, serve().fetch);
    assert.equal(core.view(kMoment).decision.reason, 'no_candidates');
  });

  it('throws the error code of a refused moment', async () => {
    const refusing = doors({ view: () => '{"ok":false,"error":{"code":"moment_schema","pointer":"/order"}}' });
    const core = await loadCore(factoryOf(refusing), kSource, serve().fetch);
    assert.throws(() => core.view(kMoment), fails('moment_schema /order'));
  });

  it('is never called again after a wasm trap', async () => {
    let calls = 0;
    const trapping = doors({
      view: () => {
        calls++;
        throw new WebAssembly.RuntimeError('unreachable');
      },
    });
    const core = await loadCore(factoryOf(trapping), kSource, serve().fetch);
    assert.throws(() => core.view(kMoment), fails('core_trap'));
    assert.throws(() => core.view(kMoment), fails('core_trap'));
    assert.equal(calls, 1);
  });
});
