/** @file JavaScript's regular expressions on ICU, so that a condition judges natively as it does in the page. */
#pragma once

#include <optional>
#include <string_view>

namespace aftermint {

/**
 * Whether a JavaScript pattern (flags: none, or `i`) matches somewhere in the text; nothing where it is invalid.
 *
 * The pattern is rewritten for ICU: classes, boundaries, ends and case as ECMA-262 has them, over UTF-16 code
 * units. Known to differ: a back reference to a group that took no part fails here and is empty there; a look
 * behind without bounds is invalid here. A match that would take longer than about a fifth of a second is
 * given up and counts as invalid.
 *
 * @param pattern in UTF-8
 * @param text in UTF-8; characters in U+E000 to U+E7FF, which no script uses, are not told from halves of
 *        surrogate pairs
 */
[[nodiscard]] std::optional<bool> jsRegexMatch(std::string_view pattern, std::string_view text, bool ignoreCase);

}  // namespace aftermint
