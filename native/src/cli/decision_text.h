/** @file A decision in words. */
#pragma once

#include <string>

#include "aftermint/explain.h"

namespace aftermint::cli {

/** What is offered and why, or why nothing is; a few lines, money in the book's locale. */
[[nodiscard]] std::string summary(const IndexedBook& book, const Decision& decision);

/** Every candidate in rank order: the chosen one and why, why not the others, and the figures behind it. */
[[nodiscard]] std::string explanation(const IndexedBook& book, const Explanation& explained);

/** The product's title and, where there is one, its variant's and its quantity: "2 × Honing oil". */
[[nodiscard]] std::string itemName(const IndexedBook& book, const Item& item);

}  // namespace aftermint::cli
