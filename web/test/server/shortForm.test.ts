/** @file What a team need not write: orders that are saved as a whole, defaults of the environment, HTML, files of pages. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createAftermint, lazyAftermint, PaymentUnknown, type PlacedOrder } from '../../src/server/index.js';
import { kBook, kSecret, kWasm, Shop, silent } from './shop.js';

const folder = mkdtempSync(join(tmpdir(), 'aftermint-short-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** An order as a team has it, with what only the team knows, and with delivery in its total. */
const placed = (): PlacedOrder & { delivery: number } => ({
  id: '1001',
  currency: 'GBP',
  total: 12500,
  delivery: 500,
  paidAt: 1_800_000_000_000,
  method: 'ok',
  lines: [{ product: 'knife', quantity: 1, price: 12000 }],
});

/** A shop whose orders are read and saved as a whole. */
async function savingShop(answer: (order: PlacedOrder) => unknown = () => undefined) {
  const shop = await Shop.open();
  const saved: PlacedOrder[] = [placed()];
  const store = shop.store;
  const orders = {
    find: (id: string) => structuredClone(saved.filter((order) => order.id === id).at(-1)),
    save(order: PlacedOrder) {
      const said = answer(order);
      if (said !== false) saved.push(structuredClone(order));
      return said;
    },
  };
  const options = { book: kBook, secret: kSecret, orders, payments: shop.bank, store, log: silent, wasm: kWasm };
  const aftermint = await createAftermint({ ...options, now: () => shop.now });
  shop.aftermint = aftermint;
  shop.orders.put({ ...placed() }); // for the tickets of the fixture
  return { shop, saved };
}

describe('orders with find and save', () => {
  it('get the lines and the total of an accept, once for two clicks, and lose them by an undo', async () => {
    const { shop, saved } = await savingShop();
    const both = await Promise.all([shop.accept('1001'), shop.accept('1001')]);
    assert.deepEqual(
      both.map(({ json }) => json.status),
      ['accepted', 'accepted'],
    );
    assert.equal(saved.length, 2, 'one change');
    const { accept, ...line } = saved.at(-1)!.lines[1]!;
    assert.equal(typeof accept, 'string');
    assert.deepEqual(
      [line.offer, line.product, line.variant, line.quantity, line.price],
      ['rack-offer', 'rack', 'oak', 1, 3000],
    );
    assert.deepEqual(saved.at(-1), { ...placed(), total: 15500, lines: [...placed().lines, { ...line, accept }] });
    assert.equal((await shop.undo('1001')).json.status, 'undone');
    assert.equal((await shop.undo('1001')).json.status, 'undone');
    assert.deepEqual(saved.slice(2), [placed()], 'as it was before, with delivery, and changed once');
  });

  it('that answer false take no more lines: the charge is paid back', async () => {
    const { shop, saved } = await savingShop(() => false);
    const said = await shop.accept('1001');
    assert.deepEqual([said.json.status, said.json.reason], ['unavailable', 'order_closed']);
    assert.deepEqual([saved.length, shop.bank.succeeded('1001').length], [1, 0]);
  });

  it('that throw change nothing, and the reconciler tries again', async () => {
    let isBroken = true;
    const { shop, saved } = await savingShop(() => {
      if (isBroken) throw new Error('the database is away');
    });
    assert.equal((await shop.accept('1001')).status, 503);
    isBroken = false;
    await shop.reconcile();
    assert.deepEqual([saved.length, saved.at(-1)!.total], [2, 15500]);
    assert.equal(shop.bank.succeeded('1001').length, 1);
  });
});

