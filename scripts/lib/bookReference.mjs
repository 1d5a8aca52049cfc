// docs/book.md: every field of a book, from dist/book.schema.json. The schema's descriptions are the source.

/** What the patterns of the schema stand for, by a text that each accepts and the others refuse. */
const kTexts = [
  [/^\^\[A-Z\]\{3\}/, 'currency', 'ISO 4217, such as `GBP`'],
  [/^\^\[A-Za-z\]\{2,3\}/, 'locale', 'BCP 47, such as `en-GB`'],
  [/^\^\(\?:https/, 'URL', '`https://…`, or a path such as `/returns`'],
  [/^\^\[0-9\]\{4\}/, 'time', 'RFC 3339 with its zone'],
  [/^\^\[A-Za-z0-9\._:/, 'id', '1–128 letters, digits and `._:#+@-`'],
];

const number = (value) => value.toLocaleString('en');

function scalar(schema) {
  if (schema.enum) return ['code', schema.enum.map((code) => `\`${code}\``).join(', ')];
  if (schema.$ref) return ['object', 'a condition ([formats.md](formats.md))'];
  const known = kTexts.find(([pattern]) => pattern.test(schema.pattern ?? ''));
  if (known) return known.slice(1);
  if (schema.pattern) throw new Error(`a pattern without a name in scripts/lib/bookReference.mjs: ${schema.pattern}`);
  switch (schema.type) {
    case 'string':
      return ['text', `${schema.minLength}–${number(schema.maxLength)} characters`];
    case 'integer':
      return [
        'whole number',
        schema.minimum === schema.maximum
          ? number(schema.minimum)
          : `${number(schema.minimum)}–${number(schema.maximum)}`,
      ];
    case 'boolean':
      return ['true or false', ''];
    default:
      throw new Error(`no words for the type ${schema.type}`);
  }
}

/** Type and limits of a field, and the object that describes its parts, if it has any. */
function shape(schema) {
  if (schema.type === 'array') {
    const inner = shape(schema.items);
    const most = number(schema.maxItems);
    const count = schema.minItems > 0 ? `${schema.minItems}–${most}` : `at most ${most}`;
    return {
      type: `list of ${inner.type}`,
      limits: [count, inner.limits].filter(Boolean).join('; each '),
      parts: inner.parts,
    };
  }
  if (schema.type === 'object' && schema.additionalProperties) {
    const count =
      schema.minProperties > 0 ? `${schema.minProperties}–${schema.maxProperties}` : `at most ${schema.maxProperties}`;
    return { type: 'object by locale', limits: count, parts: schema.additionalProperties };
  }
  if (schema.properties) return { type: 'object', limits: '', parts: schema };
  const [type, limits] = scalar(schema);
  return { type, limits };
}

/** Splits "After it no offer is shown; 600 if absent." into what it says and the default. */
function sayings(description = '') {
  const found = /^(?:(.*); )?([^;]+?) if absent(.*?)\.?$/s.exec(description);
  if (!found) return { says: description, absent: '' };
  const [, before = '', absent, after = ''] = found;
  const rest = `${before}${after.startsWith(';') ? after : after && ` ${after.trim()}`}`
    .trim()
    .replace(/^\((.*)\)$/, 'See $1');
  return { says: rest && !rest.endsWith('.') ? `${rest}.` : rest, absent: absent.trim() };
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('docs/craft.md', '[craft.md](craft.md)');

/** Fields that are there exactly if another field has a certain code. */
function conditions(schema) {
  return new Map(
    (schema.allOf ?? []).map((rule) => {
      const [[by, { const: code }]] = Object.entries(rule.if.properties);
      return [rule.then.required[0], `only and always with \`"${by}": "${code}"\``];
    }),
  );
}

/** The tables of an object and of the objects in it, each below its path. */
function tablesOf(schema, path, level, described) {
  const only = conditions(schema);
  const rows = [];
  const below = [];
  for (const [name, field] of Object.entries(schema.properties)) {
    const { type, limits, parts } = shape(field);
    const { says, absent } = sayings(field.description ?? parts?.description);
    const need = schema.required.includes(name) ? 'required' : absent;
    const more = [limits, only.get(name)].filter(Boolean).join('; ');
    rows.push(`| \`${name}\` | ${cell(type)} | ${cell(more)} | ${cell(need)} | ${cell(says)} |`);
    if (parts) below.push([`${path}${name}${field.type === 'array' ? '[]' : ''}`, parts, name]);
  }
  const head = ['| field | type | limits | default | meaning |', '|---|---|---|---|---|'];
  const text = [...head, ...rows].join('\n');
  const same = described.get(text);
  if (same) return [`As [\`${same}\`](#${anchor(same)}).`];
  described.set(text, path.replace(/\.$/, ''));
  const blocks = [text];
  for (const [place, parts] of below) {
    blocks.push(`${'#'.repeat(Math.min(level, 4))} \`${place}\``);
    blocks.push(...tablesOf(parts, `${place}.`, level + 1, described));
  }
  return blocks;
}

const anchor = (heading) => heading.toLowerCase().replace(/[^\w-]/g, '');

/** The page, between its own introduction and its end. */
export function makeBookReference(schema, example) {
  const blocks = tablesOf(schema, '', 2, new Map());
  return `# The book, field by field

<!-- Written by \`npm run docs\` from dist/book.schema.json. -->

A book is the JSON file of your products and offers. This page has every field; [formats.md](formats.md) explains how they work together,
[craft.md](craft.md) the rules that \`aftermint check\` applies, and [copy.md](copy.md) how texts are judged. \`dist/book.schema.json\` lets an
editor complete and check it: write \`"$schema": "node_modules/aftermint/dist/book.schema.json"\` into the book.

Amounts are whole minor units: 5800 is £58.00. \`Bps\` are hundredths of a percent: 1,000 is 10 %. An unknown field is an error. The default is
what holds if the field is absent; a field without one then says nothing.

The smallest useful book, that of [quick-start.md](quick-start.md):

\`\`\`json
${example.trim()}
\`\`\`

## The book

${blocks.join('\n\n')}
`;
}
