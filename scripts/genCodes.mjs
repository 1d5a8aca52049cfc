// Writes the fixed codes of the wire, declared once in core/codes.json, as C++, as TypeScript and as a page of docs/.
// `--check` writes nothing and fails when a generated file differs from what it should be.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const notice = 'Written by `npm run codes` from core/codes.json; do not edit.';

/**
 * @typedef {{ doc: string, values: Record<string, string>, authoringOnly?: string[],
 *   webOnly?: boolean, hints?: Record<string, string> }} Group
 *   `authoringOnly`: codes that a page never uses; `webOnly`: C++ does not have them; `hints`: what to do, for each code
 */

const pascal = (code) => code.replace(/(^|_)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const plural = (name) =>
  /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
const listName = (name) => plural(name[0].toLowerCase() + name.slice(1));

/** Refuses a declaration that would not compile or would put an odd spelling on the wire. */
function validate(groups) {
  for (const [name, group] of Object.entries(groups)) {
    if (!/^[A-Z][A-Za-z]*$/.test(name)) throw new Error(`core/codes.json: group "${name}" is not PascalCase`);
    const codes = Object.keys(group.values);
    if (codes.length === 0 || codes.length > 255) throw new Error(`core/codes.json: ${name} has ${codes.length} codes`);
    for (const code of codes) {
      if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code)) {
        throw new Error(`core/codes.json: ${name}.${code} is not snake_case`);
      }
    }
    for (const code of group.hints ? codes : []) {
      if (!group.hints[code]) throw new Error(`core/codes.json: ${name}.${code} has no hint`);
    }
    for (const code of group.authoringOnly ?? []) {
      if (!codes.includes(code))
        throw new Error(`core/codes.json: ${name} has no code "${code}" to keep out of the page`);
    }
  }
}

/** One group as an enum, its codes in the same order, and the way from one to the other. */
function cppGroup(name, { doc, values, authoringOnly = [] }) {
  const codes = Object.entries(values);
  const enumerators = codes.map(([code, meaning]) => `  ${pascal(code)},  ///< ${meaning}`).join('\n');
  const list = codes
    .map(([code]) => (authoringOnly.includes(code) ? `    AFTERMINT_AUTHORING_CODE("${code}"),` : `    "${code}",`))
    .join('\n');
  const meanings = codes.map(([, meaning]) => `    ${JSON.stringify(meaning)},`).join('\n');
  return `/** ${doc} */
enum class ${name} : std::uint8_t {
${enumerators}
};

/** The codes of \`${name}\` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, ${codes.length}> k${name}Codes = {
${list}
};

/** What they mean, for people; unused ones cost nothing. */
inline constexpr std::array<std::string_view, ${codes.length}> k${name}Meanings = {
${meanings}
};

template <>
struct Codes<${name}> {
  static constexpr std::string_view name = "${name}";
  static constexpr std::span<const std::string_view> all{k${name}Codes};
  static constexpr std::span<const std::string_view> meanings{k${name}Meanings};
};
`;
}

const cpp = (groups) => `/**
 * @file The fixed codes of the wire. ${notice}
 */
// clang-format off
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

// Codes that only tools and servers use: the page's module does not carry them.
#if AFTERMINT_PAGE
#define AFTERMINT_AUTHORING_CODE(code) std::string_view()
#else
#define AFTERMINT_AUTHORING_CODE(code) code
#endif

namespace aftermint {

/** The codes of an enumeration, for tables: \`Codes<E>::all[i]\` is the code of the enumerator \`E(i)\`. */
template <class E>
struct Codes;

${Object.entries(groups)
  .filter(([, { webOnly }]) => !webOnly)
  .map(([name, group]) => cppGroup(name, group))
  .join('\n')}
}  // namespace aftermint
`;

/** One group as a union type and, for those who import it, the list of its codes. */
function tsGroup(name, { doc, values }) {
  const codes = Object.entries(values);
  const union = codes.map(([code, meaning]) => `  /** ${meaning} */\n  | '${code}'`).join('\n');
  const list = codes.map(([code]) => code).join(' ');
  return `/** ${doc} */
export type ${name} =
${union};
/** The codes of {@link ${name}}. */
export const ${listName(name)} = /* @__PURE__ */ '${list}'.split(' ') as readonly ${name}[];
`;
}

