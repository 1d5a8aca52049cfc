/** @file Every order of an order file decided once: what a book would have offered. */
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "aftermint/decision.h"
#include "orders/orders.h"

namespace aftermint::orders {

inline constexpr std::size_t kReasons = kReasonCodes.size();
inline constexpr std::size_t kVerdicts = kVerdictCodes.size();

struct ReplayCounts {
  std::size_t orders = 0;
  std::size_t offered = 0;
  std::size_t distinctOffers = 0;                      ///< offers that were chosen at least once
  std::array<std::size_t, kReasons> decisions = {};    ///< orders by the decision's reason
  std::array<std::size_t, kVerdicts> candidates = {};  ///< candidates by verdict
  std::array<std::size_t, kReasons> refused = {};      ///< refused candidates by reason
  std::array<std::size_t, kReasons> outranked = {};    ///< outranked candidates by reason
  std::size_t unknownPieces = 0;                       ///< lines whose product the book does not have
  Minor offeredValue = 0;                              ///< sum of the prices offered
  double decideSeconds = 0;                            ///< in `decide` alone
};

/**
 * The moment of one order at a placement.
 *
 * Product page and checkout see an open order; the other placements a paid one, paid at the order's own time. After
 * payment the platform is taken to allow one click; a thank-you page and a mail have only the link. The country is
 * the attribute `country`, as the file writes it. An order without customer has no visitor id.
 */
[[nodiscard]] Moment momentOf(const OrderGroup& group, const Orders& orders, const Book& book, Placement placement);

/** Decides every order. */
[[nodiscard]] ReplayCounts replay(const IndexedBook& book, const Orders& orders, Placement placement);

}  // namespace aftermint::orders