describe('createAftermint without options', () => {
  const options = async () => {
    const { bank, store, orders } = await Shop.open();
    return { orders, payments: bank, store, wasm: kWasm, log: silent };
  };
  const withEnv = async <T>(values: Record<string, string>, work: () => Promise<T>): Promise<T> => {
    Object.assign(process.env, values);
    try {
      return await work();
    } finally {
      for (const name of Object.keys(values)) delete process.env[name];
    }
  };

  it('reads the book from a path or a URL, and names a file that is not there', async () => {
    const file = join(folder, 'book.json');
    writeFileSync(file, JSON.stringify(kBook));
    for (const book of [file, pathToFileURL(file), `\n${JSON.stringify(kBook)}`, kBook]) {
      const aftermint = await createAftermint({ ...(await options()), secret: kSecret, book });
      const sent = await aftermint.handler(new Request('http://shop.example/book.json'));
      assert.equal(((await sent.json()) as { id: string }).id, 'test');
      aftermint.close();
    }
    const gone = { ...(await options()), secret: kSecret, book: join(folder, 'gone.json') };
    await assert.rejects(
      createAftermint(gone),
      /TypeError: the book ".*gone\.json" is neither JSON nor a file: .*ENOENT/,
    );
  });

  it('takes key and collector from the environment', async () => {
    const given = { ...(await options()), book: kBook };
    await assert.rejects(createAftermint(given), /needs secret, or AFTERMINT_SIGNING_KEY/);
    await withEnv({ AFTERMINT_SIGNING_KEY: kSecret, AFTERMINT_COLLECTOR: 'http://events.example/events' }, async () => {
      await assert.rejects(createAftermint(given), /AFTERMINT_EVENT_KEYS in the environment, needs 32 bytes/);
      await withEnv({ AFTERMINT_EVENT_KEYS: `${'n'.repeat(32)} , ${'o'.repeat(32)}` }, async () => {
        const sent: { url: string; signature: string | null }[] = [];
        const aftermint = await createAftermint({
          ...given,
          fetch: async (url, init) => {
            sent.push({ url: String(url), signature: new Headers(init?.headers).get('aftermint-signature') });
            return Response.json({ refused: [] });
          },
        });
        await aftermint.events.order(placed());
        assert.equal(sent[0]!.url, 'http://events.example/events');
        assert.match(sent[0]!.signature!, /^t=\d+,v1=[0-9a-f]{64}$/);
      });
    });
  });

  it('puts all addresses below a base', async () => {
    const aftermint = await createAftermint({ ...(await options()), secret: kSecret, book: kBook, base: '/a/mint' });
    const status = async (path: string) => (await aftermint.handler(new Request(`http://shop.example${path}`))).status;
    assert.deepEqual([await status('/a/mint/book.json'), await status('/book.json')], [200, 404]);
    const wrong = { ...(await options()), secret: kSecret, book: kBook };
    for (const base of ['/', 'a', '/a/', '/a b', 'https://shop.example']) {
      await assert.rejects(createAftermint({ ...wrong, base }), /base is a path/);
    }
  });
});

describe('events.order', () => {
  it('takes one of the shop’s orders as find gives it', async () => {
    const shop = await Shop.open();
    const line = { product: 'stone', quantity: 1, price: 2400, offer: 'stone-bump' };
    await shop.aftermint.events.order({ ...placed(), visitor: 'v-1', lines: [...placed().lines, line] });
    assert.deepEqual(
      shop.events.map(({ type, data, time }) => [type, data.order, data.amount, data.visitor, data.offer, time]),
      [
        ['aftermint.order', '1001', 12500, 'v-1', undefined, '2027-01-15T08:00:00Z'],
        ['aftermint.accept', '1001', 2400, 'v-1', 'stone-bump', '2027-01-15T08:00:00Z'],
      ],
    );
  });
});

