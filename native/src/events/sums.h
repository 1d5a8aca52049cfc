/** @file The sums of a store: what became of the visitors that were assigned to an arm. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aftermint/book.h"
#include "aftermint/counts.h"

namespace aftermint {

inline constexpr Millis kDayMillis = 86'400'000;
inline constexpr std::string_view kHoldoutArm = "holdout";  ///< the arm of visitors in the holdout
inline constexpr std::string_view kOfferedArm = "offered";  ///< the arm of all others, where no experiment is asked for

/** What the sums are divided by. */
enum class SumsBy { All, Placement, Offer, Experiment };

/** Which sums a store makes. Times are in ms since 1970, UTC. */
struct SumsQuery {
  SumsBy by = SumsBy::All;
  Millis now = 0;                     ///< what happened after it is not counted
  Millis from = 0;                    ///< a unit whose first assignment in a slice is older is not counted there
  Millis window = 30 * kDayMillis;    ///< outcomes count in [assigned, assigned + window)
  Millis maturity = 14 * kDayMillis;  ///< an order younger than this may still come back
};

/** How many units of an experiment's arm were in an arm of an experiment that they came to before. */
struct EarlierSums {
  std::string experiment, arm;
  EarlierArm earlier;
};

/**
 * One row of the sums: a slice, an arm, the week of the assignment and the kind of buyer.
 *
 * The unit is the visitor, as assigned (intention to treat), whatever was shown in the end. Where a page could not keep
 * a visitor id, the unit is the order. A unit counts once per slice: by its first assignment there. Sums are exact, in
 * minor units; nothing is clipped.
 */
struct ArmSums {
  std::string experiment;  ///< of the slice; empty where the slice does not divide by it, like the next two
  std::string placement;
  std::string offer;
  std::string arm;    ///< an arm's id; `offered` without an experiment; `holdout`
  Millis week = 0;    ///< Monday 00:00 UTC of the assignment
  std::string buyer;  ///< `returning` if the store has an earlier order of the visitor, else `first`; empty: the unit
                      ///< is an order
  ArmCounts counts;  ///< `name` is the arm, `weight` is not set; `accepts` are units with an accept that was not undone
  std::int64_t declined = 0;        ///< units with a decline
  std::int64_t accepted = 0;        ///< units with an accept, also if it was undone
  std::int64_t undone = 0;          ///< units that took back every accept
  std::int64_t kept = 0;            ///< units with an accept that was neither undone nor refunded whole
  std::int64_t acceptedUnseen = 0;  ///< units with an accept, not undone, and no exposure: named, never clipped
  std::int64_t orderUnits = 0;      ///< of `visitors`: units that are an order
  std::int64_t orders = 0;          ///< orders in the window
  std::int64_t immatureOrders = 0;  ///< of `orders`: those younger than `maturity`
  std::int64_t openWindows = 0;     ///< units whose window is not over
  Exact immatureGross = 0;          ///< of the gross value: the part of immature orders
  Exact refunded = 0;               ///< gross minus net
};

}  // namespace aftermint
