/** @file Finds the word that was probably meant. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aftermint::codec {

/** The Levenshtein distance: the number of bytes to insert, delete or replace. */
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/**
 * The word that differs only in case, hyphens, underscores and spaces, else the most similar one with an edit distance
 * of at most 2; empty where there is none. The result is a view of an element of `words`.
 */
[[nodiscard]] std::string_view nearestOf(std::string_view got, const std::vector<std::string_view>& words);

}  // namespace aftermint::codec
