/** @file Counts: what is known about the visitors of each arm, as exact sums. `read` (reading.h) interprets them. */
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace aftermint {

/** An exact sum: of amounts in minor units, of their squares, or of products of two of them. */
__extension__ using Exact = __int128;

/** A number per visitor, summed over visitors. */
struct Moments {
  Exact sum = 0;
  Exact sumSq = 0;  ///< of the squares
};

/** Money per visitor in minor units, summed over visitors. */
struct MoneyMoments {
  Exact sum = 0;
  Exact sumSq = 0;       ///< of the squares
  Exact withOrders = 0;  ///< of the products with the visitor's number of orders
  Exact withBefore = 0;  ///< of the products with the visitor's `before`
};

/** Counts of a group of visitors, as assigned (intention to treat). */
struct UnitCounts {
  std::int64_t visitors = 0;
  std::int64_t buyers = 0;   ///< visitors who completed an order
  std::int64_t exposed = 0;  ///< visitors who saw the offer
  std::int64_t accepts = 0;  ///< visitors who took it
  Moments orders;            ///< completed orders
  Moments before;            ///< the order's value at the assignment, before any offer
  MoneyMoments gross;
  MoneyMoments net;  ///< gross without refunds
};

/** Counts of a part of an arm's visitors. */
struct Stratum : UnitCounts {
  std::string name;  ///< `first` or `returning`, by what they bought before
};

/** How many of an arm's visitors were in an arm of an earlier experiment. */
struct EarlierArm {
  std::string experiment;  ///< id
  std::string arm;         ///< id
  std::int64_t visitors = 0;
};

/** Counts of one arm. */
struct ArmCounts : UnitCounts {
  std::string name;
  double weight = 0;  ///< its intended share of the visitors; all arms together have 1
  std::vector<Stratum> strata;
  std::vector<EarlierArm> earlier;
};

/** Adds the counts of other visitors. */
inline Moments& operator+=(Moments& a, const Moments& b) {
  a.sum += b.sum;
  a.sumSq += b.sumSq;
  return a;
}

inline MoneyMoments& operator+=(MoneyMoments& a, const MoneyMoments& b) {
  a.sum += b.sum;
  a.sumSq += b.sumSq;
  a.withOrders += b.withOrders;
  a.withBefore += b.withBefore;
  return a;
}

inline UnitCounts& operator+=(UnitCounts& a, const UnitCounts& b) {
  a.visitors += b.visitors;
  a.buyers += b.buyers;
  a.exposed += b.exposed;
  a.accepts += b.accepts;
  a.orders += b.orders;
  a.before += b.before;
  a.gross += b.gross;
  a.net += b.net;
  return a;
}

}  // namespace aftermint
