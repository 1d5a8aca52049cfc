// The components for React and Vue in an installed package: a server's HTML, hydrated in a browser.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { elementsOf } from '../../scripts/lib/manifest.mjs';
import { at } from '../../scripts/lib/project.mjs';
import { jsonOf } from './lib/built.mjs';
import { Project } from './lib/project.mjs';
import { serve } from './lib/site.mjs';

const kTag = '<script async src="/node_modules/aftermint/dist/aftermint.js" data-book="/book.json"></script>';
const kStyle = '<link rel="stylesheet" href="/node_modules/aftermint/dist/aftermint.css">';

let project;
let browser;

before(async () => {
  project = await Project.make();
  for (const name of ['react', 'react-dom', 'vue']) project.lend(name);
  browser = await chromium.launch({
    executablePath: process.env.AFTERMINT_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  await esbuild.build({
    absWorkingDir: project.root,
    entryPoints: ['frameworks/react.mjs', 'frameworks/vue.mjs'],
    outdir: 'public',
    bundle: true,
    format: 'iife',
    define: {
      'process.env.NODE_ENV': '"development"', // so that the frameworks report what differs between HTML and page
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
  });
});

after(async () => {
  await browser?.close();
  project?.remove();
});

/** Renders an app as a server does. */
const renderers = {
  react: async (app) => (await import('react-dom/server')).renderToString(app),
  vue: async (app) => (await import('vue/server-renderer')).renderToString(app),
};

const appsOf = async (framework) => (await import(pathToFileURL(project.at(`frameworks/${framework}.mjs`)).href)).apps;

const pageOf = (html, head = kTag) =>
  `<!doctype html><html lang="en-GB"><head>${kStyle}${head}</head><body><div id="root">${html}</div></body></html>`;

/** Opens a page and runs `work` in it. Fails on an error, and on what a framework warns about. */
async function visit(site, path, work) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Under the policy of these pages Vue may not create its own, and says so. It does not need it here.
    if (/error|warning/.test(message.type()) && !/trusted.?type/i.test(message.text())) complaints.push(message.text());
  });
  try {
    await page.goto(site.url + path);
    await work(page, complaints);
  } finally {
    await page.close();
    await site.close();
  }
  assert.deepEqual(complaints, []);
}

const tickOf = (page) => page.locator('aftermint-bump [part~=tick]');
const hasTotal = (page, total) => page.locator('output', { hasText: new RegExp(`^${total}$`) }).waitFor();

