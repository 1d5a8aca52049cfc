/** @file What a code point is to a reader of a language written with Latin letters. */
#pragma once

#include <cstddef>
#include <string_view>

namespace aftermint::copy {

/** What stands in a text, in ASCII as far as it can be read so. */
enum class Glyph : unsigned char {
  Letter,   ///< a letter of some Latin alphabet
  Styled,   ///< a Latin letter or digit drawn by another code point: 𝐡, ｈ, ⓗ, ʜ
  Foreign,  ///< a letter of another alphabet that could be mixed into Latin ones: Cyrillic, Greek, Cherokee …
  Ideo,     ///< a letter of a script that nobody takes for Latin: Han, kana, Hangul
  Digit,
  Space,
  Mark,     ///< punctuation, as ASCII
  Symbol,   ///< everything else that is seen: emoji, arrows, signs
  Accent,   ///< a combining mark
  Overlay,  ///< a combining mark that crosses out
  Hidden    ///< not seen, or changes the order in which is read
};

struct CodePoint {
  Glyph glyph = Glyph::Symbol;
  char ascii[3] = {0, 0, 0};  ///< small letters, a digit, a mark; empty where there is none
};

/** Takes the next code point off a text; U+FFFD for what is not UTF-8. The text may not be empty. */
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

/** What one code point is and reads like. */
[[nodiscard]] CodePoint readCodePoint(char32_t c);

/** The base letter of a letter of the Latin alphabets, or 0. */
[[nodiscard]] char plainLatin(char32_t c);

/** The Latin letter that a letter of another alphabet, or a styled one, is drawn like, or 0. */
[[nodiscard]] char lookalike(char32_t c);

}  // namespace aftermint::copy
