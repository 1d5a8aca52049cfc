/** @file Renders a view as HTML and as plain text, for servers and mails (workshop/src/render/render_node.cpp). */
import type { View } from '../types.js';
import { moneyText } from './money.js';

const isVoid = (tag: string) => tag === 'img' || tag === 'input';
const isBlock = (tag: string) => !['span', 's', 'small', 'input', 'img'].includes(tag);

const kEscapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\ufffd',
};

/** Escapes a text for HTML content and quoted attribute values. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'\0]/g, (c) => kEscapes[c] ?? c);

/** The tree as HTML, every text and attribute escaped. Amounts are formatted for `locale`. */
export function toHtml(node: View, locale: string): string {
  if (typeof node === 'string') return escapeHtml(node);
  if ('money' in node) return escapeHtml(moneyText(node.money.amount, node.money.currency, locale));
  const { tag, attrs = {}, children = [] } = node;
  const attributes = Object.entries(attrs).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const head = `<${tag}${attributes.join('')}>`;
  return isVoid(tag) ? head : `${head}${children.map((child) => toHtml(child, locale)).join('')}</${tag}>`;
}

/** The tree as plain text, one block per line: a checkbox is `[ ]`, a link is followed by its URL. */
export function toText(root: View, locale: string): string {
  let out = '';
  const endLine = (tag: string) => {
    if (isBlock(tag) && out && !out.endsWith('\n')) out += '\n';
  };
  const add = (node: View): void => {
    if (typeof node === 'string') {
      out += node;
      return;
    }
    if ('money' in node) {
      out += moneyText(node.money.amount, node.money.currency, locale);
      return;
    }
    const { tag, attrs = {}, children = [] } = node;
    const isControl = tag === 'button' || tag === 'a';
    endLine(tag);
    if (tag === 'input') out += '[ ] ';
    if (isControl) out += '[ ';
    for (const child of children) add(child);
    if (isControl) out += ' ]';
    if (tag === 'a' && attrs.href !== undefined) out += ` ${attrs.href}`;
    endLine(tag);
  };
  add(root);
  return out;
}
