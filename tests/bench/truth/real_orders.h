/** @file How many real orders it takes to see an uplift of 5 %, raw and adjusted, with 80 % power. */
#pragma once

#include <boost/math/distributions/normal.hpp>
#include <fstream>
#include <stdexcept>

#include "aftermint/reading.h"
#include "bench/truth/looks.h"
#include "simulate/philox.h"

namespace aftermint::bench {

/** A visitor of the past: the order's value at the assignment, and what followed. */
struct RealUnit {
  Minor before = 0, gross = 0, net = 0;
  std::int64_t orders = 0;
};

/** Reads `BEFORE GROSS NET ORDERS` a line. Throws std::runtime_error if there are none. */
inline std::vector<RealUnit> readUnits(const std::string& path) {
  std::ifstream in(path);
  std::vector<RealUnit> units;
  for (RealUnit unit; in >> unit.before >> unit.gross >> unit.net >> unit.orders;) units.push_back(unit);
  if (units.empty()) throw std::runtime_error(path + " has no orders");
  return units;
}

/** Trials with orders drawn from real ones, of which the offered arm has an uplift. */
class UpliftTrials {
 public:
  static constexpr double kUplift = 0.05;
  static constexpr std::int64_t kTakeOneIn = 5;  ///< every fifth takes an offer, so it is worth a quarter of the order

  UpliftTrials(const std::vector<RealUnit>& units, std::uint64_t seed) : units_(units), seed_(seed) {
    double before = 0, net = 0;
    for (const RealUnit& unit : units) {
      before += static_cast<double>(unit.before);
      net += static_cast<double>(unit.net);
    }
    paid_ = kUplift * kTakeOneIn * net / before;
  }

  struct Found {
    Rate raw, adjusted;
  };

  /** How often the uplift is found with this many orders an arm. */
  Found run(std::int64_t orders, int trials) {
    Found found;
    for (int trial = 0; trial < trials; ++trial) {
      simulate::Draws draws(seed_, next_++);
      std::uint32_t draw = 0;
      TwoArms arms(0.05, 0.5);
      for (std::int64_t i = 0; i < orders; ++i) {
        add(arms.counts.arms[0], draws, draw, false);
        add(arms.counts.arms[1], draws, draw, true);
      }
      const Reading reading = read(arms.counts);
      const Comparison& versus = *reading.arms[1].versusBaseline;
      found.raw.add(isFound(versus.valuePerVisitor.net, 0.05));
      found.adjusted.add(isFound(versus.netAdjusted, 0.05));
    }
    return found;
  }

 private:
  void add(UnitCounts& counts, simulate::Draws& draws, std::uint32_t& draw, bool isOffered) {
    const auto count = static_cast<std::int64_t>(units_.size());
    const RealUnit& unit = units_[static_cast<std::size_t>(draws.below(draw++, count))];
    const bool takes = draws.below(draw++, kTakeOneIn) == 0;
    const auto more = isOffered && takes ? static_cast<Minor>(paid_ * static_cast<double>(unit.before)) : 0;
    const Exact before = unit.before;
    const auto money = [&](MoneyMoments& moments, Exact value) {
      moments.sum += value;
      moments.sumSq += value * value;
      moments.withOrders += value * unit.orders;
      moments.withBefore += value * before;
    };
    ++counts.visitors;
    ++counts.buyers;
    counts.accepts += isOffered && takes ? 1 : 0;
    counts.exposed += isOffered ? 1 : 0;
    counts.orders.sum += unit.orders;
    counts.orders.sumSq += static_cast<Exact>(unit.orders) * unit.orders;
    counts.before.sum += before;
    counts.before.sumSq += before * before;
    money(counts.gross, unit.gross + more);
    money(counts.net, unit.net + more);
  }

  const std::vector<RealUnit>& units_;
  std::uint64_t seed_;
  std::uint64_t next_ = 0;
  double paid_ = 0;  ///< the part of `before` that a taken offer adds
};

/**
 * The orders an arm for 80 % power. On the probit scale the power grows with the square root of the orders, so each
 * round measures the power and corrects the number by that; the last rounds are so close that the correction is small.
 */
inline Json ordersNeeded(const std::vector<RealUnit>& units, bool isAdjusted, const Effort& effort,
                         std::uint64_t seed) {
  constexpr int kRoughRounds = 3;
  const boost::math::normal normal;
  const double wanted = boost::math::quantile(normal, 0.8), critical = boost::math::quantile(normal, 0.975);
  UpliftTrials trials(units, seed);
  double orders = isAdjusted ? 3'000 : 20'000, tried = 0;
  Rate power;
  const int count = effort.trials(2'000);
  for (int round = 0; round <= kRoughRounds; ++round) {
    tried = std::floor(orders);
    const auto found = trials.run(static_cast<std::int64_t>(tried), round < kRoughRounds ? count / 4 : count);
    power = isAdjusted ? found.adjusted : found.raw;
    const double reached = boost::math::quantile(normal, std::clamp(power.value(), 0.06, 0.995));
    orders *= std::pow((critical + wanted) / (critical + reached), 2);
  }
  // d power / d ln(orders) = φ(z) (critical + z) / 2 at z = wanted.
  const double slope = boost::math::pdf(normal, wanted) * (critical + wanted) / 2;
  return {{"ordersPerArm", std::round(orders)},
          {"error", std::round(orders * power.error() / slope)},
          {"tried", tried},
          {"power", power.json()}};
}

inline Json upliftOf(const char* unit, const std::string& path, const Effort& effort, std::uint64_t seed) {
  const std::vector<RealUnit> units = readUnits(path);
  return {{"unit", unit},
          {"units", units.size()},
          {"uplift", UpliftTrials::kUplift},
          {"raw", ordersNeeded(units, false, effort, seed)},
          {"adjusted", ordersNeeded(units, true, effort, seed + 1)}};
}

}  // namespace aftermint::bench
