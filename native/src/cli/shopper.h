/** @file The single test of CRAFT.md as a report: what the best customer would read, moment by moment. */
#pragma once

#include <cstddef>
#include <string>

#include "aftermint/index.h"

namespace aftermint::cli {

/** What the report looks at, and how much of it. */
struct ShopperOptions {
  Millis time = 0;            ///< now: schedules are judged by it
  std::string locale;         ///< the book's where empty
  std::size_t products = 20;  ///< first purchases told of; the rest is counted
};

/**
 * For each product that something is offered with, in the order of the book: what somebody who buys it first reads on
 * its page, at checkout, after payment in one click and by link, and in the mail, as plain text.
 *
 * The shopper is nobody in particular: without an id (no holdout, no arms), without attributes, with a payment that can
 * be charged again. A moment without an offer says why.
 */
[[nodiscard]] std::string shopperReport(const IndexedBook& book, const ShopperOptions& options);

}  // namespace aftermint::cli