describe('html', () => {
  const names = ['aftermint.js', 'aftermint.css', 'aftermint-page.wasm', 'aftermint-messages.json'];
  for (const name of names) writeFileSync(join(folder, name), `the bytes of ${name}`);
  const files = pathToFileURL(`${folder}/`);

  it('has the tags with hashes of the files that the endpoint serves', async () => {
    const { aftermint } = await Shop.open({ files });
    const head = aftermint.html.head({ nonce: 'n"1', 'data-consent': 'required', 'data-debug': true, 'data-x': false });
    assert.match(
      head,
      /^<link rel="stylesheet" href="\/aftermint\/aftermint\.css" integrity="sha384-[^"]+" nonce="n&quot;1">/,
    );
    assert.match(
      head,
      /<script async src="\/aftermint\/aftermint\.js" integrity="sha384-[^"]+" nonce="n&quot;1" data-book="\/book\.json" data-accept="\/offers\/accept" data-consent="required" data-debug><\/script>$/,
    );
    const types = ['text/javascript; charset=utf-8', 'text/css; charset=utf-8', 'application/wasm', 'application/json'];
    for (const [index, name] of names.entries()) {
      const request = (headers = {}) => new Request(`http://shop.example/aftermint/${name}`, { headers });
      const sent = await aftermint.handler(request());
      assert.deepEqual([sent.status, sent.headers.get('content-type')], [200, types[index]]);
      assert.equal(await sent.text(), `the bytes of ${name}`);
      const again = await aftermint.handler(request({ 'if-none-match': sent.headers.get('etag')! }));
      assert.deepEqual([again.status, await again.text()], [304, '']);
    }
    for (const name of ['server.mjs', '../aftermint.js', 'aftermint.css/', 'constructor', 'aftermint-debug.js']) {
      const sent = await aftermint.handler(new Request(`http://shop.example/aftermint/${name}`));
      assert.equal(sent.status, 404, name);
    }
  });

  it('names the beacon only with a collector', async () => {
    const collector = { url: 'http://events.example/events', key: 'k'.repeat(32) };
    const { aftermint } = await Shop.open({ files, collector, base: '/mint' });
    assert.match(aftermint.html.head(), /src="\/mint\/aftermint\.js".* data-beacon="\/mint\/events" /);
  });

  it('escapes what orders and attributes say', async () => {
    const { aftermint } = await Shop.open();
    const order = { currency: 'GBP', lines: [{ product: `a"b'<&>`, quantity: 1, price: 1 }] };
    const bump = aftermint.html.bump(order, { visitor: '"><script>', name: 'extra' });
    assert.equal(
      bump,
      '<aftermint-bump name="extra" visitor="&quot;&gt;&lt;script&gt;" order="{&quot;currency&quot;:&quot;GBP&quot;,' +
        '&quot;lines&quot;:[{&quot;product&quot;:&quot;a\\&quot;b\'&lt;&amp;&gt;&quot;,&quot;quantity&quot;:1,&quot;price&quot;:1}]}">' +
        '</aftermint-bump>',
    );
    assert.throws(() => aftermint.html.bump(order, { 'on click="x"': 'y' }), TypeError);
  });

  it('has the offer with its ticket, and without one click while the provider does not answer', async () => {
    const shop = await Shop.open();
    const order = shop.orders.put({ id: '1001' });
    assert.match(
      await shop.aftermint.html.offer(order),
      /^<aftermint-offer visitor="v-1" ticket="[\w.-]+" one-click="\{[^"]*&quot;allowed&quot;:true\}" order="/,
    );
    shop.bank.chargesAgain = async () => {
      throw new PaymentUnknown('no answer');
    };
    const { oneClick } = await shop.aftermint.offer.input(order);
    assert.deepEqual(oneClick, {
      allowed: false,
      currency: 'GBP',
      reason: 'the payment provider gives no answer',
    });
    await assert.rejects(shop.aftermint.capability(order), PaymentUnknown);
    shop.bank.chargesAgain = async () => {
      throw new TypeError('a bug');
    };
    await assert.rejects(shop.aftermint.html.offer(order), TypeError);
  });
});

describe('lazyAftermint', () => {
  it('opens at the first request, once, and again after a failure', async () => {
    const { bank, store, orders } = await Shop.open();
    let opened = 0;
    let isReady = false;
    const aftermint = lazyAftermint(async () => {
      opened += 1;
      if (!isReady) throw new Error('no database yet');
      return { book: kBook, secret: kSecret, orders, payments: bank, store, wasm: kWasm, log: silent };
    });
    const { GET } = aftermint;
    const ask = () => GET(new Request('http://shop.example/book.json'));
    assert.equal(opened, 0);
    await assert.rejects(ask(), /no database yet/);
    isReady = true;
    const both = await Promise.all([ask(), ask()]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(await aftermint(), await aftermint());
    assert.equal(opened, 2);
  });
});