for (const framework of ['react', 'vue']) {
  /** Opens a server's HTML with the script's tag. The framework is in the page, but does nothing yet. */
  const open = async (name, work, { product, head = `${kTag}<script src="/${framework}.js"></script>` } = {}) => {
    const html = await renderers[framework]((await appsOf(framework))[name](product));
    writeFileSync(project.at(`public/${framework}-${name}.html`), pageOf(html, head));
    const site = await serve(project.at('public'), project.root);
    await visit(site, `/${framework}-${name}.html`, (page, complaints) => work(page, html, complaints));
  };

  describe(`aftermint/${framework}`, () => {
    it('puts the inputs into the HTML of a server, so that the element works before hydration', () =>
      open('checkout', async (page, html) => {
        assert.match(html, /<aftermint-bump[^>]* order="\{&quot;currency&quot;:&quot;GBP&quot;,/);
        assert.match(html, /<aftermint-bump[^>]* class="bump"/);
        assert.match(html, /<aftermint-bump[^>]* name="bump"/);
        await tickOf(page).check();
        const field = await page.locator('form').evaluate((form) => new FormData(form).get('bump'));
        assert.equal(field, 'guards-with-set');
      }));

    it('hydrates: hears the shopper, and sets no input again', () =>
      open('checkout', async (page) => {
        await tickOf(page).waitFor();
        await page.evaluate(() => {
          globalThis.changes = [];
          const element = document.querySelector('aftermint-bump');
          const observer = new MutationObserver((records) =>
            globalThis.changes.push(...records.map((r) => r.attributeName)),
          );
          observer.observe(element, { attributeFilter: ['order', 'name', 'state'] });
          hydrate('checkout');
        });
        await page.locator('#again').click();
        await page.locator('form[data-turns="1"]').waitFor();
        await tickOf(page).check();
        await hasTotal(page, 13800);
        await tickOf(page).uncheck();
        await hasTotal(page, 12000);
        await page.locator('#again').click();
        await page.locator('form[data-turns="2"]').waitFor();
        assert.deepEqual(await page.evaluate(() => globalThis.changes), []);
      }));

    it('hears of a tick that is older than hydration', () =>
      open('checkout', async (page) => {
        await tickOf(page).check();
        await page.evaluate(() => hydrate('checkout'));
        await hasTotal(page, 13800);
      }));

    it('lets the page refuse such a tick', () =>
      open('checkout', async (page) => {
        await tickOf(page).check();
        await page.evaluate(() => {
          globalThis.refuses = true;
          hydrate('checkout');
        });
        await page.locator('aftermint-bump [part~=tick]:not(:checked)').waitFor();
        await hasTotal(page, 12000);
      }));

    it('follows a changed order, and leaves and comes back without a tick', () =>
      open('checkout', async (page) => {
        await page.evaluate(() => hydrate('checkout'));
        await tickOf(page).check();
        await hasTotal(page, 13800);
        await page.locator('#toggle').click();
        await page.locator('aftermint-bump').waitFor({ state: 'detached' });
        await hasTotal(page, 12000);
        await page.locator('#toggle').click();
        await tickOf(page).waitFor();
        assert.equal(await tickOf(page).isChecked(), false);
        await tickOf(page).check();
        await hasTotal(page, 13800);
        await tickOf(page).uncheck();
        await page.locator('#other').click();
        await page.locator('aftermint-bump [part~=headline]', { hasText: 'Saltmarsh hand balm' }).waitFor();
      }));

    it('corrects an order that the HTML has from an older cache', () =>
      open(
        'checkout',
        async (page) => {
          await page.locator('aftermint-bump [part~=headline]', { hasText: 'Saltmarsh hand balm' }).waitFor();
          await page.evaluate(() => hydrate('checkout', 'knife-set'));
          await page.locator('aftermint-bump [part~=headline]', { hasText: 'Arden three-knife set' }).waitFor();
        },
        { product: 'hand-balm' },
      ));

    it('hears of what happened to an offer before hydration, in order and once', () =>
      open('thanks', async (page) => {
        await page.locator('aftermint-offer [part~=decline]').click();
        await page.locator('aftermint-offer[state=left]').waitFor({ state: 'attached' });
        await page.evaluate(() => hydrate('thanks'));
        await hasTotal(page, 'aftermint-shown aftermint-state aftermint-declined');
      }));

    it('hears of an accept that is older than the bundle', () =>
      open(
        'thanks',
        async (page) => {
          const paid = { currency: 'GBP', id: '1001', status: 'paid', total: 13800, lines: [] };
          await page.route('**/offers/accept', (route) =>
            route.fulfill({ json: { status: 'accepted', order: paid, undoUntil: '2099-01-01T00:00:00Z' } }),
          );
          await page.locator('aftermint-offer button[part~=accept]').click();
          await page.locator('aftermint-offer[state=accepted]').waitFor();
          await page.evaluate(readFileSync(project.at(`public/${framework}.js`), 'utf8'));
          await page.evaluate(() => hydrate('thanks'));
          await hasTotal(page, 'aftermint-shown aftermint-state aftermint-accepted');
        },
        { head: kTag.replace('data-book', 'data-accept="/offers/accept" data-book') },
      ));

    it('has a listener for each event of each element', async () => {
      const source = readFileSync(project.at(`node_modules/aftermint/dist/${framework}.mjs`), 'utf8');
      for (const { tagName, events } of elementsOf(jsonOf('dist/custom-elements.json'))) {
        const short = tagName.replace('aftermint-', '');
        const [, names] = new RegExp(`\\b${short}:\\[\\.\\.\\.\\w+,([^\\]]*)\\]`).exec(source) ?? [];
        const own = [...(names ?? '').matchAll(/"(\w+)"/g)].map(([, name]) => name);
        const stated = events.map(({ name }) => name.replace('aftermint-', ''));
        assert.deepEqual([...own, 'shown', 'seen', 'empty'].sort(), stated.sort());
      }
    });
  });
}

describe('aftermint/react', () => {
  it('works in a part of the page that is streamed later', async () => {
    const folders = await serve(project.at('public'), project.root);
    const apps = await appsOf('react');
    const { renderToPipeableStream } = await import('react-dom/server');
    let release;
    const product = new Promise((resolve) => {
      release = () => resolve('knife-set');
    });
    const server = createServer(async (request, response) => {
      if (request.url !== '/stream') {
        const found = await fetch(folders.url + request.url);
        const headers = { 'Content-Type': found.headers.get('content-type') };
        return response.writeHead(found.status, headers).end(Buffer.from(await found.arrayBuffer()));
      }
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      const [head] = pageOf('', `${kTag}<script src="/react.js"></script>`).split('</div>');
      response.write(head);
      const stream = renderToPipeableStream(apps.streamed(product), { onShellReady: () => stream.pipe(response) });
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    const page = await browser.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    try {
      await page.goto(`http://127.0.0.1:${server.address().port}/stream`, { waitUntil: 'commit' });
      await page.getByText('Loading').waitFor();
      await page.waitForFunction(() => 'hydrate' in globalThis);
      await page.evaluate(() => hydrate('streamed', Promise.resolve('knife-set')));
      release();
      await tickOf(page).check();
      await hasTotal(page, 13800);
    } finally {
      await page.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await folders.close();
    }
    assert.deepEqual(complaints, []);
  });
});

describe('docs/frameworks.md', () => {
  const text = readFileSync(at('docs/frameworks.md'), 'utf8');
  const blocks = [...text.matchAll(/^```\w+\n(?:\/\/|<!--) (\S+)(?: -->)?\n(.*?)^```$/gms)].map(([, name, code]) => ({
    name,
    code,
  }));

  it('has the files of the examples, which have tests of their own', () => {
    assert.equal(blocks.length, [...text.matchAll(/^```\w/gm)].length);
    const shown = blocks.filter(({ name }) => name.startsWith('examples/'));
    assert.equal(shown.length, blocks.length - 2);
    for (const { name, code } of shown) assert.equal(code, readFileSync(at(name), 'utf8'), name);
  });

  it('loads the script, and asks for consent in React', async () => {
    const [load, consent] = ['load.js', 'Consent.jsx'].map((file) => blocks.find(({ name }) => name === file).code);
    writeFileSync(project.at('frameworks/load.js'), load);
    writeFileSync(project.at('frameworks/Consent.jsx'), consent);
    const begin = `
      import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { Consent } from './Consent.jsx';
      import './load.js';
      globalThis.show = () => createRoot(document.getElementById('root')).render(createElement(Consent));`;
    const { outputFiles } = await esbuild.build({
      absWorkingDir: project.root,
      stdin: { contents: begin, resolveDir: project.at('frameworks') },
      bundle: true,
      format: 'esm',
      jsx: 'automatic',
      write: false,
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const page = await browser.newPage();
    await page.route('http://shop.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      const body = '<!doctype html><div id="root"></div><script type="module" src="/main.js"></script>';
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body });
      if (pathname === '/main.js') return route.fulfill({ contentType: 'text/javascript', body: outputFiles[0].text });
      if (pathname === '/book.json') return route.fulfill({ path: project.at('public/book.json') });
      return route.fulfill({ path: project.at('node_modules/aftermint/dist', pathname.slice(1)) });
    });
    try {
      await page.goto('http://shop.test/');
      await page.waitForFunction(() => 'aftermint' in window && 'show' in window);
      await page.evaluate(() => {
        const { consent } = window.aftermint;
        globalThis.agreed = [];
        window.aftermint.consent = (granted) => {
          globalThis.agreed.push(granted);
          consent(granted);
        };
        show();
      });
      await page.getByRole('button', { name: 'Remember what I have seen' }).click();
      assert.deepEqual(await page.evaluate(() => globalThis.agreed), [true]);
    } finally {
      await page.close();
    }
  });
});
