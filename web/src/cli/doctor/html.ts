/** @file Reads the tags of an HTML page, as far as the doctor needs them. */

/** A start tag with its attributes; `text` is what a script or a style holds. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
  text: string;
}

const kEntities: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' };

/** Replaces the character references that attributes of pages usually have. */
function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (name) return kEntities[name.toLowerCase()] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}

const kAttribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const kTag = /<!--[\s\S]*?(?:-->|$)|<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/** The start tags of a page in order. What is in comments, scripts and styles is not a tag. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  kTag.lastIndex = 0;
  for (let match = kTag.exec(html); match; match = kTag.exec(html)) {
    const [, name, inner = ''] = match;
    if (!name) continue;
    const attributes = new Map<string, string>();
    for (const [, attribute = '', double, single, bare] of inner.matchAll(kAttribute)) {
      const key = attribute.toLowerCase();
      if (!attributes.has(key)) attributes.set(key, decoded(double ?? single ?? bare ?? ''));
    }
    const tag = { name: name.toLowerCase(), attributes, text: '' };
    tags.push(tag);
    if (!['script', 'style', 'textarea', 'title', 'template'].includes(tag.name)) continue;
    const end = new RegExp(`</${tag.name}[\\s/>]`, 'gi');
    end.lastIndex = kTag.lastIndex;
    const at = end.exec(html)?.index ?? html.length;
    tag.text = html.slice(kTag.lastIndex, at);
    kTag.lastIndex = at;
  }
  return tags;
}
