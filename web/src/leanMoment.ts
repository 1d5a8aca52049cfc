import type { Attributes, Moment } from './types.js';

/** A literal, which JSON.stringify writes member by member. */
const isPlain = (value: object | null | undefined) =>
  value?.constructor === Object && !(value as { toJSON?: unknown }).toJSON;

/**
 * The moment without what the open book never looks at, so that less is written, carried over and read again.
 *
 * `reads` is what `open` answers: `visitor.NAME` for an attribute, `visitor` for all of them, `page`, `seen`; without it
 * a moment stays whole, as does whatever is no plain object.
 */
export function leanMoment(moment: Moment, reads: readonly string[] | undefined): Moment {
  if (!reads || !isPlain(moment) || !isPlain(moment.visitor)) return moment;
  const left: Record<string, unknown> = { ...moment };
  const visitor: Record<string, unknown> = { ...moment.visitor };
  const { attributes } = moment.visitor;
  if (attributes && isPlain(attributes) && !reads.includes('visitor')) {
    const kept: Attributes = Object.create(null); // where no name is special
    for (const path of reads) {
      const name = path.slice(8);
      if (path[7] === '.' && Object.prototype.propertyIsEnumerable.call(attributes, name)) {
        kept[name] = attributes[name];
      }
    }
    visitor.attributes = kept;
  }
  if (!reads.includes('seen')) visitor.seen = undefined;
  // On a product page the page says what is looked at.
  if (!reads.includes('page') && moment.placement !== 'product_page') left.page = undefined;
  left.visitor = visitor;
  return left as unknown as Moment;
}
