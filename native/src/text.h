/** @file Small tools for texts that people and their programs wrote. */
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aftermint {

/** Whether that is one of 0–9. */
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/** The text in the quotes of a message. */
[[nodiscard]] std::string inQuotes(std::string_view text);

/** The text without the byte order mark that some editors put before it. */
[[nodiscard]] std::string_view withoutMark(std::string_view text);

/** The text without ASCII white space at its ends. */
[[nodiscard]] std::string_view trimmed(std::string_view text);

/** The text with A–Z made small. */
[[nodiscard]] std::string lowered(std::string_view text);

/** The text with a–z made capital. */
[[nodiscard]] std::string raised(std::string_view text);

/** The text in Latin letters without marks, in small letters, as far as ICU knows how: "Annulée" is "annulee". */
[[nodiscard]] std::string folded(std::string_view text);

/** Every run of white space as one space, none at the ends. */
[[nodiscard]] std::string squeezed(std::string_view text);

/** Whether the bytes are UTF-8 (no surrogates, no overlong forms). */
[[nodiscard]] bool isUtf8(std::string_view bytes);

/** The bytes read as Latin-1 the way the WHATWG encoding standard does (windows-1252), in UTF-8. */
[[nodiscard]] std::string fromLatin1(std::string_view bytes);

/** Makes the text UTF-8: bytes that are not are taken for Latin-1. True where that was needed. */
bool makeUtf8(std::string& text);

/** Cuts UTF-8 after `count` code points. True where something was cut. */
bool clip(std::string& text, std::size_t count);

}  // namespace aftermint
