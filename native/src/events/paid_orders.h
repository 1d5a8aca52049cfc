/** @file What was paid and accepted in a SQLite store, by the unit for which it counts. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "aftermint/book.h"
#include "aftermint/counts.h"
#include "sqlite.h"

namespace aftermint {

/** An order, or accepts whose order did not come. Amounts are in minor units. Texts belong to `PaidOrders`. */
struct PaidOrder {
  std::string_view owner;  ///< the unit for which it counts
  std::string_view id;
  Millis paid = 0;       ///< the time of the order, else of its first accept
  bool isOrder = false;  ///< whether the order itself came
  Exact gross = 0, refunded = 0;
};

/** One accept. */
struct AcceptedOffer {
  std::string_view owner;
  std::int64_t seq = 0;  ///< of its event
  std::string_view order, offer, placement;
  Millis time = 0;
  bool isUndone = false, isRefunded = false;
};

/** What counts for one unit. */
struct UnitMoney {
  std::span<const PaidOrder> orders;
  std::span<const AcceptedOffer> accepts;
};

/**
 * Orders and accepts until a time, by the rules of `Store::sums`.
 *
 * Once a server has written an order, only events of servers count. The unit of an order is the visitor that it names,
 * if that visitor was ever assigned; else the first unit whose assignment names the order; else the order itself. So an
 * order has one unit and counts once. `outcomesSql` says the same in SQL.
 */
class PaidOrders {
 public:
  /** The connection needs the tables of `kEventPart`. Throws SQLite::Exception and StoreError. */
  PaidOrders(Sqlite& db, Millis now);

  /** Whether a server has written an order. */
  [[nodiscard]] bool hasServer() const { return hasServer_; }
  /** What counts for a unit. Ask for units in ascending order. */
  [[nodiscard]] UnitMoney of(std::string_view unit);

 private:
  struct OrderEvents;
  std::string_view kept(std::string_view text);
  void take(Sqlite& db, OrderEvents& order, Millis now);

  bool hasServer_ = false;
  std::pmr::monotonic_buffer_resource texts_;
  std::vector<PaidOrder> orders_;  ///< by owner, like accepts_
  std::vector<AcceptedOffer> accepts_;
  std::size_t nextOrder_ = 0, nextAccept_ = 0;  ///< the first ones of the next unit
};

}  // namespace aftermint
