/** @file Numbers to and from text, exactly as in JavaScript, so that conditions give the same result as in a page. */
#pragma once

#include <string>
#include <string_view>

namespace aftermint {

/** `String(number)`: the shortest text that reads back as the same number, in the format of ECMAScript. */
[[nodiscard]] std::string jsNumberText(double number);

/** `Number(text)`: decimals, 0x, 0o, 0b and Infinity, with outer white space; 0 if empty, NaN if not a number. */
[[nodiscard]] double jsNumberOf(std::string_view text);

}  // namespace aftermint
