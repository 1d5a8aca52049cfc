/** @file Shares and medians of repeated trials, with their Monte-Carlo standard errors. */
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "aftermint/counts.h"
#include "json.h"
#include "simulate/ledger.h"
#include "simulate/shopper.h"

namespace aftermint::bench {

inline constexpr Millis kNever = INT64_MAX;  ///< an end that no refund comes after

/** How often something was so, of the trials in which it was defined. */
struct Rate {
  std::int64_t hits = 0, trials = 0, undefined = 0;

  void add(bool hit) {
    ++trials;
    hits += hit ? 1 : 0;
  }
  [[nodiscard]] double value() const {
    return trials == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(trials);
  }
  [[nodiscard]] double error() const {
    return trials == 0 ? 0 : std::sqrt(value() * (1 - value()) / static_cast<double>(trials));
  }
  [[nodiscard]] Json json() const {
    return {{"value", value()}, {"error", error()}, {"trials", trials}, {"undefined", undefined}};
  }
};

/** The median, and the range between the ranks one standard error below and above it. */
inline Json medianOf(std::vector<double> values) {
  if (values.empty()) return nullptr;
  std::sort(values.begin(), values.end());
  const auto count = static_cast<double>(values.size());
  const auto at = [&](double rank) {
    const double index = std::clamp(rank, 0.0, count - 1);
    return values[static_cast<std::size_t>(index)];
  };
  const double error = std::sqrt(count) / 2;
  return {{"value", at(count / 2)}, {"low", at(count / 2 - error)}, {"high", at(count / 2 + error)}};
}

/** Two arms: the holdout first, then those who are offered the offer. */
struct TwoArms {
  Counts counts;

  TwoArms(double alpha, double holdout) {
    counts.alpha = alpha;
    counts.arms.resize(2);
    counts.arms[0].name = "holdout";
    counts.arms[0].weight = holdout;
    counts.arms[1].name = "offered";
    counts.arms[1].weight = 1 - holdout;
  }

  /** Counts a shopper as assigned, at checkout or after payment; false if they had no such moment. */
  bool add(const simulate::Shopper& shopper, bool isCheckout) {
    const simulate::OfferMoment& moment = isCheckout ? shopper.checkout : shopper.after;
    if (moment.offer < 0 || moment.lost) return false;
    simulate::addUnit(counts.arms[moment.shown ? 1 : 0], shopper, moment, kNever);
    return true;
  }
};

/** A truth with one offer, for which all visitors are assigned: half of them to the holdout. */
inline simulate::Truth oneOffer(std::uint64_t seed, Placement placement) {
  simulate::Truth truth;
  truth.seed = seed;
  truth.until = 1'700'000'000'000;
  truth.holdoutBps = 5'000;
  simulate::TruthOffer offer;
  offer.offer = "offer";
  offer.placement = placement;
  offer.price = 10'000;
  offer.shareBps = 10'000;
  offer.takeBps = placement == Placement::Checkout ? 2'000 : 800;
  offer.returnBps = 500;
  offer.replacesBps = 1'000;
  truth.offers.push_back(offer);
  return truth;
}

/** How long the sections may take. */
struct Effort {
  bool quick = false;
  [[nodiscard]] int trials(int full) const { return quick ? full / 10 : full; }
};

}  // namespace aftermint::bench
