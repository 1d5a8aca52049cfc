// Generates C++ and TypeScript from Aftermint's own messages in core/messages, one file per language.
// `--check` writes nothing and fails when a generated file differs from what it should be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, main, Plain } from './lib/project.mjs';
import { languages, messageKeys } from './lib/messages.mjs';

const notice = 'Written by `npm run messages` from core/messages; do not edit.';
const pascal = (name) => name[0].toUpperCase() + name.slice(1);

/** The line of one language for the core: its tag and the view's messages. */
function cppLine({ language, lines }, count) {
  const texts = [language, ...lines.slice(0, count)];
  return texts.map((text, index) => `    ${JSON.stringify(index < count ? `${text}|` : text)}`).join('\n');
}

function cpp(keys, [english]) {
  const own = keys.filter(({ of }) => of !== 'widget');
  return `/**
 * @file Aftermint's own messages in a view: their order, and English. ${notice}
 */
// clang-format off
#pragma once

#include <cstdint>
#include <string_view>

namespace aftermint {

/** The messages of a language, in their order in its line. */
enum class ViewMessage : std::uint8_t {
  Language,  ///< The language tag.
${own.map(({ name, doc }) => `  ${pascal(name)},  ///< ${doc}`).join('\n')}
};

/** The messages in English, on one line. */
inline constexpr std::string_view kEnglishMessages =
${cppLine(english, own.length)};

}  // namespace aftermint
`;
}

function cppLanguages(keys, [, ...others]) {
  const count = keys.filter(({ of }) => of !== 'widget').length;
  return `/**
 * @file Aftermint's own messages in a view, in every language. ${notice}
 */
// clang-format off
#pragma once

#include <string_view>

#include "view/messages.gen.h"

namespace aftermint {

/** One line per language, English first. */
inline constexpr std::string_view kMessageLines[] = {
    kEnglishMessages,
${others.map((language) => `${cppLine(language, count)},`).join('\n')}
};

}  // namespace aftermint
`;
}

function ts(keys, [english, ...others]) {
  const own = keys.filter(({ of }) => of !== 'view');
  return `/** @file Aftermint's own messages on the page. ${notice} */

/** The messages that the offer shows after the shopper accepts; placeholders in braces are filled in. */
export interface Messages {
${own.map(({ name, doc }) => `  /** ${doc} */\n  ${name}: string;`).join('\n')}
}

/** Matches the language at the start of a locale if its messages can be fetched. */
export const kFetchedLanguages = /^(${others.map(({ language }) => language).join('|')})(?=-|$)/;

/** The index of each message in a language's list. Numbers take fewer bytes on the page than names. */
export const kMessage = {
${own.map(({ name }, index) => `  ${name}: ${index},`).join('\n')}
} as const;

/** One message per line: splitting one text takes fewer bytes on the page than an array. */
export const kEnglish = \`${english.lines.slice(-own.length).join('\n')}\`.split('\\n');
`;
}

await main(async () => {
  const keys = messageKeys();
  const all = languages();
  const files = {
    'core/src/view/messages.gen.h': cpp(keys, all),
    'core/src/languages/message_lines.gen.h': cppLanguages(keys, all),
    'widget/src/messages.gen.ts': ts(keys, all),
  };
  const checkOnly = process.argv.includes('--check');
  const stale = [];
  for (const [path, text] of Object.entries(files)) {
    if (existsSync(at(path)) && readFileSync(at(path), 'utf8') === text) continue;
    if (checkOnly)
      stale.push(`${path} is not what core/messages says: run \`npm run messages\` and commit the result.`);
    else {
      writeFileSync(at(path), text);
      console.log(`wrote ${path}`);
    }
  }
  if (stale.length > 0) throw new Plain(stale.join('\n'));
});
