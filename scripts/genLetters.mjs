// `npm run letters`: writes the tables of letters from Unicode's data (Debian package unicode-data).
// `-- --check` writes nothing, and fails if the file is out of date.
import { existsSync, readFileSync } from 'node:fs';
import { writeGenerated } from './lib/generated.mjs';

const folder = '/usr/share/unicode';
if (!existsSync(folder)) {
  const missing = 'The Debian package unicode-data is not installed';
  if (!process.argv.includes('--check')) throw new Error(`${missing}.`);
  console.log(`Not checked: ${missing}.`);
  process.exit();
}

const lines = (name) =>
  readFileSync(`${folder}/${name}`, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map((line) => line.split(';').map((field) => field.trim()));
const code = (text) => Number.parseInt(text, 16);
const inRange = (text) => {
  const [first, last] = text.split('..').map(code);
  return [first, last ?? first];
};

/** The code points of a file of ranges for which `isWanted` is true of the fields after the range. */
function pointsIn(file, isWanted) {
  const points = [];
  for (const [range, ...fields] of lines(file)) {
    if (!isWanted(...fields)) continue;
    const [first, last] = inRange(range);
    for (let point = first; point <= last; point += 1) points.push(point);
  }
  return points;
}
const withProperty = (file, ...names) => pointsIn(file, (name) => names.includes(name));
const inBlocks = (pattern) => pointsIn('Blocks.txt', (name) => pattern.test(name));

/** Each code point of UnicodeData.txt that has a line of its own, with the fields used here. */
const characters = new Map(
  lines('UnicodeData.txt').map(([point, name, category, combining, , decomposition]) => [
    code(point),
    { name, category, combining: Number(combining), decomposition },
  ]),
);

/** What a code point decomposes to, one step: `{ tag, points }`; the tag is empty if it is canonical. */
function decompositionOf(point) {
  const text = characters.get(point)?.decomposition;
  if (!text) return undefined;
  const [, tag = '', points] = /^(?:<(\w+)> )?(.*)$/.exec(text);
  return { tag, points: points.split(' ').map(code) };
}
/** The full decomposition of a code point as lower-case text. */
function decomposed(point) {
  const step = decompositionOf(point);
  return step ? step.points.map(decomposed).join('') : String.fromCodePoint(point).toLowerCase();
}

/** Letters that Unicode does not decompose, by name: how they are pronounced, or which letters they look like. */
const reads = {
  ...{
    ETH: 'd',
    ENG: 'n',
    'DOTLESS I': 'i',
    'DOTLESS J': 'j',
    'LONG S': 's',
    'SHARP S': 'ss',
    AE: 'ae',
    OE: 'oe',
    THORN: 'th',
    OI: 'o',
  },
  ...{ KRA: 'k', 'TONE TWO': 's', 'TONE FIVE': 's', 'TONE SIX': 'b', 'AFRICAN D': 'd', 'OPEN O': 'o', 'OPEN E': 'e' },
  ...{ SCHWA: 'e', 'REVERSED E': 'e', 'TURNED E': 'e', 'TURNED M': 'm', 'TURNED V': 'v', 'TURNED DELTA': 'g' },
  ...{ DELTA: 'd', GAMMA: 'y', IOTA: 'i', UPSILON: 'u', WYNN: 'p', YR: 'r', 'U BAR': 'u', 'SMALL Q': 'q' },
  ...{ 'MIDDLE-WELSH V': 'v', 'REVERSED ESH LOOP': 'l', 'DENTAL CLICK': 'l', TWO: 'z' },
};

/** How a Latin letter reads in a-z: one letter or two; empty if it is neither. */
function latin(point) {
  const letters = decomposed(point).replace(/\P{ASCII}/gu, '');
  if (/^[a-z]{1,2}$/.test(letters)) return letters;
  const name = characters.get(point)?.name.replace(/ WITH .*/, '');
  const [, letter = ''] = /^LATIN (?:CAPITAL |SMALL )?(?:LETTER|LIGATURE) (.*)$/.exec(name ?? '') ?? [];
  return /^[A-Z]$/.test(letter) ? letter.toLowerCase() : (reads[letter] ?? '');
}

/** The plain letter or digit of a styled code point (full-width, mathematical, circled …); empty if there is none. */
function styled(point) {
  const { name, decomposition } = characters.get(point);
  const negative = /^NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER ([A-Z])$/.exec(name);
  if (negative) return negative[1].toLowerCase();
  if (!decomposition) return '';
  const { tag } = decompositionOf(point);
  const text = decomposed(point);
  const letter = /^\(?([a-z])\)?$/.exec(text)?.[1] ?? '';
  if (['font', 'wide', 'circle', 'square'].includes(tag) || (tag === 'compat' && text.startsWith('('))) {
    return letter || (/^(font|wide)$/.test(tag) && /^[0-9]$/.test(text) ? text : '');
  }
  return '';
}
const general = (...categories) => withProperty('extracted/DerivedGeneralCategory.txt', ...categories);
const spaces = withProperty('PropList.txt', 'White_Space');

/** What nobody sees, or what changes the reading order. */
const hidden = [
  ...general('Cc', 'Cs', 'Co').filter((point) => !spaces.includes(point)),
  ...withProperty('DerivedCoreProperties.txt', 'Default_Ignorable_Code_Point'),
  ...withProperty('PropList.txt', 'Bidi_Control', 'Noncharacter_Code_Point'),
  ...[0x2800, 0xfff9, 0xfffa, 0xfffb, 0xfffd], // a blank Braille cell, annotations, the replacement character
  ...Array.from({ length: 0x110000 - 0xe0000 }, (_, index) => 0xe0000 + index), // planes without visible characters
];

const cyrillicMarks = [0x483, 0x484, 0x485, 0x486, 0x487, 0x488, 0x489];
const combining = [...inBlocks(/^Combining /), ...cyrillicMarks];
const overlays = [
  ...withProperty('extracted/DerivedCombiningClass.txt', '1').filter((point) => combining.includes(point)),
  ...general('Me').filter((point) => point !== 0x20e3), // not the keycap of emoji
  ...[0x20db, 0x20dc], // three and four dots: as wide as what they cover
];

const asian =
  /^(CJK (?!Symbols|Compatibility Forms)|Kangxi|Ideographic|Hiragana|Katakana|Bopomofo|Kana|Kanbun|Hangul|Enclosed CJK|Yijing)/;
const symbols = new Set(general('So'));
const ideographicPlanes = Array.from({ length: 0x1fffe }, (_, index) => 0x20000 + index);
const scripts = withProperty('Scripts.txt', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo');
const ideographs = [
  ...inBlocks(asian),
  ...ideographicPlanes,
  0x3006,
  ...scripts.filter((point) => !symbols.has(point)),
];

const drawnLatin = inBlocks(
  /^(IPA|Spacing Modifier|Phonetic|Superscripts|Letterlike|Number Forms|Latin Extended-[CDE])/,
).filter((point) => point !== 0x2bc); // an apostrophe

/** The points as ranges `[first, last]`, in order. */
function rangesOf(points) {
  const ranges = [];
  for (const point of [...new Set(points)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

const hex = (point) => `0x${point.toString(16).toUpperCase()}`;
/** A braced list in lines of at most 120 characters. */
const listed = (entries) => {
  const rows = [''];
  for (const entry of entries) {
    if (rows.at(-1).length + entry.length > 112) rows.push('');
    rows[rows.length - 1] += `${rows.at(-1) ? ' ' : ''}${entry},`;
  }
  return `{{\n${rows.map((row) => `    ${row}\n`).join('')}}}`;
};
const ranges = (name, doc, points) => {
  const list = rangesOf(points);
  const text = listed(list.map(([first, last]) => `{${hex(first)}, ${hex(last)}}`));
  return `/// ${doc}\ninline constexpr std::array<CodeRange, ${list.length}> ${name} = ${text};\n`;
};

/** One character for each code point from `first` to `last`: its base letter, "." if it has none or two. */
const letterRow = (name, first, last) => {
  const letters = Array.from({ length: last - first + 1 }, (_, index) => latin(first + index));
  const text = letters.map((letter) => (letter.length === 1 ? letter : '.')).join('');
  const rows = text.match(/.{1,64}/g).map((row) => `\n    "${row}"`);
  return `inline constexpr std::string_view ${name} =${rows.join('')};\n`;
};

const twoLetters = [...characters.keys()]
  .filter(
    (point) =>
      (point >= 0xc0 && point < 0x250) ||
      (point >= 0x1e00 && point < 0x1f00) ||
      (point >> 8 === 0xfb && point < 0xfb07),
  )
  .filter((point) => latin(point).length === 2)
  .map((point) => `{${hex(point)}, "${latin(point)}"}`);

/** Runs of styled letters or digits that follow each other both in Unicode and in ASCII. */
function styledRuns() {
  const runs = [];
  for (const point of characters.keys()) {
    const ascii = point < 0x80 ? '' : styled(point);
    if (!ascii) continue;
    const last = runs.at(-1);
    const follows = last?.last === point - 1 && last.ascii.charCodeAt(0) + point - last.first === ascii.charCodeAt(0);
    if (follows) last.last = point;
    else runs.push({ first: point, last: point, ascii });
  }
  return runs.map(({ first, last, ascii }) => `{${hex(first)}, ${hex(last)}, '${ascii}'}`);
}

function header() {
  const version = /(\d+\.\d+\.\d+)/.exec(readFileSync(`${folder}/DerivedAge.txt`, 'utf8'))[1];
  const runs = styledRuns();
  return `/** @file Letters of Unicode ${version}. Written by \`npm run letters\` from the Debian package unicode-data; do not edit. */
// clang-format off
#pragma once

#include <array>
#include <string_view>

namespace aftermint::copy {

struct CodeRange {
  char32_t first, last;
};

${ranges(
  'kSpaces',
  'White space.',
  spaces.filter((point) => point >= 0x80),
)}
${ranges(
  'kHidden',
  'Not visible, or changing the reading order.',
  hidden.filter((point) => point >= 0x80),
)}
${ranges('kOverlays', 'Combining marks that cross a letter out or enclose it.', overlays)}
${ranges(
  'kAccents',
  'Other combining marks of European alphabets.',
  combining.filter((point) => !overlays.includes(point)),
)}
${ranges('kIdeographs', 'Han, kana, Hangul and their signs.', ideographs)}
${ranges('kDrawnLatin', 'Blocks of phonetic, modifier and letterlike characters.', drawnLatin)}
// The base letter of each code point from U+00C0 and from U+1E00 on: "." where there is none, or two.
${letterRow('kFrom00C0', 0xc0, 0x24f)}${letterRow('kFrom1E00', 0x1e00, 0x1eff)}
struct TwoLetters {
  char32_t point;
  std::string_view letters;
};
inline constexpr std::array<TwoLetters, ${twoLetters.length}> kTwoLetters = ${listed(twoLetters)};

/// Letters and digits in another style: full-width, mathematical, in circles, squares or brackets.
struct StyledRun {
  char32_t first, last;
  char ascii;  ///< what the first stands for; the others follow in ASCII
};
inline constexpr std::array<StyledRun, ${runs.length}> kStyledRuns = ${listed(runs)};

}  // namespace aftermint::copy
`;
}

writeGenerated({ 'workshop/src/copy/letters.gen.h': header() }, folder, 'npm run letters');
