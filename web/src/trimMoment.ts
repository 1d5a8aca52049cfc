/** @file Removes from a moment what the open book never reads. */
import type { Attributes, Moment } from './types.js';

/** True for plain objects, which JSON.stringify writes property by property. */
const isPlain = (value: object | null | undefined) =>
  value?.constructor === Object && !(value as { toJSON?: unknown }).toJSON;

/**
 * Returns a function that removes unread parts of a moment, so that there is less JSON to write, copy and parse.
 *
 * The core decides the same with and without these parts. Objects that are not plain are kept whole.
 *
 * @param reads from the core's `open`: `visitor.NAME` for one attribute, `visitor` for all of them, `page`, `seen`.
 */
export function momentTrimmer(reads: readonly string[]): (moment: Moment) => Moment {
  const names = reads.filter((path) => path[7] === '.').map((path) => path.slice(8));
  const [all, seen, readsPage] = ['visitor', 'seen', 'page'].map((path) => reads.includes(path));
  return (moment) => {
    if (!isPlain(moment) || !isPlain(moment.visitor)) return moment;
    const visitor: Record<string, unknown> = { ...moment.visitor };
    const { attributes } = moment.visitor;
    if (attributes && isPlain(attributes) && !all) {
      const kept: Attributes = { __proto__: null }; // so that an attribute may even be called `__proto__`
      for (const name of names) {
        if (Object.prototype.propertyIsEnumerable.call(attributes, name)) kept[name] = attributes[name];
      }
      visitor.attributes = kept;
    }
    if (!seen) visitor.seen = undefined;
    // On a product page the core itself reads `page.product`.
    const page = readsPage || moment.placement === 'product_page' ? moment.page : undefined;
    const trimmed = { ...moment, visitor, page };
    return trimmed as unknown as Moment;
  };
}
