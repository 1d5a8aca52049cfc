/** @file Sets of JavaScript's characters, as patterns name them and as ICU reads them. */
#pragma once

#include <unicode/uniset.h>

#include <string>

namespace aftermint {

/** The last code unit there is. */
inline constexpr char16_t kLastUnit = 0xFFFF;

[[nodiscard]] bool isDigit(char16_t unit);
[[nodiscard]] bool isLetter(char16_t unit);
/** Whether it is one of \w. */
[[nodiscard]] bool isWord(char16_t unit);
/** What a hexadecimal digit counts, or -1. */
[[nodiscard]] int hexValue(char16_t unit);

/** Whether a letter behind a backslash names a set: d, s, w and their capitals. */
[[nodiscard]] bool isClassLetter(char16_t unit);
/** The units of \d, \s and \w, or the rest of all units for their capitals. */
[[nodiscard]] icu::UnicodeSet classOf(char16_t letter);

/** Writes a unit as ICU reads it anywhere: \uXXXX. */
void writeUnit(char16_t unit, std::u16string& out);
/** Writes a set in brackets; one without units as what matches nothing. */
void writeSet(const icu::UnicodeSet& set, std::u16string& out);

}  // namespace aftermint
