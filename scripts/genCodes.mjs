// Writes the fixed words of the wire, declared once in core/codes.json, as C++ and as TypeScript.
// `--check` writes nothing and fails when a generated file differs from what it should be.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const notice = 'Written by `npm run codes` from core/codes.json; do not edit.';

/** @typedef {{ doc: string, values: Record<string, string>, desk?: string[] }} Group `desk`: words no page ever says */

const pascal = (word) => word.replace(/(^|_)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const plural = (name) =>
  /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
const listName = (name) => plural(name[0].toLowerCase() + name.slice(1));

/** Refuses a declaration that would not compile or would put an odd word on the wire. */
function validate(groups) {
  for (const [name, group] of Object.entries(groups)) {
    if (!/^[A-Z][A-Za-z]*$/.test(name)) throw new Error(`core/codes.json: group "${name}" is not PascalCase`);
    const words = Object.keys(group.values);
    if (words.length === 0 || words.length > 255) throw new Error(`core/codes.json: ${name} has ${words.length} words`);
    for (const word of words) {
      if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(word)) {
        throw new Error(`core/codes.json: ${name}.${word} is not snake_case`);
      }
    }
    for (const word of group.desk ?? []) {
      if (!words.includes(word)) throw new Error(`core/codes.json: ${name} has no word "${word}" to keep at the desk`);
    }
  }
}

/** One group as an enum, its words in the same order, and the way from one to the other. */
function cppGroup(name, { doc, values, desk = [] }) {
  const words = Object.entries(values);
  const enumerators = words.map(([word, meaning]) => `  ${pascal(word)},  ///< ${meaning}`).join('\n');
  const list = words
    .map(([word]) => (desk.includes(word) ? `    AFTERMINT_DESK_WORD("${word}"),` : `    "${word}",`))
    .join('\n');
  const meanings = words.map(([, meaning]) => `    ${JSON.stringify(meaning)},`).join('\n');
  return `/** ${doc} */
enum class ${name} : std::uint8_t {
${enumerators}
};

/** The words of \`${name}\` on the wire, by enumerator. */
inline constexpr std::array<std::string_view, ${words.length}> k${name}Words = {
${list}
};

/** What they mean, for people; it costs nothing where nobody reads it. */
inline constexpr std::array<std::string_view, ${words.length}> k${name}Meanings = {
${meanings}
};

template <>
struct Words<${name}> {
  static constexpr std::string_view name = "${name}";
  static constexpr std::span<const std::string_view> all{k${name}Words};
  static constexpr std::span<const std::string_view> meanings{k${name}Meanings};
};
`;
}

const cpp = (groups) => `/**
 * @file The fixed words of the wire. ${notice}
 */
// clang-format off
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

// Words that only people at a desk and servers are told: the page's module does not carry them.
#if AFTERMINT_PAGE
#define AFTERMINT_DESK_WORD(word) std::string_view()
#else
#define AFTERMINT_DESK_WORD(word) word
#endif

namespace aftermint {

/** The words of an enumeration, for tables: \`Words<E>::all[i]\` is the word of the enumerator \`E(i)\`. */
template <class E>
struct Words;

${Object.entries(groups)
  .map(([name, group]) => cppGroup(name, group))
  .join('\n')}
}  // namespace aftermint
`;

/** One group as a union type and, for whoever imports it, the list of its words. */
function tsGroup(name, { doc, values }) {
  const words = Object.entries(values);
  const union = words.map(([word, meaning]) => `  /** ${meaning} */\n  | '${word}'`).join('\n');
  const list = words.map(([word]) => word).join(' ');
  return `/** ${doc} */
export type ${name} =
${union};
/** The words of {@link ${name}}. */
export const ${listName(name)} = /* @__PURE__ */ '${list}'.split(' ') as readonly ${name}[];
`;
}

const ts = (groups) => `/** @file The fixed codes on the wire. ${notice} */

${Object.entries(groups)
  .map(([name, group]) => tsGroup(name, group))
  .join('\n')}`;

const groups = JSON.parse(readFileSync(join(root, 'core/codes.json'), 'utf8'));
validate(groups);
const files = { 'core/include/aftermint/codes.gen.h': cpp(groups), 'web/src/codes.gen.ts': ts(groups) };

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
