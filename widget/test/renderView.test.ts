/** @file Tests of rendering a view. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { View } from '../../web/src/types.js';
import { isWebUrl, missingLanguage, renderView } from '../src/renderView.js';

/** As much of a DOM as rendering needs. It has no way to parse HTML. */
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

const rendered = (view: View) => renderView(view, 'en-GB') as unknown as FakeElement;

describe('a view', () => {
  it('is rendered as elements, text and formatted money', () => {
    const root = rendered({
      tag: 'p',
      attrs: { part: 'price' },
      children: ['Adds ', { money: { amount: 1800, currency: 'GBP' } }],
    });
    assert.equal(root.tag, 'p');
    assert.equal(root.attributes.part, 'price');
    assert.equal(root.children[0], 'Adds ');
    assert.equal((root.children[1] as FakeElement).textContent, '£18.00');
  });

  it('keeps text as text, even if it looks like HTML', () => {
    const text = '<img src=x onerror=alert(1)>';
    assert.deepEqual(rendered({ tag: 'p', children: [text] }).children, [text]);
  });

  it('can contain only the tags that the core uses', () => {
    for (const tag of ['script', 'iframe', 'form', 'style', 'svg', 'object', 'SCRIPT', 'constructor']) {
      assert.equal(rendered({ tag }).tag, 'span');
    }
  });

  it('can contain no attribute that runs code, sets styles or names a form field', () => {
    const attrs = { onclick: 'x', style: 'x', srcdoc: 'x', formaction: 'x', name: 'x', 'ARIA-x': 'x', class: 'x' };
    assert.deepEqual(rendered({ tag: 'div', attrs }).attributes, {});
    assert.deepEqual(rendered({ tag: 'div', attrs: { 'aria-label': 'Extra', lang: 'en' } }).attributes, {
      'aria-label': 'Extra',
      lang: 'en',
    });
  });

  it('can link only to web pages', () => {
    for (const href of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'blob:x', 'https://[']) {
      assert.deepEqual(rendered({ tag: 'a', attrs: { href } }).attributes, {}, href);
    }
    for (const href of ['/products/a', '//cdn.example/a', 'https://shop.example/a', 'a?b#c']) {
      assert.ok(isWebUrl(href), href);
    }
  });
});

describe('missingLanguage', () => {
  const headline = (attrs: Record<string, string>) => ({
    tag: 'p',
    attrs: { part: 'headline', ...attrs },
    children: [],
  });
  const view = (...children: View[]): View => ({ tag: 'section', attrs: { lang: 'en', dir: 'ltr' }, children });

  it('is the language of copy that the core has no messages for', () => {
    const image = { tag: 'img', attrs: { part: 'image', src: '/x.svg' } };
    assert.equal(missingLanguage(view(image, headline({ lang: 'de', dir: 'ltr' }))), 'de');
  });

  it('is undefined if messages and copy have the same language, and without a view', () => {
    for (const other of [
      view(headline({})),
      view(headline({}), { tag: 'img', attrs: { part: 'image', lang: 'de' } }),
      view('text'),
      view({ money: { amount: 1, currency: 'GBP' } }),
      'text',
      null,
    ]) {
      assert.equal(missingLanguage(other), undefined);
    }
  });
});
