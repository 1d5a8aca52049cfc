// dist/inventory.json agrees with the shipped files: the inventory of scripts that PCI DSS 6.4.3 requires of payment
// pages.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import vm from 'node:vm';
import { at } from '../../scripts/lib/project.mjs';
import { found, jsonOf, textOf } from './lib/built.mjs';
import { forbiddenIn, ownNamesIn, platformIn } from './lib/scriptSays.mjs';

const inventory = jsonOf('dist/inventory.json');
const kinds = Object.keys(jsonOf('core/codes.json').EventType.values);
const bytesOf = (file) => readFileSync(at('dist', file));
const hashOf = (hash, bytes) => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;
const entryOf = (name) => inventory.files.find(({ file }) => file === name);
const scripts = inventory.files.filter(({ file, role }) => role.startsWith('page ') && /\.m?js$/.test(file));

describe('the inventory', () => {
  it('has every file of dist/ but itself, the bill of materials and the declarations, each with its bytes and its hash', () => {
    const shipped = readdirSync(at('dist')).filter((file) => /\.(js|mjs|wasm|css|json)$/.test(file));
    assert.deepEqual(
      inventory.files.map(({ file }) => file).sort(),
      shipped.filter((f) => !/^(inventory|sbom\.cdx)\.json$/.test(f)).sort(),
    );
    for (const { file, bytes, integrity } of inventory.files) {
      assert.equal(bytes, bytesOf(file).length, file);
      assert.equal(integrity, hashOf('sha384', bytesOf(file)), file);
    }
  });

  it('gives a purpose and a justification for each file', () => {
    for (const { file, role, purpose, justification } of inventory.files) {
      for (const text of [role, purpose, justification]) assert.ok(text?.length > 5, file);
    }
  });

  it('has the version of the package', () => {
    const { name, version } = jsonOf('package.json');
    assert.deepEqual([inventory.package, inventory.version], [name, version]);
  });

  it('lists the imports of each wasm module, with reasons', () => {
    for (const name of ['aftermint-page.wasm', 'aftermint-workshop.wasm']) {
      const asked = WebAssembly.Module.imports(new WebAssembly.Module(bytesOf(name)));
      assert.deepEqual(
        entryOf(name).imports.map(({ module, name: short, kind }) => ({ module, name: short, kind })),
        asked,
      );
      assert.ok(entryOf(name).imports.every(({ is, why }) => is.length > 2 && why));
    }
  });

  it('lists the files whose hash a script contains: the module and the messages', () => {
    const fetched = inventory.files.filter(({ file }) => /^aftermint-(page\.wasm|messages\.json)$/.test(file));
    assert.equal(fetched.length, 2);
    for (const { file, pins } of scripts.filter(({ contacts }) =>
      contacts.some(({ through }) => through === 'fetch'),
    )) {
      assert.deepEqual(
        pins.map((pin) => pin.file),
        fetched.map((pin) => pin.file),
      );
      for (const { file: pinned, integrity } of pins) {
        assert.equal(integrity, hashOf(integrity.split('-')[0], bytesOf(pinned)));
        assert.ok(textOf(`dist/${file}`).includes(integrity));
      }
    }
  });
});

