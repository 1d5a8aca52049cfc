/** @file How often each interval of a reading holds the truth, which the simulation knows. */
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "aftermint/reading.h"
#include "bench/truth/monte_carlo.h"
#include "simulate/expected.h"

namespace aftermint::bench {

/** The ends of an interval; nothing where the reading has none. */
using Ends = std::optional<std::pair<double, double>>;

template <class Interval>
Ends endsOf(const std::optional<Interval>& interval) {
  return interval ? Ends(std::pair(interval->low, interval->high)) : Ends();
}

struct CheckedInterval {
  std::string name;
  double truth;
  std::function<Ends(const Reading&)> ends;
};

/** Every interval of a reading of two arms, with the true value. */
inline std::vector<CheckedInterval> intervalsOf(const simulate::Expected& base, const simulate::Expected& offered) {
  const auto aov = [](double money, const simulate::Expected& of) { return money / of.orders; };
  const double aovGross = aov(offered.gross, offered) - aov(base.gross, base);
  const double aovNet = aov(offered.net, offered) - aov(base.net, base);
  const auto versus = [](const Reading& reading) -> const Comparison& { return *reading.arms[1].versusBaseline; };
  using R = const Reading&;
  return {
      {"takeRate", offered.takeRate, [](R r) { return endsOf(r.arms[1].takeRate); }},
      {"conversion", offered.conversion, [](R r) { return endsOf(r.arms[1].conversion); }},
      {"aov.gross", aov(offered.gross, offered), [](R r) { return endsOf(r.arms[1].aov.gross); }},
      {"aov.net", aov(offered.net, offered), [](R r) { return endsOf(r.arms[1].aov.net); }},
      {"valuePerVisitor.gross", offered.gross, [](R r) { return endsOf(r.arms[1].valuePerVisitor.gross); }},
      {"valuePerVisitor.net", offered.net, [](R r) { return endsOf(r.arms[1].valuePerVisitor.net); }},
      {"difference of conversion", offered.conversion - base.conversion,
       [versus](R r) { return endsOf(versus(r).conversion); }},
      {"difference of aov.gross", aovGross, [versus](R r) { return endsOf(versus(r).aov.gross); }},
      {"difference of aov.net", aovNet, [versus](R r) { return endsOf(versus(r).aov.net); }},
      {"difference of valuePerVisitor.gross", offered.gross - base.gross,
       [versus](R r) { return endsOf(versus(r).valuePerVisitor.gross); }},
      {"difference of valuePerVisitor.net", offered.net - base.net,
       [versus](R r) { return endsOf(versus(r).valuePerVisitor.net); }},
      {"relative valuePerVisitor.net", offered.net / base.net - 1,
       [versus](R r) {
         const auto& net = versus(r).valuePerVisitor.net;
         return net ? endsOf(net->relative) : Ends();
       }},
      {"difference of netAdjusted", offered.net - base.net, [versus](R r) { return endsOf(versus(r).netAdjusted); }},
      {"anytime conversion", offered.conversion - base.conversion,
       [versus](R r) { return endsOf(versus(r).anytimeConversion); }},
      {"anytime net", offered.net - base.net, [versus](R r) { return endsOf(versus(r).anytimeNet); }},
      {"anytime netAdjusted", offered.net - base.net, [versus](R r) { return endsOf(versus(r).anytimeNetAdjusted); }},
  };
}

/** The coverage of every interval with this many visitors in both arms together. */
inline Json coverageOf(Placement placement, std::int64_t visitors, int trials, std::uint64_t seed) {
  const bool isCheckout = placement == Placement::Checkout;
  const simulate::Truth truth = oneOffer(seed, placement);
  const simulate::Shoppers shoppers(truth);
  const std::vector<CheckedInterval> intervals =
      intervalsOf(expectedOf(truth, {0, -1, true}), expectedOf(truth, {0, -1, false}));
  std::vector<Rate> covered(intervals.size());
  std::int64_t next = 0;
  for (int trial = 0; trial < trials; ++trial) {
    TwoArms arms(0.05, 0.5);
    for (std::int64_t units = 0; units < visitors;) units += arms.add(shoppers.at(next++), isCheckout) ? 1 : 0;
    const Reading reading = read(arms.counts);
    for (std::size_t i = 0; i < intervals.size(); ++i) {
      const Ends ends = intervals[i].ends(reading);
      if (ends) {
        covered[i].add(ends->first <= intervals[i].truth && intervals[i].truth <= ends->second);
      } else {
        ++covered[i].undefined;
      }
    }
  }
  Json rows = Json::array();
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    rows.push_back({{"interval", intervals[i].name}, {"truth", intervals[i].truth}, {"covered", covered[i].json()}});
  }
  return {{"placement", toString(placement)}, {"visitors", visitors}, {"rows", std::move(rows)}};
}

inline Json coverage(const Effort& effort) {
  Json all = Json::array();
  std::uint64_t seed = 100;
  for (const Placement placement : {Placement::Checkout, Placement::PostPurchase}) {
    for (const std::int64_t visitors : {600, 2'000, 10'000}) {
      all.push_back(coverageOf(placement, visitors, effort.trials(4'000), seed++));
    }
  }
  return all;
}

}  // namespace aftermint::bench
