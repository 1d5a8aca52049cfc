/** @file Removes offers that `check` finds errors in. */
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "aftermint/book.h"

namespace aftermint {

/**
 * Removes the offers with an index of at least `from` that have a finding of severity error.
 *
 * Returns the number of these findings by code.
 */
[[nodiscard]] std::map<std::string, std::size_t> dropRefused(Book& book, std::size_t from = 0);

}  // namespace aftermint
