/** @file Runs `decide` for every order of a file, to show what a book would have offered (`aftermint replay`). */
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "aftermint/decision.h"
#include "orders/orders.h"

namespace aftermint::orders {

inline constexpr std::size_t kReasons = kReasonCodes.size();
inline constexpr std::size_t kVerdicts = kVerdictCodes.size();

/** How often what was decided. */
struct ReplayCounts {
  std::size_t orders = 0;
  std::size_t offered = 0;                             ///< orders for which an offer was chosen
  std::size_t distinctOffers = 0;                      ///< offers chosen at least once
  std::array<std::size_t, kReasons> decisions = {};    ///< orders by reason of the decision
  std::array<std::size_t, kVerdicts> candidates = {};  ///< candidates by verdict
  std::array<std::size_t, kReasons> refused = {};      ///< refused candidates by reason
  std::array<std::size_t, kReasons> outranked = {};    ///< outranked candidates by reason
  std::size_t unknownPieces = 0;                       ///< lines whose product is not in the book
  Minor offeredValue = 0;                              ///< sum of the prices of all chosen offers, minor units
  double decideSeconds = 0;                            ///< time spent in `decide`
};

/**
 * Builds the moment of one order at a placement.
 *
 * On the product page and at checkout the order is open; at other placements it is paid, at the time of the order. At
 * post_purchase, one-click payment is allowed. The country of the file becomes the attribute `country`, and the
 * customer the visitor id; both may be missing.
 */
[[nodiscard]] Moment momentOf(const OrderGroup& group, const Orders& orders, const Book& book, Placement placement);

/** Runs `decide` for every order. Holdout and experiments of the book apply to orders with a customer. */
[[nodiscard]] ReplayCounts replay(const IndexedBook& book, const Orders& orders, Placement placement);

}  // namespace aftermint::orders
