/** @file The elements and the script tag as HTML, for pages that a server writes. */
import type { Order } from '../types.js';
import type { Paths } from './http.js';
import type { PageFiles } from './pageFiles.js';

/** Attributes by name. `true` writes the attribute without a value; `false` and `undefined` write nothing. */
export type HtmlAttributes = Record<string, string | boolean | undefined>;

const kEscapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attribute([name, value]: [string, string | boolean | undefined]): string {
  if (!/^[a-z][\w.:-]*$/i.test(name)) throw new TypeError(`"${name}" is no name of an attribute`);
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${value.replace(/[&<>"]/g, (each) => kEscapes[each]!)}"`;
}

const attributesOf = (attributes: HtmlAttributes): string => Object.entries(attributes).map(attribute).join('');

/** An element of ours. Throws TypeError for a name that cannot be an attribute's. */
export function elementHtml(tag: 'bump' | 'offer', order: Order, attributes: HtmlAttributes): string {
  return `<aftermint-${tag}${attributesOf({ ...attributes, order: JSON.stringify(order) })}></aftermint-${tag}>`;
}

/** The style sheet and the script tag for the head of a page. Throws what `PageFiles.get` throws. */
export function headHtml(
  files: PageFiles,
  paths: Paths,
  hasCollector: boolean,
  { nonce, ...attributes }: HtmlAttributes,
): string {
  const [style, script] = ['aftermint.css', 'aftermint.js'] as const;
  const link = attributesOf({
    rel: 'stylesheet',
    href: `${paths.files}/${style}`,
    integrity: files.get(style).integrity,
    nonce,
  });
  const tag = attributesOf({
    async: true,
    src: `${paths.files}/${script}`,
    integrity: files.get(script).integrity,
    nonce,
    'data-book': paths.book,
    'data-beacon': hasCollector && paths.events,
    'data-accept': paths.accept,
    ...attributes,
  });
  return `<link${link}>\n<script${tag}></script>`;
}