describe('the inventory of page scripts', () => {
  it('has each as a classic script and as a module, and what bundlers add to their pages', () => {
    assert.deepEqual(
      scripts.map(({ file }) => file),
      [
        'aftermint-datalayer.js',
        'aftermint-datalayer.mjs',
        'aftermint.js',
        'aftermint.mjs',
        'checkout.mjs',
        'pure.mjs',
        'react.mjs',
        'vue.mjs',
      ],
    );
  });

  it('says that the data layer script uses no network and stores nothing', () => {
    const [script, module] = scripts;
    for (const { contacts, stores, pins } of [script, module]) assert.deepEqual([contacts, stores, pins], [[], [], []]);
  });

  for (const { file, reads, contacts, stores, locks, globals } of scripts) {
    const text = textOf(`dist/${file}`);

    it(`${file}: everything that it reads from browser and page`, () => {
      const byNetwork = contacts.flatMap(({ through }) => through.split(', ')).filter((name) => name.includes('.'));
      const stated = new Set([...reads.map(({ from }) => from), ...byNetwork]);
      if (file.endsWith('.mjs')) for (const name of ['document.currentScript', 'location.search']) stated.delete(name);
      for (const ours of ['attributes of its own elements', 'events of our own elements']) stated.delete(ours);
      assert.deepEqual(platformIn(text), [...stated].sort());
    });

    it(`${file}: all names of its storage keys and locks`, () => {
      const stated = [...stores.map(({ key }) => key), ...locks.map(({ name }) => name.replace(/\/.*/, ''))];
      assert.deepEqual(ownNamesIn(text, kinds), stated.sort());
    });

    it(`${file}: it uses no other API to send data, has no URL in it and evaluates no text`, () => {
      // The one import is our own file next to the script (inventory.json, contacts).
      const debug = /\bimport\(new URL\([`"]aftermint-debug\.js[^)]*\)/g;
      assert.equal([...text.matchAll(debug)].length, file === 'aftermint.js' ? 1 : 0);
      assert.deepEqual(forbiddenIn(text.replace(debug, '')), []);
      const fetches = contacts.some(({ through }) => through.includes('fetch'));
      assert.equal([...text.matchAll(/\bwindow\.fetch\b/g)].length, fetches ? 1 : 0);
      assert.equal(/\b(local|session)Storage\b/.test(text), stores.length > 0);
      assert.equal([...text.matchAll(/(?<![.\w])fetch\(/g)].length, 0, 'it calls no fetch except the one it keeps');
    });

    it(`${file}: its globals`, () => {
      const stated = globals.map(({ name }) => name);
      const made = file.endsWith('.js')
        ? globalsMadeBy(text)
        : found(text, /\b(?:window|globalThis|self)\.(\w+)=(?!=)/g);
      assert.deepEqual(stated, made);
    });
  }

  it('these tests notice a script that does more', () => {
    const more = 'navigator.userAgentData;document?.referrer;"aftermint.other";new WebSocket("wss://x")';
    assert.deepEqual(platformIn(more), ['document.referrer', 'navigator.userAgentData']);
    assert.deepEqual(ownNamesIn(more, kinds), ['aftermint.other']);
    assert.deepEqual(forbiddenIn(more), ['WebSocket', 'referrer']);
    assert.deepEqual(forbiddenIn('new FormData;new FormData()'), []);
    assert.deepEqual(forbiddenIn('new FormData(form)'), ['FormData(']);
    assert.deepEqual(forbiddenIn('Reflect.construct(FormData,[form])'), ['FormData']);
  });
});

/** Runs a script in an empty page without a network and returns the globals that it creates. */
function globalsMadeBy(text) {
  const nothing = () => undefined;
  class HTMLScriptElement {
    src = 'https://shop.test/dist/aftermint.js';
    dataset = { book: '/book.json' };
  }
  const page = {
    HTMLScriptElement,
    HTMLElement: class {},
    URL,
    TextDecoder,
    TextEncoder,
    WebAssembly,
    crypto,
    performance,
    setTimeout: nothing,
    clearTimeout: nothing,
    AbortController,
    AbortSignal,
    addEventListener: nothing,
    dispatchEvent: () => true,
    Event,
    fetch: () => new Promise(nothing),
    navigator: {},
    localStorage: {},
    sessionStorage: {},
    customElements: { get: nothing, define: nothing },
    document: { currentScript: new HTMLScriptElement(), addEventListener: nothing },
  };
  page.window = page;
  const before = new Set(Object.keys(page));
  vm.runInNewContext(text, page);
  return Object.keys(page).filter((name) => !before.has(name));
}