const ts = (groups) => `/** @file The fixed codes on the wire. ${notice} */

${Object.entries(groups)
  .map(([name, group]) => tsGroup(name, group))
  .join('\n')}`;

/** What the codes of some groups mean, and what to do about them. Not in `codes.gen.ts`, which pages carry parts of. */
const meaningGroups = ['Relation', 'Path', 'Barrier', 'Reason', 'PageReason', 'PageFinding'];
const meanings = (groups) => `/** @file What codes mean, for people who read a terminal or a console. ${notice} */
import type { ${meaningGroups.join(', ')} } from './codes.gen.js';

${meaningGroups
  .flatMap((name) => {
    const { values, hints } = groups[name];
    const table = (texts, doc, kind) => {
      const lines = Object.entries(texts).map(([code, text]) => `  ${code}: ${JSON.stringify(text)},`);
      const title = `${name[0].toLowerCase()}${name.slice(1)}${kind}`;
      return `/** ${doc} */\nexport const ${title}: Record<${name}, string> = {\n${lines.join('\n')}\n};\n`;
    };
    return [
      table(values, `What the codes of \`${name}\` mean.`, 'Meanings'),
      ...(hints ? [table(hints, 'What to do about them.', 'Hints')] : []),
    ];
  })
  .join('\n')}`;

const groups = JSON.parse(readFileSync(join(root, 'core/codes.json'), 'utf8'));
validate(groups);
/** The page of docs/ that answers why nothing is shown. */
const whyNothing = ({ Reason, PageReason, Barrier }) => {
  const rows = ({ values, hints }) =>
    Object.entries(values)
      .map(([code, meaning]) => `| \`${code}\` | ${meaning} | ${hints[code].replaceAll('|', '\\|')} |`)
      .join('\n');
  const barriers = Object.entries(Barrier.values).map(([code, meaning]) => `- \`one_click_${code}\`: ${meaning}`);
  return `<!-- ${notice} -->
# Why is nothing shown?

An element that shows nothing fires \`aftermint-empty\` with a reason code. This page says what each code means and what to do.

- **In the browser:** add \`data-debug\` to the script tag, or \`?aftermint=debug\` to the address of a page in a preview. The console
  then has one group for each decision of an element: the code, what it means, the hint, and the candidates. Without it nothing is
  logged. With a bundler, \`import 'aftermint/debug'\` does the same.
- **In a terminal:** \`npx aftermint doctor URL\` looks at a page, \`npx aftermint decide BOOK MOMENT --explain\` at a decision.
- **In code:** \`addEventListener('aftermint-empty', ({ detail }) => …)\`; \`detail.reason\` is the code, perhaps with the place after a
  space (\`book_schema /offers/0\`), and \`detail.trace\` the candidates of a decision.

An element in a part of the page that is not shown yet waits, and fires nothing. If no event comes at all, the script did not run: look at
the console and at \`doctor\`.

## The page

| code | means | what to do |
|---|---|---|
${rows(PageReason)}

## The decision

These codes are reasons of a decision, or of one of its candidates.

| code | means | what to do |
|---|---|---|
${rows(Reason)}

## One click

If one click is not possible after payment, the offer becomes a link, and an \`ineligible\` event says why:

${barriers.join('\n')}
`;
};

const files = {
  'core/include/aftermint/codes.gen.h': cpp(groups),
  'web/src/codes.gen.ts': ts(groups),
  'web/src/meanings.gen.ts': meanings(groups),
  'docs/why-nothing.md': whyNothing(groups),
};

const checkOnly = process.argv.includes('--check');
let stale = 0;
for (const [path, text] of Object.entries(files)) {
  const full = join(root, path);
  let before = '';
  try {
    before = readFileSync(full, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (before === text) continue;
  if (checkOnly) {
    console.error(`${path} is not what core/codes.json says: run \`npm run codes\` and commit the result.`);
    stale += 1;
  } else {
    writeFileSync(full, text);
    console.log(`wrote ${path}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
