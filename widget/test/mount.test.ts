import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { View } from '../../web/src/types.js';
import { isWebUrl, mount, speechless } from '../src/mount.js';

/** As much of a document as building a tree needs; there is no door to a parser in it. */
class FakeElement {
  readonly attributes: Record<string, string> = {};
  readonly children: unknown[] = [];
  readonly tag: string;
  textContent = '';
  constructor(tag: string) {
    this.tag = tag;
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  append(...children: unknown[]): void {
    this.children.push(...children);
  }
}

before(() => {
  Object.assign(globalThis, {
    document: {
      baseURI: 'https://shop.example/checkout',
      createElement: (tag: string) => new FakeElement(tag),
      createTextNode: (text: string) => text,
    },
  });
});

const built = (view: View) => mount(view, 'en-GB') as unknown as FakeElement;

describe('a view', () => {
  it('becomes elements, text and formatted money', () => {
    const root = built({
      tag: 'p',
      attrs: { part: 'price' },
      children: ['Adds ', { money: { amount: 1800, currency: 'GBP' } }],
    });
    assert.equal(root.tag, 'p');
    assert.equal(root.attributes.part, 'price');
    assert.equal(root.children[0], 'Adds ');
    assert.equal((root.children[1] as FakeElement).textContent, '£18.00');
  });

  it('keeps text as text, whatever it looks like', () => {
    const text = '<img src=x onerror=alert(1)>';
    assert.deepEqual(built({ tag: 'p', children: [text] }).children, [text]);
  });

  it('has no tag but those of the core', () => {
    for (const tag of ['script', 'iframe', 'form', 'style', 'svg', 'object', 'SCRIPT', 'constructor']) {
      assert.equal(built({ tag }).tag, 'span');
    }
  });

  it('has no attribute that runs, styles or names a form field', () => {
    const attrs = { onclick: 'x', style: 'x', srcdoc: 'x', formaction: 'x', name: 'x', 'ARIA-x': 'x', class: 'x' };
    assert.deepEqual(built({ tag: 'div', attrs }).attributes, {});
    assert.deepEqual(built({ tag: 'div', attrs: { 'aria-label': 'Extra', lang: 'en' } }).attributes, {
      'aria-label': 'Extra',
      lang: 'en',
    });
  });

  it('links only to the web', () => {
    for (const href of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'blob:x', 'https://[']) {
      assert.deepEqual(built({ tag: 'a', attrs: { href } }).attributes, {}, href);
    }
    for (const href of ['/products/a', '//cdn.example/a', 'https://shop.example/a', 'a?b#c']) {
      assert.ok(isWebUrl(href), href);
    }
  });
});

describe('a view whose copy is in a language that the core has no words in', () => {
  const headline = (attrs: Record<string, string>) => ({
    tag: 'p',
    attrs: { part: 'headline', ...attrs },
    children: [],
  });
  const view = (...children: View[]): View => ({ tag: 'section', attrs: { lang: 'en', dir: 'ltr' }, children });

  it('says which', () => {
    const image = { tag: 'img', attrs: { part: 'image', src: '/x.svg' } };
    assert.equal(speechless(view(image, headline({ lang: 'de', dir: 'ltr' }))), 'de');
  });

  it('is no other: not one in our words’ language, and not none', () => {
    for (const other of [
      view(headline({})),
      view(headline({}), { tag: 'img', attrs: { part: 'image', lang: 'de' } }),
      view('text'),
      view({ money: { amount: 1, currency: 'GBP' } }),
      'text',
      null,
    ]) {
      assert.equal(speechless(other), undefined);
    }
  });
});
