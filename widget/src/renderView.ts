/** @file Renders a view as DOM nodes. */
import { formatMoney } from '../../web/src/money.js';
import type { View } from '../../web/src/types.js';

const kTags = new Set('section div h2 p span label input button a img s small'.split(' '));
const kAttributes = /^(part|id|for|type|href|src|alt|lang|dir|width|height|decoding|role|aria-[a-z]+)$/;

/**
 * Renders a view as elements and text nodes. Nothing is parsed as HTML.
 *
 * The core writes only the tags and attributes listed here. The lists make sure that no book can add others.
 */
export function renderView(view: View, locale: string): Node {
  if (typeof view === 'string') return document.createTextNode(view);
  if ('money' in view) {
    const amount = document.createElement('span');
    amount.setAttribute('part', 'money');
    amount.textContent = formatMoney(view.money, locale);
    return amount;
  }
  const element = document.createElement(kTags.has(view.tag) ? view.tag : 'span');
  for (const [name, value] of Object.entries(view.attrs ?? {})) {
    if (kAttributes.test(name) && (!/^(href|src)$/.test(name) || isWebUrl(value))) element.setAttribute(name, value);
  }
  element.append(...(view.children ?? []).map((child) => renderView(child, locale)));
  return element;
}

/** The language of the copy in a view, if the core lacks our messages in it and has used English ones. */
export function missingLanguage(view: View | null): string | undefined {
  const { children } = (view ?? {}) as { children?: { attrs?: Record<string, string> }[] };
  return children?.find(({ attrs }) => attrs?.part === 'headline')?.attrs?.lang;
}

/** Whether a link is relative, http or https. */
export function isWebUrl(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text, document.baseURI).protocol);
  } catch {
    return false;
  }
}

/** The first element with that part name. */
export function partOf(root: ParentNode, name: string): HTMLElement | null {
  return root.querySelector(`[part~="${name}"]`);
}

/** The text of that part, as it is on the screen. */
export function textOf(root: ParentNode, name: string): string {
  return partOf(root, name)?.textContent?.trim() ?? '';
}
