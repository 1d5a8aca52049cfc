/** @file A report of what a shopper would read at each step of a first purchase (docs/craft.md). */
#pragma once

#include <cstddef>
#include <string>

#include "aftermint/index.h"

namespace aftermint::cli {

/** Options of the report. */
struct ShopperOptions {
  Millis time = 0;            ///< the time of the purchase, for schedules
  std::string locale;         ///< the shopper's language; if empty, the book's
  std::size_t products = 20;  ///< the most first purchases to show; the rest is counted
};

/**
 * For each product with an offer, in the order of the book: what somebody who buys it first would read on the product
 * page, at checkout, after payment by one click and by link, and in the mail, as plain text.
 *
 * The shopper has no id (so no holdout and no arms) and no attributes, and the payment can be charged again. Where no
 * offer is made, the report says why.
 */
[[nodiscard]] std::string shopperReport(const IndexedBook& book, const ShopperOptions& options);

}  // namespace aftermint::cli
