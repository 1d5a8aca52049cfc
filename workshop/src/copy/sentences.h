/** @file Counts sentences. */
#pragma once

#include <cstddef>
#include <string_view>

namespace aftermint::copy {

inline constexpr std::size_t kMaxSentences = 3;  ///< of a benefit (rule benefit_short)

/** Counts sentences. A sentence ends at 。！？, or at . ! ? before a space, a line break or the end of the text. */
[[nodiscard]] std::size_t sentences(std::string_view text);

}  // namespace aftermint::copy
