// `npm run widths`: writes the widths of characters from the font DejaVu Sans (Debian package fonts-dejavu-core).
// `-- --check` writes nothing, and fails if the file is out of date.
import { existsSync, readFileSync } from 'node:fs';
import { writeGenerated } from './lib/generated.mjs';

const folder = '/usr/share/fonts/truetype/dejavu';
if (!existsSync(folder)) {
  const missing = 'The Debian package fonts-dejavu-core is not installed';
  if (!process.argv.includes('--check')) throw new Error(`${missing}.`);
  console.log(`Not checked: ${missing}.`);
  process.exit();
}

/** The blocks that are listed: Latin, Greek and Cyrillic, Hebrew and Arabic, Vietnamese, punctuation, currencies. */
const kBlocks = [
  [0x20, 0x17f],
  [0x370, 0x52f],
  [0x590, 0x6ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
];
/** What a character that the font lacks may need, in hundredths of an em. */
const kMissing = 110;

/** A function from a code point to its advance in hundredths of an em, rounded up (OpenType: cmap format 12, hmtx). */
function advancesOf(name) {
  const font = readFileSync(`${folder}/${name}.ttf`);
  const table = (tag) => {
    for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
      if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
    }
    throw new Error(`${name} has no table ${tag}`);
  };
  const [cmap, hmtx] = [table('cmap'), table('hmtx')];
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const map = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (map === undefined) throw new Error(`${name} has no cmap of format 12`);
  const glyphs = new Map();
  for (let group = 0; group < font.readUInt32BE(map + 12); group += 1) {
    const at = map + 16 + 12 * group;
    const [first, last, glyph] = [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
    for (let point = first; point <= last; point += 1) glyphs.set(point, glyph + point - first);
  }
  return (point) => {
    const glyph = glyphs.get(point);
    if (glyph === undefined) return kMissing;
    return Math.ceil((100 * font.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1))) / unitsPerEm);
  };
}

function listed(advance) {
  const numbers = kBlocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => advance(first + index)),
  );
  const lines = [];
  for (let at = 0; at < numbers.length; at += 28) lines.push(`    ${numbers.slice(at, at + 28).join(', ')},`);
  return `std::to_array<std::uint8_t>({\n${lines.join('\n')}\n})`;
}

const hex = (number) => `0x${number.toString(16).toUpperCase()}`;
const text = `/** @file Widths of characters. Written by \`npm run widths\` from the font DejaVu Sans; do not edit. */
// clang-format off
#pragma once

#include <array>
#include <cstdint>

namespace aftermint {

/// A range of code points; the tables list the widths of one range after the other.
struct WidthBlock {
  char32_t first, last;
};
inline constexpr std::array<WidthBlock, ${kBlocks.length}> kWidthBlocks = {{
    ${kBlocks.map(([first, last]) => `{${hex(first)}, ${hex(last)}}`).join(', ')},
}};

/// The width of a character that the font lacks, in hundredths of an em.
inline constexpr int kMissingWidth = ${kMissing};

/// Hundredths of an em, rounded up.
inline constexpr auto kRegularWidths = ${listed(advancesOf('DejaVuSans'))};

/// Of bold text, in hundredths of an em, rounded up.
inline constexpr auto kBoldWidths = ${listed(advancesOf('DejaVuSans-Bold'))};

}  // namespace aftermint
`;

writeGenerated({ 'workshop/src/check/widths.gen.h': text }, folder, 'npm run widths');
