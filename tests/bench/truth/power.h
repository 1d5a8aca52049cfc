/** @file How often a real effect is found with 300 orders an arm, and what counting by sight does to an effect. */
#pragma once

#include "bench/truth/looks.h"
#include "simulate/order_value.h"

namespace aftermint::bench {

/** An offer after payment that raises the net value per order by `upliftBps`: its price is half of a mean order. */
inline Json powerOf(const Effort& effort, Bps upliftBps, std::uint64_t seed) {
  constexpr int kOrders = 300;
  simulate::Truth truth = oneOffer(seed, Placement::PostPurchase);
  truth.offers[0].price = static_cast<Minor>(simulate::meanOrderValue(truth.orderValueBps) / 2);
  truth.offers[0].replacesBps = 0;
  const auto uplift = [&](Bps takeBps) {
    truth.offers[0].takeBps = takeBps;
    return expectedOf(truth, {0, -1, false}).net / expectedOf(truth, {0, -1, true}).net - 1;
  };
  Bps take = 1;
  while (uplift(take) < static_cast<double>(upliftBps) / 10'000) ++take;
  const simulate::Shoppers shoppers(truth);
  Rate raw, adjusted, anytime;
  std::int64_t next = 0;
  const int trials = effort.trials(5'000);
  for (int trial = 0; trial < trials; ++trial) {
    TwoArms arms(0.05, 0.5);
    while (std::min(arms.counts.arms[0].visitors, arms.counts.arms[1].visitors) < kOrders) {
      const simulate::Shopper shopper = shoppers.at(next++);
      const bool isFull = arms.counts.arms[shopper.holdout ? 0 : 1].visitors == kOrders;
      if (!isFull) arms.add(shopper, false);
    }
    const Reading reading = read(arms.counts);
    const Comparison& versus = *reading.arms[1].versusBaseline;
    raw.add(isFound(versus.valuePerVisitor.net, 0.05));
    adjusted.add(isFound(versus.netAdjusted, 0.05));
    const Ends always = endsOf(versus.anytimeNetAdjusted);
    anytime.add(always && always->first > 0);
  }
  return {{"upliftBps", upliftBps},      {"takeBps", take},
          {"ordersPerArm", kOrders},     {"raw", raw.json()},
          {"adjusted", adjusted.json()}, {"anytimeAdjusted", anytime.json()}};
}

inline Json power(const Effort& effort) {
  return Json::array({powerOf(effort, 500, 400), powerOf(effort, 1'000, 401), powerOf(effort, 2'000, 402)});
}

/**
 * An offer that does nothing, counted in two ways: everybody as assigned; or the offered once they saw it, and the
 * holdout at the decision.
 */
inline Json sight(const Effort& effort) {
  simulate::Truth truth = oneOffer(500, Placement::Checkout);
  truth.offers[0].takeBps = 0;
  const simulate::Shoppers shoppers(truth);
  TwoArms assigned(0.05, 0.5), seen(0.05, 0.5);
  const std::int64_t visitors = effort.trials(2'000'000);
  for (std::int64_t number = 0; number < visitors; ++number) {
    const simulate::Shopper shopper = shoppers.at(number);
    assigned.add(shopper, true);
    if (shopper.holdout || shopper.checkout.seen) seen.add(shopper, true);
  }
  const auto row = [](const char* counted, const Counts& counts) -> Json {
    const Reading reading = read(counts);
    const Comparison& versus = *reading.arms[1].versusBaseline;
    const auto error = [](const auto& interval) { return (interval->high - interval->low) / 2 / 1.959964; };
    return {{"counted", counted},
            {"conversion", {{"value", versus.conversion->difference}, {"error", error(versus.conversion)}}},
            {"relativeNet",
             {{"value", versus.valuePerVisitor.net->relative->value},
              {"error", error(versus.valuePerVisitor.net->relative)}}}};
  };
  return {{"visitors", visitors}, {"rows", {row("by assignment", assigned.counts), row("by sight", seen.counts)}}};
}

}  // namespace aftermint::bench
