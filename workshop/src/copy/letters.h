/** @file How a code point reads to somebody who reads Latin letters. */
#pragma once

#include <cstddef>
#include <string_view>

namespace aftermint::copy {

/** The kinds of code points. */
enum class Glyph : unsigned char {
  Letter,   ///< a letter of some Latin alphabet
  Styled,   ///< a Latin letter or digit in another style: 𝐡, ｈ, ⓗ, ʜ
  Foreign,  ///< a letter of another alphabet that could be mixed with Latin ones: Cyrillic, Greek, Cherokee …
  Ideo,     ///< a letter of a script that looks unlike Latin: Han, kana, Hangul
  Digit,
  Space,
  Mark,     ///< punctuation with an ASCII form
  Symbol,   ///< anything else that is visible: emoji, arrows, signs
  Accent,   ///< a combining mark
  Overlay,  ///< a combining mark that crosses a letter out or encloses it
  Hidden    ///< invisible, or changes the reading order
};

/** What one code point is, and how it reads in ASCII. */
struct CodePoint {
  Glyph glyph = Glyph::Symbol;
  char ascii[3] = {0, 0, 0};  ///< one or two lower-case letters, a digit or a mark; empty if it has no ASCII form
};

/** Removes the first code point from a text, which must not be empty. U+FFFD for bytes that are not UTF-8. */
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

/** Classifies one code point. */
[[nodiscard]] CodePoint readCodePoint(char32_t c);

/** The base letter of a Latin letter with accents or strokes, or 0. */
[[nodiscard]] char plainLatin(char32_t c);

/** The Latin letter that a letter of another alphabet, or a phonetic one, looks like, or 0. */
[[nodiscard]] char lookalike(char32_t c);

}  // namespace aftermint::copy
