/** @file What JavaScript asks Unicode about letters in patterns. */
#pragma once

#include <cstdint>

namespace aftermint {

/** ECMA-262's Canonicalize for the flag i without u: upper case, where that is one unit and not ASCII by surprise. */
[[nodiscard]] char16_t canonical(char16_t unit);

}  // namespace aftermint
