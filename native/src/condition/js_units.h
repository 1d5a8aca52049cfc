/** @file JavaScript's characters: UTF-16 code units, and what they become when case is ignored. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint {

/**
 * The text as code units that ICU takes one by one.
 *
 * ICU joins surrogate pairs and JavaScript (without its flag u) does not, so halves are moved to U+E000 to
 * U+E7FF.
 */
[[nodiscard]] std::u16string unitsOf(std::string_view utf8);

/** Where a half of a surrogate pair is moved to; other units stay. */
[[nodiscard]] char16_t separated(char16_t unit);

/** ECMA-262's Canonicalize for the flag i without u: upper case, where that is one unit and not ASCII by surprise. */
[[nodiscard]] char16_t canonical(char16_t unit);

}  // namespace aftermint
