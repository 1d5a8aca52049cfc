/** @file HTML bodies as plain text. */
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aftermint::imports {

/** Most tags in one body: gumbo frees its tree by recursion and looks through all open tags at each new one. */
inline constexpr std::size_t kMaxTags = 5'000;

/**
 * The text a reader would see: entities resolved, one block a line, list items behind "- ", white space squeezed.
 *
 * Scripts, styles and comments are left out. Nothing where the body has more than kMaxTags tags.
 */
[[nodiscard]] std::optional<std::string> htmlToText(std::string_view html);

}  // namespace aftermint::imports
