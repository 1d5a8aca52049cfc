/** @file Numbers as JavaScript writes and reads them, so that a condition judges natively as it does in the page. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint {

/** `String(number)`: the shortest decimal that reads back as the number, in ECMAScript's layout. */
[[nodiscard]] std::string jsNumberText(double number);

/** `Number(text)`: decimals, 0x, 0o, 0b and Infinity between white space; 0 where empty, NaN where no number. */
[[nodiscard]] double jsNumberOf(std::string_view text);

}  // namespace aftermint
