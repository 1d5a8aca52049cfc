// `loadAftermint` of the built package, in a browser.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { at } from '../../scripts/lib/project.mjs';
import { jsonOf } from './lib/built.mjs';

const kTag = '<script async src="/dist/aftermint.js" data-book="/book.json"></script>';

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
after(() => browser?.close());

describe('loadAftermint', () => {
  const src = '/dist/aftermint.js';
  const options = { src, book: '/book.json', consent: 'required' };

  /** Opens a page in which `load` is `loadAftermint`. The requests for the script that `fails` names fail. */
  async function open(work, { head = '', fails = [] } = {}) {
    const page = await browser.newPage();
    let requests = 0;
    await page.route('http://shop.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        return route.fulfill({ contentType: 'text/html', body: `<!doctype html><head>${head}</head>` });
      if (pathname === src && fails.includes(++requests)) return route.abort();
      return route.fulfill({ path: at(pathname === '/book.json' ? 'demo/books/demo.json' : pathname.slice(1)) });
    });
    try {
      await page.goto('http://shop.test/');
      await page.evaluate(async () => {
        globalThis.load = (await import('/dist/pure.mjs')).loadAftermint;
        globalThis.said = (promise) =>
          promise.then(
            ({ version }) => version,
            ({ message }) => message,
          );
      });
      await work(page, () => requests);
    } finally {
      await page.close();
    }
  }

  const { version } = jsonOf('package.json');
  const dataOf = (page) => page.locator('script').evaluateAll((tags) => tags.map(({ dataset }) => ({ ...dataset })));

  it('gives one promise, and adds one tag with its options and integrity', () =>
    open(async (page, requests) => {
      const { integrity } = jsonOf('dist/inventory.json').files.find(({ file }) => file === 'aftermint.js');
      const given = { ...options, integrity, nonce: 'n-1' };
      const isSame = (given) => {
        const first = load(given);
        return first === load(given);
      };
      assert.equal(await page.evaluate(isSame, given), true);
      assert.equal(await page.evaluate(() => said(load())), version);
      assert.deepEqual(await dataOf(page), [{ book: '/book.json', consent: 'required' }]);
      const tag = await page
        .locator('script')
        .evaluate((tag) => [tag.integrity, tag.crossOrigin, tag.nonce, tag.async]);
      assert.deepEqual(tag, [integrity, 'anonymous', 'n-1', true]);
      assert.equal(requests(), 1);
      assert.equal(
        await page.evaluate(() => customElements.whenDefined('aftermint-bump').then(() => 'defined')),
        'defined',
      );
    }));

  it('makes a request that fails once more', () =>
    open(
      async (page, requests) => {
        assert.equal(await page.evaluate((options) => said(load(options)), options), version);
        assert.deepEqual([requests(), (await dataOf(page)).length], [2, 1]);
      },
      { fails: [1] },
    ));

  it('rejects after two, and tries again when it is called again', () =>
    open(
      async (page, requests) => {
        const first = await page.evaluate((options) => said(load(options)), options);
        assert.equal(first, `aftermint: http://shop.test${src} did not load`);
        assert.equal(await page.evaluate((options) => said(load(options)), options), version);
        assert.deepEqual([requests(), (await dataOf(page)).length], [3 + 1, 1]);
      },
      { fails: [1, 2, 3] },
    ));

  it('uses a tag that stands in the page, also one that has failed before', async () => {
    const head = kTag.replace('data-book', 'data-accept="/accept" data-book');
    for (const fails of [[], [1]]) {
      const work = async (page, requests) => {
        assert.equal(await page.evaluate(() => said(load())), version);
        assert.deepEqual(await dataOf(page), [{ book: '/book.json', accept: '/accept' }]);
        assert.equal(requests(), 1 + fails.length);
      };
      await open(work, { head, fails });
    }
  });

  it('warns if the tag in the page has another book', () =>
    open(
      async (page) => {
        const warned = page.waitForEvent('console');
        await page.evaluate((options) => said(load({ ...options, book: '/other.json' })), options);
        assert.match((await warned).text(), /a script tag with data-book="\/book.json" is in the page/);
      },
      { head: kTag },
    ));

  it('says what is wrong: no tag and no options, or another file', () =>
    open(async (page) => {
      assert.match(await page.evaluate(() => said(load())), /no script tag with data-book is in the page/);
      const other = { ...options, src: '/dist/aftermint-datalayer.js' };
      assert.match(await page.evaluate((other) => said(load(other)), other), /loaded, but it is not aftermint\.js/);
    }));

  it('gives null on a server', async () => {
    for (const name of ['pure', 'react', 'vue']) {
      const module = await import(pathToFileURL(at('dist', `${name}.mjs`)).href);
      assert.equal(await module.loadAftermint(options), null);
    }
  });
});
