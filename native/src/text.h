/** @file Helpers for text: trimming, case, UTF-8. */
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aftermint {

/** Whether the character is one of 0 to 9. */
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/** Whether the character is one of A–Z and a–z. */
[[nodiscard]] constexpr bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/** Whether the byte is ASCII, and not part of a longer UTF-8 sequence. */
[[nodiscard]] constexpr bool isAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/** Whether the byte can be part of a word: an ASCII letter or digit, or a byte of another script. */
[[nodiscard]] constexpr bool isWordByte(char c) { return isAsciiLetter(c) || isDigit(c) || !isAscii(c); }

/** The text in the quotation marks that messages use: “text”. */
[[nodiscard]] std::string inQuotes(std::string_view text);

/** The text without the byte order mark that some editors write first. */
[[nodiscard]] std::string_view withoutMark(std::string_view text);

/** The text without ASCII white space at both ends. */
[[nodiscard]] std::string_view trimmed(std::string_view text);

/** The text with A to Z in lower case. */
[[nodiscard]] std::string lowered(std::string_view text);

/** The text with a to z in upper case. */
[[nodiscard]] std::string raised(std::string_view text);

/** The text in lower-case Latin letters without accents, as far as ICU can convert it: "Annulée" is "annulee". */
[[nodiscard]] std::string folded(std::string_view text);

/** The text with each run of white space as one space, and none at both ends. */
[[nodiscard]] std::string squeezed(std::string_view text);

/** Whether the bytes are valid UTF-8: no surrogates, no overlong forms. */
[[nodiscard]] bool isUtf8(std::string_view bytes);

/** Converts Latin-1 to UTF-8. As in the WHATWG encoding standard, Latin-1 means windows-1252. */
[[nodiscard]] std::string fromLatin1(std::string_view bytes);

/** Converts the text from Latin-1 if it is not valid UTF-8. Returns whether it did. */
bool makeUtf8(std::string& text);

/** Cuts UTF-8 text after `count` code points. Returns whether anything was cut. */
bool clip(std::string& text, std::size_t count);

}  // namespace aftermint
