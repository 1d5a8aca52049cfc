/** Evaluates a condition on a moment: the part of GrowthBook's published language that the random books use. */
import { canOneClick } from './path.js';
import type { World } from './world.js';

type Attribute = unknown;
type Condition = Record<string, unknown>;

const kDay = 86_400_000;
const textOrNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);
const once = (list: (string | undefined)[]) => [
  ...new Set(list.filter((entry) => entry !== undefined && entry !== '')),
];

/** The attributes of a moment (condition.h has the table). */
export function attributesOf(world: World): Record<string, Attribute> {
  const { moment, products, now } = world;
  const { order } = moment;
  const own = world.lines.map((line) => ({ line, product: products.get(line.product) }));
  const clock = now + (moment.utcOffset ?? 0) * 60_000;
  const locale = moment.locale ?? '';
  return {
    order: {
      id: textOrNull(order.id),
      status: order.status ?? 'open',
      currency: order.currency,
      value: own.reduce((sum, { line }) => sum + line.price * line.quantity, 0),
      total: order.total ?? null,
      lineCount: own.length,
      quantity: own.reduce((sum, { line }) => sum + line.quantity, 0),
      lines: own.map(({ line, product }) => ({
        ...line,
        variant: textOrNull(line.variant),
        category: textOrNull(product?.category),
        tags: product?.tags ?? null,
      })),
      products: once(own.map(({ line }) => line.product)),
      categories: once(own.map(({ product }) => product?.category)),
      tags: once(own.flatMap(({ product }) => product?.tags ?? [])),
    },
    visitor: { ...moment.visitor?.attributes, id: textOrNull(moment.visitor?.id) },
    platform: { ...moment.platform?.attributes, oneClick: canOneClick(world) },
    page: { url: textOrNull(moment.page?.url), product: textOrNull(moment.page?.product) },
    placement: moment.placement,
    locale: textOrNull(locale),
    language: textOrNull(locale.split(/[-_]/)[0]?.toLowerCase()),
    time: new Date(now).toISOString(),
    hour: new Date(clock).getUTCHours(),
    weekday: ((((Math.floor(clock / kDay) + 3) % 7) + 7) % 7) + 1,
  };
}

const at = (attributes: Attribute, path: string): Attribute =>
  path
    .split('.')
    .reduce<Attribute>(
      (value, step) => (value !== null && typeof value === 'object' ? (value as Condition)[step] : null),
      attributes,
    ) ?? null;

/** A version as text that sorts correctly: numbers are padded, and a release comes after its pre-releases. */
function padded(version: unknown): string {
  const parts = String(version || '0')
    .replace(/(^v|\+.*$)/g, '')
    .split(/[-.]/);
  if (parts.length === 3) parts.push('~');
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(5, ' ') : part)).join('-');
}

const isNumber = (value: unknown) => typeof value === 'string' || typeof value === 'number' || value === null;
const ordered = (left: unknown, right: unknown, holds: (left: never, right: never) => boolean) =>
  typeof left === 'string' && typeof right === 'string'
    ? holds(left as never, right as never)
    : isNumber(left) && isNumber(right) && holds(Number(left) as never, Number(right) as never);

function operatorHolds(name: string, operand: unknown, actual: Attribute): boolean {
  const list = operand as unknown[];
  switch (name) {
    case '$eq':
      return actual === operand;
    case '$ne':
      return actual !== operand;
    case '$lt':
      return ordered(actual, operand, (a, b) => a < b);
    case '$gt':
      return ordered(actual, operand, (a, b) => a > b);
    case '$gte':
      return ordered(actual, operand, (a, b) => a >= b);
    case '$in':
      return Array.isArray(actual) ? actual.some((entry) => list.includes(entry)) : list.includes(actual);
    case '$all':
      return Array.isArray(actual) && list.every((wanted) => actual.some((entry) => valueHolds(wanted, entry)));
    case '$elemMatch':
      return Array.isArray(actual) && actual.some((entry) => holds(operand as Condition, entry));
    case '$regex':
      return new RegExp(operand as string).test(String(actual));
    case '$exists':
      return (actual !== null) === operand;
    case '$vgte':
      return padded(actual) >= padded(operand);
    default:
      throw new Error(`the oracle does not know the operator ${name}`);
  }
}

function valueHolds(wanted: unknown, actual: Attribute): boolean {
  if (wanted === null || typeof wanted !== 'object') {
    // The published language uses loose equality. Here null also means a missing value.
    // biome-ignore lint/suspicious/noDoubleEquals: see above
    return actual == wanted;
  }
  return Object.entries(wanted).every(([name, operand]) => operatorHolds(name, operand, actual));
}

/** Whether a condition holds: all its parts must hold. */
export function holds(condition: Condition, attributes: Attribute): boolean {
  return Object.entries(condition).every(([key, wanted]) => {
    const parts = wanted as Condition[];
    if (key === '$or') return parts.some((part) => holds(part, attributes));
    if (key === '$nor') return !parts.some((part) => holds(part, attributes));
    if (key === '$not') return !holds(wanted as Condition, attributes);
    return valueHolds(wanted, at(attributes, key));
  });
}
