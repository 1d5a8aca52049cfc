/** @file The units of a SQLite store one after the other, with what they were assigned to and what they saw. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/paid_orders.h"
#include "events/sqlite_rows.h"
#include "events/sums.h"

namespace aftermint {

/** The first assignment of a unit in a slice: the earliest, then by placement, experiment and offer. */
struct FirstAssignment {
  std::string slice, arm, offer, order;
  Millis time = 0;
  Minor before = 0;
};

/** An exposure or a decline. */
struct SeenOffer {
  bool isDecline = false;
  Millis time = 0;
  std::string offer, placement;
  std::int64_t seq = 0;  ///< of its event
};

/** Goes through the assignments that count, in the order of their units. */
class AssignedUnits {
 public:
  /** `paid` must outlive it, and be asked for nothing else. Throws as SqliteRows does. */
  AssignedUnits(Sqlite& db, const SumsQuery& query, PaidOrders& paid);

  /** Goes to the next unit; false after the last one. */
  bool next();
  [[nodiscard]] const std::string& unit() const { return unit_; }
  /** Of this unit, one for each slice; none if no assignment of it counts. */
  [[nodiscard]] std::span<const FirstAssignment> slices() const { return {slices_.data(), used_}; }
  /** What this unit paid and accepted. */
  [[nodiscard]] const UnitMoney& money() const { return money_; }

 private:
  void take();
  [[nodiscard]] bool isOfItsOrder();

  SumsBy by_;
  PaidOrders& paid_;
  SqliteRows rows_;
  bool hasRow_;
  std::string unit_;
  UnitMoney money_;
  std::vector<FirstAssignment> slices_;  ///< more than are in use, so that their texts need no new memory
  std::size_t used_ = 0;
};

/** Goes through exposures and declines, in the order of their units. */
class SeenOffers {
 public:
  /** Throws as SqliteRows does. */
  SeenOffers(Sqlite& db, Millis now);

  /** Those of a unit. Ask for units in ascending order. */
  [[nodiscard]] std::span<const SeenOffer> of(std::string_view unit);

 private:
  SqliteRows rows_;
  bool hasRow_;
  std::vector<SeenOffer> seen_;  ///< more than are in use
};

}  // namespace aftermint
