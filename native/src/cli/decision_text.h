/** @file A decision as text. */
#pragma once

#include <string>

#include "aftermint/explain.h"

namespace aftermint::cli {

/** What is offered and why, or why nothing is: a few lines, with money in the book's locale. */
[[nodiscard]] std::string summary(const IndexedBook& book, const Decision& decision);

/** All candidates in rank order, each with the reason why it was chosen or not, and the numbers behind it. */
[[nodiscard]] std::string explanation(const IndexedBook& book, const Explanation& explained);

/** Quantity (if not 1), product and variant of an item: "2 × Honing oil". */
[[nodiscard]] std::string itemName(const IndexedBook& book, const Item& item);

}  // namespace aftermint::cli
