import type { Attributes, Moment } from './types.js';

/** A literal, which JSON.stringify writes member by member. */
const isPlain = (value: object | null | undefined) =>
  value?.constructor === Object && !(value as { toJSON?: unknown }).toJSON;

/**
 * What takes out of a moment what the open book never looks at, so that less is written, carried over and read again.
 *
 * `reads` is what `open` answers: `visitor.NAME` for an attribute, `visitor` for all of them, `page`, `seen`; without it
 * a moment stays whole, as does whatever is no plain object.
 */
export function leaner(reads: readonly string[] | undefined): (moment: Moment) => Moment {
  if (!reads) return (moment) => moment;
  const names = reads.filter((path) => path[7] === '.').map((path) => path.slice(8));
  const [all, seen, readsPage] = ['visitor', 'seen', 'page'].map((path) => reads.includes(path));
  return (moment) => {
    if (!isPlain(moment) || !isPlain(moment.visitor)) return moment;
    const visitor: Record<string, unknown> = { ...moment.visitor };
    const { attributes } = moment.visitor;
    if (attributes && isPlain(attributes) && !all) {
      const kept: Attributes = { __proto__: null }; // no name is special in it
      for (const name of names) {
        if (Object.prototype.propertyIsEnumerable.call(attributes, name)) kept[name] = attributes[name];
      }
      visitor.attributes = kept;
    }
    if (!seen) visitor.seen = undefined;
    const page = readsPage || moment.placement === 'product_page' ? moment.page : undefined; // it is looked at there
    const lean = { ...moment, visitor, page };
    return lean as unknown as Moment;
  };
}
