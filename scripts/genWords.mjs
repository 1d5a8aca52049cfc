// Writes Aftermint's own words, which core/words has once in each language, as C++ and as TypeScript.
// `--check` writes nothing and fails when a generated file differs from what it should be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, main, Plain } from './lib/project.mjs';
import { languages, wordKeys } from './lib/words.mjs';

const notice = 'Written by `npm run words` from core/words; do not edit.';
const pascal = (name) => name[0].toUpperCase() + name.slice(1);

/** A language's line for the core: its tag and the view's texts. */
function cppLine({ language, lines }, count) {
  const texts = [language, ...lines.slice(0, count)];
  return texts.map((text, index) => `    ${JSON.stringify(index < count ? `${text}|` : text)}`).join('\n');
}

function cpp(keys, all) {
  const own = keys.filter(({ of }) => of !== 'widget');
  const [english, ...others] = all.map((language) => `${cppLine(language, own.length)},`);
  return `/**
 * @file Aftermint's own words in a view. ${notice}
 */
// clang-format off
#pragma once

#include <cstdint>
#include <string_view>

namespace aftermint {

/** The texts of a language, in their order in its line. */
enum class ViewWord : std::uint8_t {
  Language,  ///< The tag of the language that they are in.
${own.map(({ name, doc }) => `  ${pascal(name)},  ///< ${doc}`).join('\n')}
};

/** A line for each language, English first; a page is handed the others as it needs them (\`speak\`). */
inline constexpr std::string_view kWordLines[] = {
${english}
#if !AFTERMINT_PAGE
${others.join('\n')}
#endif
};

}  // namespace aftermint
`;
}

function ts(keys, [english, ...others]) {
  const own = keys.filter(({ of }) => of !== 'view');
  return `// Aftermint's own words after the press. ${notice}

/** What the offer says after the press; what stands in braces is filled in. */
export interface Words {
${own.map(({ name, doc }) => `  /** ${doc} */\n  ${name}: string;`).join('\n')}
}

/** The languages whose words are fetched, at the beginning of a locale. */
export const kFetched = /^(${others.map(({ language }) => language).join('|')})(?=-|$)/;

/** Where each stands among the texts that a language's lines end with: the page's script carries the numbers alone. */
export const kWord = {
${own.map(({ name }, index) => `  ${name}: ${index},`).join('\n')}
} as const;

/** A line each, since a table would weigh more on the page than taking lines apart. */
export const kEnglish = \`${english.lines.slice(-own.length).join('\n')}\`.split('\\n');
`;
}

await main(async () => {
  const keys = wordKeys();
  const all = languages();
  const files = {
    'core/src/view/words.gen.h': cpp(keys, all),
    'widget/src/words.gen.ts': ts(keys, all),
  };
  const checkOnly = process.argv.includes('--check');
  const stale = [];
  for (const [path, text] of Object.entries(files)) {
    if (existsSync(at(path)) && readFileSync(at(path), 'utf8') === text) continue;
    if (checkOnly) stale.push(`${path} is not what core/words says: run \`npm run words\` and commit the result.`);
    else {
      writeFileSync(at(path), text);
      console.log(`wrote ${path}`);
    }
  }
  if (stale.length > 0) throw new Plain(stale.join('\n'));
});
