#include "copy/letters.h"

#include <array>

namespace aftermint::copy {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t N>
bool isIn(char32_t c, const std::array<Range, N>& ranges) {
  for (const Range& range : ranges) {
    if (c >= range.first && c <= range.last) return true;
  }
  return false;
}

// Code points that draw nothing, or that turn the order of others: Unicode's Default_Ignorable_Code_Point and
// Bidi_Control, the controls, the blanks that are no spaces (U+2800, U+3164, U+FFA0), private use and non-characters.
constexpr std::array<Range, 22> kHidden = {{
    {0x00, 0x08},     {0x0E, 0x1F},     {0x7F, 0x84},     {0x86, 0x9F},        {0xAD, 0xAD},     {0x34F, 0x34F},
    {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},    {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x206F}, {0x2800, 0x2800}, {0x3164, 0x3164}, {0xD800, 0xF8FF},    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xFFFD, 0xFFFF}, {0xE0000, 0x10FFFF},
}};

constexpr std::array<Range, 6> kAccents = {
    {{0x300, 0x36F}, {0x483, 0x489}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}}};

constexpr std::array<Range, 4> kOverlays = {{{0x334, 0x338}, {0x488, 0x489}, {0x20D2, 0x20D3}, {0x20D8, 0x20E0}}};

constexpr std::array<Range, 8> kIdeographs = {{{0x1100, 0x11FF},
                                               {0x2E80, 0x2FFF},
                                               {0x3005, 0x3007},
                                               {0x3041, 0x318F},
                                               {0x31A0, 0x9FFF},
                                               {0xA960, 0xA97F},
                                               {0xAC00, 0xD7FF},
                                               {0x20000, 0x3FFFF}}};

// Blocks of letters that draw Latin ones: phonetic, modifier and letterlike ones.
constexpr std::array<Range, 9> kStyledLatin = {{{0x250, 0x2BB},
                                                {0x2BD, 0x2C5},
                                                {0x1D00, 0x1DBF},
                                                {0x2071, 0x209C},
                                                {0x2100, 0x214F},
                                                {0x2160, 0x2188},
                                                {0x2C60, 0x2C7F},
                                                {0xA720, 0xA7FF},
                                                {0xAB30, 0xAB6F}}};

// Signs, arrows, boxes, dingbats and pictures.
constexpr std::array<Range, 8> kSigns = {{{0xA1, 0xBF},
                                          {0x2010, 0x2BFF},
                                          {0x2E00, 0x2E7F},
                                          {0x3000, 0x303F},
                                          {0xFE10, 0xFE6F},
                                          {0xFF00, 0xFFEF},
                                          {0x1F000, 0x1FAFF},
                                          {0x10190, 0x101FF}}};

/** Letters and digits that are counted through: full-width, mathematical, enclosed. */
char countedThrough(char32_t c) {
  const auto letter = [](char32_t index) { return static_cast<char>('a' + index % 26); };
  if (c >= 0xFF21 && c <= 0xFF3A) return letter(c - 0xFF21);
  if (c >= 0xFF41 && c <= 0xFF5A) return letter(c - 0xFF41);
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<char>('0' + (c - 0xFF10));
  if (c >= 0x1D400 && c <= 0x1D6A3) return letter(c - 0x1D400);
  if (c >= 0x1D7CE && c <= 0x1D7FF) return static_cast<char>('0' + (c - 0x1D7CE) % 10);
  if (c >= 0x249C && c <= 0x24B5) return letter(c - 0x249C);
  if (c >= 0x24B6 && c <= 0x24E9) return letter(c - 0x24B6);
  if (c >= 0x1F110 && c <= 0x1F129) return letter(c - 0x1F110);
  if (c >= 0x1F130 && c <= 0x1F149) return letter(c - 0x1F130);
  if (c >= 0x1F150 && c <= 0x1F169) return letter(c - 0x1F150);
  if (c >= 0x1F170 && c <= 0x1F189) return letter(c - 0x1F170);
  if (c >= 0x1FBF0 && c <= 0x1FBF9) return static_cast<char>('0' + (c - 0x1FBF0));
  return '\0';
}

