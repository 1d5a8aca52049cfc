/** @file JavaScript's regular expressions, so that a condition judges natively as it does in the page. */
#pragma once

#include <optional>
#include <string_view>

namespace aftermint {

/**
 * Whether a JavaScript pattern (flags: none, or `i`) matches somewhere in the text; nothing where it is invalid.
 *
 * ECMA-262 2025 over UTF-16 code units, as the browsers of today have it: `(?i:…)`, one name for groups of two
 * alternatives, look behind of any length. Upper case is ICU's. A match that would take more than about a tenth of a
 * second is given up and counts as invalid.
 *
 * @param pattern in UTF-8
 * @param text in UTF-8
 */
[[nodiscard]] std::optional<bool> jsRegexMatch(std::string_view pattern, std::string_view text, bool ignoreCase);

}  // namespace aftermint
