/** @file Case folding of JavaScript's regular expressions. */
#pragma once

#include <cstdint>

namespace aftermint {

/**
 * ECMA-262's Canonicalize for the flag i without u: the upper case of a code unit.
 *
 * The unit stays as it is if its upper case has several units, or if only its upper case is ASCII.
 */
[[nodiscard]] char16_t canonical(char16_t unit);

}  // namespace aftermint
