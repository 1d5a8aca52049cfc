/** @file HTML bodies as plain text. */
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aftermint::imports {

/** Maximum tags in one HTML text. Gumbo frees its tree recursively, and checks all open tags for each new tag. */
inline constexpr std::size_t kMaxTags = 5'000;

/** Maximum attributes of one tag. Gumbo compares each new one with all before it. */
inline constexpr std::size_t kMaxAttributes = 250;

/**
 * Converts HTML to the text a reader would see: one line per block, "- " before list items, single spaces.
 *
 * Entities are decoded. Scripts, styles and comments are left out. Returns nothing if there are more than kMaxTags
 * tags, or more than kMaxAttributes attributes on one of them.
 */
[[nodiscard]] std::optional<std::string> htmlToText(std::string_view html);

}  // namespace aftermint::imports
