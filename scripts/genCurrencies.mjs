// `npm run currencies`: writes the currencies of ISO 4217 (core/currencies.json) as C++ and as TypeScript.
// `-- --check` writes nothing, and fails if a file is out of date.
import { readFileSync } from 'node:fs';
import { writeGenerated } from './lib/generated.mjs';
import { at } from './lib/project.mjs';

const source = 'core/currencies.json';
const notice = `Written by \`npm run currencies\` from ${source}; do not edit.`;
const table = JSON.parse(readFileSync(at(source), 'utf8'));
const { digits, noMinorUnit, withdrawn } = table;
const edition = `${table.standard}, list one, amendment ${table.amendment} (in force ${table.inForce})`;

/** Throws if a code is malformed, out of order or declared twice. */
function validate() {
  const seen = new Set();
  for (const [name, text] of Object.entries({ ...digits, noMinorUnit, withdrawn })) {
    const codes = text.split(' ');
    if (codes.join() !== codes.toSorted().join()) throw new Error(`${source}: ${name} is not in alphabetical order`);
    for (const code of codes) {
      if (!/^[A-Z]{3}$/.test(code)) throw new Error(`${source}: "${code}" is not three capitals`);
      if (seen.has(code)) throw new Error(`${source}: ${code} is declared twice`);
      seen.add(code);
    }
  }
  if (Object.keys(digits).join() !== '0,2,3,4') throw new Error(`${source}: digits are 0, 2, 3 and 4`);
}

/** A list as a C++ string literal in lines of at most 120 characters. */
const literal = (codes) =>
  codes
    .match(/.{1,108}(?: |$)/g)
    .map((line) => `\n    "${line}"`)
    .join('');

const cpp = () => `/**
 * @file The currencies of ${edition}. ${notice}
 */
// clang-format off
#pragma once

#include <string_view>

namespace aftermint {

// Codes of three letters, with a space between them.
inline constexpr std::string_view kCurrenciesWithoutDecimals =${literal(digits[0])};
inline constexpr std::string_view kCurrenciesWithTwoDecimals =${literal(digits[2])};
inline constexpr std::string_view kCurrenciesWithThreeDecimals =${literal(digits[3])};
inline constexpr std::string_view kCurrenciesWithFourDecimals =${literal(digits[4])};
/** Metals, units of account and codes for tests: list one gives them no minor unit. */
inline constexpr std::string_view kCurrenciesWithoutMinorUnit =${literal(noMinorUnit)};
/** List three: withdrawn codes, for which the standard gives no minor unit any more. */
inline constexpr std::string_view kWithdrawnCurrencies =${literal(withdrawn)};

}  // namespace aftermint
`;

/** A page only has the codes that do not have 2 digits, as patterns, which compress best. */
const pattern = (codes) => `/${codes.replaceAll(' ', '|')}/.test(currency)`;

const ts = () => `/** @file The currencies of ${edition}. ${notice} */

/**
 * The number of decimal digits of a currency: 2 for GBP, 0 for JPY, 3 for KWD.
 *
 * @param currency three capital letters. The result is 2 for codes that list one lacks or has without a minor unit.
 */
export const minorDigits = (currency: string): number =>
  ${pattern(digits[0])}
    ? 0
    : ${pattern(digits[3])}
      ? 3
      : ${pattern(digits[4])}
        ? 4
        : 2;
`;

validate();
writeGenerated(
  { 'core/include/aftermint/currencies.gen.h': cpp(), 'web/src/currencies.gen.ts': ts() },
  source,
  'npm run currencies',
);
