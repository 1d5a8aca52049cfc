/** @file Tests that are looked at every day: false alarms without an effect, and how soon a harmful offer is stopped.
 */
#pragma once

#include "aftermint/reading.h"
#include "bench/truth/coverage.h"

namespace aftermint::bench {

/** Whether a difference is significant. */
template <class Difference>
bool isSignificant(const std::optional<Difference>& difference, double alpha) {
  return difference && std::optional<double>(difference->p).value_or(1) < alpha;
}

/** Whether a difference is significant, and a gain. */
template <class Difference>
bool isFound(const std::optional<Difference>& difference, double alpha) {
  return isSignificant(difference, alpha) && difference->difference > 0;
}

/** Whether an interval of a difference leaves out zero. */
inline bool excludesZero(const Ends& ends) { return ends && (ends->first > 0 || ends->second < 0); }

struct Alarm {
  const char* name;
  const char* kind;  ///< `fixed`: made for one look at the end; `anytime`: for any number of looks; `srm`
  std::function<bool(const Reading&)> raised;
};

inline std::vector<Alarm> alarms(double alpha) {
  using R = const Reading&;
  const auto versus = [](R reading) -> const Comparison& { return *reading.arms[1].versusBaseline; };
  return {
      {"conversion", "fixed", [=](R r) { return isSignificant(versus(r).conversion, alpha); }},
      {"valuePerVisitor.net", "fixed", [=](R r) { return isSignificant(versus(r).valuePerVisitor.net, alpha); }},
      {"netAdjusted", "fixed", [=](R r) { return isSignificant(versus(r).netAdjusted, alpha); }},
      {"conversion", "anytime", [=](R r) { return excludesZero(endsOf(versus(r).anytimeConversion)); }},
      {"net", "anytime", [=](R r) { return excludesZero(endsOf(versus(r).anytimeNet)); }},
      {"netAdjusted", "anytime", [=](R r) { return excludesZero(endsOf(versus(r).anytimeNetAdjusted)); }},
      {"srm", "srm", [](R r) { return r.srm && r.srm->alarm; }},
  };
}

/** A/A tests: the offer does nothing. Who alarmed on some day, and who on the last day alone. */
inline Json falseAlarms(const Effort& effort, double alpha) {
  constexpr int kDays = 60, kPerDay = 100;
  simulate::Truth truth = oneOffer(200, Placement::Checkout);
  truth.offers[0].takeBps = 0;
  const simulate::Shoppers shoppers(truth);
  const std::vector<Alarm> all = alarms(alpha);
  std::vector<Rate> ever(all.size()), last(all.size());
  std::int64_t next = 0;
  const int trials = effort.trials(2'000);
  for (int trial = 0; trial < trials; ++trial) {
    TwoArms arms(alpha, 0.5);
    std::vector<bool> raised(all.size());
    Reading reading;
    for (int day = 0; day < kDays; ++day) {
      for (int visitor = 0; visitor < kPerDay; ++visitor) arms.add(shoppers.at(next++), true);
      reading = read(arms.counts);
      for (std::size_t i = 0; i < all.size(); ++i) raised[i] = raised[i] || all[i].raised(reading);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      ever[i].add(raised[i]);
      last[i].add(all[i].raised(reading));
    }
  }
  Json rows = Json::array();
  for (std::size_t i = 0; i < all.size(); ++i) {
    rows.push_back(
        {{"figure", all[i].name}, {"kind", all[i].kind}, {"everyDay", ever[i].json()}, {"once", last[i].json()}});
  }
  return {{"alpha", alpha}, {"days", kDays}, {"visitorsPerDay", kPerDay}, {"rows", std::move(rows)}};
}

/** An offer that lowers the conversion, looked at daily until the always-valid interval is below zero. */
inline Json stopped(const Effort& effort, Bps harmed, Bps holdout, std::uint64_t seed) {
  constexpr int kMaxDays = 365, kPerDay = 100;
  simulate::Truth truth = oneOffer(seed, Placement::Checkout);
  truth.holdoutBps = holdout;
  truth.offers[0].conversionBps = harmed;
  const simulate::Shoppers shoppers(truth);
  std::vector<double> orders;
  Rate inTime;
  std::int64_t next = 0;
  const int trials = effort.trials(1'000);
  for (int trial = 0; trial < trials; ++trial) {
    TwoArms arms(0.05, static_cast<double>(holdout) / 10'000);
    bool isStopped = false;
    for (int day = 0; day < kMaxDays && !isStopped; ++day) {
      for (int visitor = 0; visitor < kPerDay; ++visitor) arms.add(shoppers.at(next++), true);
      const Ends ends = endsOf(read(arms.counts).arms[1].versusBaseline->anytimeConversion);
      isStopped = ends && ends->second < 0;
    }
    inTime.add(isStopped);
    const Exact made = arms.counts.arms[0].orders.sum + arms.counts.arms[1].orders.sum;
    orders.push_back(static_cast<double>(made));  // of a trial that was never stopped: all its orders, at the upper end
  }
  return {{"conversionBps", truth.conversionBps},
          {"harmedBps", harmed},
          {"holdoutBps", holdout},
          {"days", kMaxDays},
          {"visitorsPerDay", kPerDay},
          {"stopped", inTime.json()},
          {"orders", medianOf(orders)}};
}

inline Json harmful(const Effort& effort) {
  return Json::array({stopped(effort, 4'800, 5'000, 300), stopped(effort, 5'400, 5'000, 301),
                      stopped(effort, 4'800, 1'000, 302), stopped(effort, 5'400, 1'000, 303)});
}

}  // namespace aftermint::bench
