// The tables of widget/README.md, made from the manifest and written between markers.
import { elementsOf } from './manifest.mjs';
import { Plain } from './project.mjs';

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
const cell = (text = '') => text.replaceAll('\n\n', ' ').replaceAll('|', '\\|');
const rows = (lines) => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const table = (heads, lines) => `${rows([heads])}\n|${heads.map(() => '---|').join('')}\n${rows(lines)}`;

const called = ({ tagName }) => tagName.replace(/^aftermint-/, '');

/** The entries of all elements, each once, with the names of its elements, or "all". */
function gathered(elements, kind) {
  const byName = new Map();
  for (const element of elements) {
    for (const entry of element[kind]) {
      const known = byName.get(entry.name) ?? { entry, of: [] };
      byName.set(entry.name, { ...known, of: [...known.of, called(element)] });
    }
  }
  const from = (of) => (of.length === elements.length ? 'all' : of.join(', '));
  return [...byName.values()].map(({ entry, of }) => ({ ...entry, from: from(of) }));
}

/** The attributes of an element with their properties, then the properties that have no attribute. */
function attributesOf({ attributes, members }) {
  const fields = members.filter(({ kind }) => kind === 'field');
  const paired = new Set(attributes.map(({ fieldName }) => fieldName));
  const nameOf = (field) => (field ? `${code(field.name)}${field.readonly ? ', read only' : ''}` : '');
  const typeOf = (entry) => code(entry.type.text);
  return table(
    ['attribute', 'property', 'type', 'is'],
    [
      ...attributes.map((attribute) => {
        const field = fields.find(({ name }) => name === attribute.fieldName);
        const type = field && !attribute.readonly ? typeOf(field) : typeOf(attribute);
        return [code(attribute.name), nameOf(field), type, cell(attribute.description)];
      }),
      ...fields
        .filter(({ name }) => !paired.has(name))
        .map((field) => ['', nameOf(field), typeOf(field), cell(field.description)]),
    ],
  );
}

const methodsOf = ({ members }) =>
  table(
    ['method', 'does'],
    members
      .filter(({ kind }) => kind === 'method')
      .map(({ name, description }) => [code(`${name}()`), cell(description)]),
  );

const eventsOf = (elements) =>
  table(
    ['event', 'from', 'detail', 'cancelable', 'says'],
    gathered(elements, 'events').map(({ name, from, detail, cancelable, description }) => [
      code(name),
      from,
      detail ? code(detail.text) : '',
      cancelable ? 'yes' : 'no',
      cell(description),
    ]),
  );

const partsOf = (elements) =>
  table(
    ['part', 'of', 'is'],
    gathered(elements, 'cssParts').map(({ name, from, description }) => [code(name), from, cell(description)]),
  );

const propertiesOf = (elements) =>
  table(
    ['custom property', 'of', 'default', 'is'],
    gathered(elements, 'cssProperties').map(({ name, from, default: value, description }) => [
      code(name),
      from,
      code(value),
      cell(description),
    ]),
  );

/** Every table by the name in its markers. */
export function makeTables(manifest) {
  const elements = elementsOf(manifest);
  return new Map([
    ...elements.map((element) => [`${element.tagName} attributes`, attributesOf(element)]),
    ...elements
      .filter(({ members }) => members.some(({ kind }) => kind === 'method'))
      .map((element) => [`${element.tagName} methods`, methodsOf(element)]),
    ['events', eventsOf(elements)],
    ['parts', partsOf(elements)],
    ['custom properties', propertiesOf(elements)],
  ]);
}

/**
 * The text with each table between its markers, `<!-- table: NAME -->` and `<!-- /table -->`.
 *
 * @throws Plain if a table has no markers, or markers no table.
 */
export function setTables(text, tables) {
  const placed = new Set();
  const set = text.replace(/<!-- table: (.*?) -->[\s\S]*?<!-- \/table -->/g, (_, name) => {
    const made = tables.get(name);
    if (!made) throw new Plain(`There is a place for a table "${name}", but the manifest has no such table.`);
    placed.add(name);
    return `<!-- table: ${name} -->\n${made}\n<!-- /table -->`;
  });
  const missing = [...tables.keys()].filter((name) => !placed.has(name));
  if (missing.length === 0) return set;
  throw new Plain(
    `No place for ${missing.join(', ')}: write \`<!-- table: ${missing[0]} -->\` and \`<!-- /table -->\` where it belongs.`,
  );
}
