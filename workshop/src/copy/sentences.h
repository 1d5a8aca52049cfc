/** @file How long a benefit is. */
#pragma once

#include <cstddef>
#include <string_view>

namespace aftermint::copy {

inline constexpr std::size_t kMaxSentences = 3;  ///< CRAFT: benefit_short

/** Sentences by their ends: . ! ? 。 and the like before a space or the end. */
[[nodiscard]] std::size_t sentences(std::string_view text);

}  // namespace aftermint::copy
