/** @file A JavaScript pattern rewritten for ICU. */
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aftermint {

/**
 * The pattern in ICU's language, over the units of `unitsOf`; nothing where JavaScript refuses it.
 *
 * Reads ECMA-262's Pattern without the flag u, with what browsers allow beside it (Annex B). Where case is
 * ignored the units come out canonical, so the text must be made canonical as well.
 */
[[nodiscard]] std::optional<std::u16string> icuPatternOf(std::string_view pattern, bool ignoreCase);

}  // namespace aftermint
