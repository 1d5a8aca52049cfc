#include "copy/letters.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "copy/letters.gen.h"

namespace aftermint::copy {
namespace {

template <std::size_t N>
bool isIn(char32_t c, const std::array<CodeRange, N>& ranges) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                      [](char32_t point, const CodeRange& range) { return point < range.first; });
  return after != ranges.begin() && c <= std::prev(after)->last;
}

/// Signs, arrows, boxes, dingbats and pictures, as far as they are not letters.
constexpr std::array<CodeRange, 8> kSigns = {{{0xA1, 0xBF},
                                              {0x2010, 0x2BFF},
                                              {0x2E00, 0x2E7F},
                                              {0x3000, 0x303F},
                                              {0xFE10, 0xFE6F},
                                              {0xFF00, 0xFFEF},
                                              {0x10190, 0x101FF},
                                              {0x1F000, 0x1FAFF}}};

/** The ASCII letter or digit of a styled one, or 0. */
char unstyled(char32_t c) {
  for (const StyledRun& run : kStyledRuns) {
    if (c >= run.first && c <= run.last) return static_cast<char>(run.ascii + static_cast<char>(c - run.first));
  }
  return '\0';
}

/** The ASCII mark that a typographic one stands for; "$" for any currency sign. */
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
      if (c >= 0x2190 && c <= 0x21FF) return '>';  // an arrow on a button adds nothing to it
      if (c >= 0x20A0 && c <= 0x20CF) return '$';
      if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + '!');
      return '\0';
  }
}

/** The letters of a Latin letter that reads as two; empty for any other. */
std::string_view twoLetters(char32_t c) {
  const auto at = std::lower_bound(kTwoLetters.begin(), kTwoLetters.end(), c,
                                   [](const TwoLetters& each, char32_t point) { return each.point < point; });
  return at != kTwoLetters.end() && at->point == c ? at->letters : std::string_view();
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

/** Most texts are ASCII, so these code points are looked up in a table. */
constexpr std::array<CodePoint, 0x80> kAscii = [] {
  std::array<CodePoint, 0x80> all{};
  for (char32_t c = 0; c < 0x80; ++c) all[c] = readAscii(c);
  return all;
}();

}  // namespace

char plainLatin(char32_t c) {
  char base = '.';
  if (c >= 0xC0 && c < 0x250) base = kFrom00C0[c - 0xC0];
  if (c >= 0x1E00 && c < 0x1F00) base = kFrom1E00[c - 0x1E00];
  return base == '.' ? '\0' : base;
}

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
  if (isIn(c, kSpaces)) return {Glyph::Space, {' '}};
  if (isIn(c, kHidden)) return {Glyph::Hidden, {}};
  if (isIn(c, kOverlays)) return {Glyph::Overlay, {}};
  if (isIn(c, kAccents)) return {Glyph::Accent, {}};
  if (const std::string_view two = twoLetters(c); !two.empty()) return {Glyph::Letter, {two[0], two[1]}};
  if (const char base = plainLatin(c); base != '\0') return {c == 0x17F ? Glyph::Styled : Glyph::Letter, {base}};
  if (c == 0xAA || c == 0xBA) return {Glyph::Letter, {c == 0xAA ? 'a' : 'o'}};
  if (const char plain = unstyled(c); plain != '\0') return {Glyph::Styled, {plain}};
  if (const char mark = asciiMark(c); mark != '\0') return {Glyph::Mark, {mark}};
  if (c == 0xB5) return {Glyph::Foreign, {'u'}};  // the micro sign, a Greek letter outside the Greek block
  if (const char like = lookalike(c); like != '\0') {
    return {isIn(c, kDrawnLatin) ? Glyph::Styled : Glyph::Foreign, {like}};
  }
  if (isIn(c, kIdeographs)) return {Glyph::Ideo, {}};
  if (isIn(c, kSigns)) return {Glyph::Symbol, {}};
  if ((c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00)) {
    return {c == 0xD7 || c == 0xF7 ? Glyph::Symbol : Glyph::Letter, {}};
  }
  return {Glyph::Foreign, {}};
}

}  // namespace aftermint::copy
