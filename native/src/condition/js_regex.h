/** @file JavaScript's regular expressions, so that conditions give the same result as in a page. */
#pragma once

#include <optional>
#include <string_view>

#include "aftermint/pattern_program.h"

namespace aftermint {

/**
 * Whether a JavaScript pattern matches somewhere in the text; nothing if the pattern is invalid.
 *
 * Follows ECMA-262 2025 over UTF-16 code units, with `(?i:…)`, the same group name in two alternatives, and lookbehind
 * of any length. Upper case is ICU's. A match that would take more than the budget's steps, or a million backtracking
 * points, counts as invalid.
 *
 * @param pattern    UTF-8
 * @param text       UTF-8
 * @param ignoreCase the flag `i`; no other flag is set
 * @param budget     pays for the match
 */
[[nodiscard]] std::optional<bool> jsRegexMatch(std::string_view pattern, std::string_view text, bool ignoreCase,
                                               MatchBudget& budget);

}  // namespace aftermint
