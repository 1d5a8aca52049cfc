/** @file Which word was probably meant. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aftermint::codec {

/** Steps of insertion, deletion and change that make one word of the other. */
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/**
 * The word that differs in case, hyphens, underscores and blanks alone, or else the one nearest by at most two steps of
 * typing; empty where there is none. The view is of `words`.
 */
[[nodiscard]] std::string_view nearestOf(std::string_view got, const std::vector<std::string_view>& words);

}  // namespace aftermint::codec