/** Typographic marks as the ASCII ones they stand for; a currency sign is "$" whichever it is. */
constexpr char asciiMark(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0xB4:
    case '`':
    case 0x2BC:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
    case 0x2033:
    case 0x2039:
    case 0x203A:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x2026:
    case 0x3002:
    case 0xB7:
    case 0x2022:
    case 0x2027:
      return '.';
    case 0x203C:
      return '!';
    case 0x2044:
      return '/';
    case 0x2236:
      return ':';
    case 0xD7:
    case 0x2715:
    case 0x2716:
    case 0x2A2F:
    case 0x276F:
    case 0x276E:
      return '>';
    case 0xA1:
      return '!';
    case 0xBF:
      return '?';
    case 0xA2:
    case 0xA3:
    case 0xA4:
    case 0xA5:
      return '$';
    default:
      if (c >= 0x2190 && c <= 0x21FF) return '>';  // an arrow on a button says no more than the button
      if (c >= 0x20A0 && c <= 0x20CF) return '$';
      if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + '!');
      return '\0';
  }
}

/** Latin letters that are two. */
const char* twoLetters(char32_t c) {
  switch (c) {
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0xC6:
    case 0xE6:
    case 0x1FC:
    case 0x1FD:
    case 0x1E2:
    case 0x1E3:
      return "ae";
    case 0x152:
    case 0x153:
      return "oe";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x1C4:
    case 0x1C5:
    case 0x1C6:
    case 0x1F1:
    case 0x1F2:
    case 0x1F3:
      return "dz";
    case 0x1C7:
    case 0x1C8:
    case 0x1C9:
      return "lj";
    case 0x1CA:
    case 0x1CB:
    case 0x1CC:
      return "nj";
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    default:
      return nullptr;
  }
}

constexpr CodePoint readAscii(char32_t c) {
  const char byte = static_cast<char>(c);
  if (c >= 'A' && c <= 'Z') return {Glyph::Letter, {static_cast<char>(byte - 'A' + 'a')}};
  if (c >= 'a' && c <= 'z') return {Glyph::Letter, {byte}};
  if (c >= '0' && c <= '9') return {Glyph::Digit, {byte}};
  if (c == ' ' || (c >= 0x09 && c <= 0x0D)) return {Glyph::Space, {' '}};
  if (c < 0x20 || c == 0x7F) return {Glyph::Hidden, {}};
  return {Glyph::Mark, {asciiMark(c) != '\0' ? asciiMark(c) : byte}};
}

/** Most of any text is ASCII, so its code points are read from a table. */
constexpr std::array<CodePoint, 0x80> kAscii = [] {
  std::array<CodePoint, 0x80> all{};
  for (char32_t c = 0; c < 0x80; ++c) all[c] = readAscii(c);
  return all;
}();

bool isSpace(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

char32_t takeCodePoint(std::string_view& text) {
  constexpr char32_t kBroken = 0xFFFD;
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) {
    text.remove_prefix(1);
    return lead;
  }
  const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > text.size()) {
    text.remove_prefix(1);
    return kBroken;
  }
  char32_t c = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0u) != 0x80u) {
      text.remove_prefix(i);
      return kBroken;
    }
    c = c << 6 | (byte & 0x3Fu);
  }
  text.remove_prefix(length);
  constexpr char32_t kShortest[] = {0, 0, 0x80, 0x800, 0x10000};
  return c < kShortest[length] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? kBroken : c;
}

CodePoint readCodePoint(char32_t c) {
  if (c < 0x80) return kAscii[c];
  if (isSpace(c)) return {Glyph::Space, {' '}};
  if (isIn(c, kHidden)) return {Glyph::Hidden, {}};
  if (isIn(c, kOverlays)) return {Glyph::Overlay, {}};
  if (isIn(c, kAccents)) return {Glyph::Accent, {}};
  if (const char* two = twoLetters(c); two != nullptr) return {Glyph::Letter, {two[0], two[1]}};
  if (const char base = plainLatin(c); base != '\0') return {c == 0x17F ? Glyph::Styled : Glyph::Letter, {base}};
  if (c == 0xAA || c == 0xBA) return {Glyph::Letter, {c == 0xAA ? 'a' : 'o'}};
  if (const char drawn = countedThrough(c); drawn != '\0') return {Glyph::Styled, {drawn}};
  if (const char mark = asciiMark(c); mark != '\0') return {Glyph::Mark, {mark}};
  if (c == 0xB5) return {Glyph::Foreign, {'u'}};  // the micro sign, a Greek letter on its own block
  if (const char like = lookalike(c); like != '\0') {
    return {isIn(c, kStyledLatin) ? Glyph::Styled : Glyph::Foreign, {like}};
  }
  if (isIn(c, kIdeographs)) return {Glyph::Ideo, {}};
  if (isIn(c, kSigns)) return {Glyph::Symbol, {}};
  if ((c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00)) {
    return {c == 0xD7 || c == 0xF7 ? Glyph::Symbol : Glyph::Letter, {}};
  }
  return {Glyph::Foreign, {}};
}

}  // namespace aftermint::copy
