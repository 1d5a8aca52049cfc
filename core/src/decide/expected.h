/** @file The expected profit of showing an offer. */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

/** The estimates for an offer on one path. */
struct Expected {
  Bps takeBps = 0;         ///< the share of visitors who accept it when they see it
  std::int64_t value = 0;  ///< profit for each time it is shown, after returns, in 1/1,000 of a minor unit
};

/**
 * The expected profit of showing an offer: margin × estimated take-rate × (1 − estimated return rate).
 *
 * The estimates are means of Beta posteriors (Gelman et al., Bayesian Data Analysis, 2.4). The prior of the take-rate
 * is Beta(1, 9): its mean of 10 % is usual for bumps and for one-click offers (docs/craft.md). The prior of the return
 * rate is Beta(1, 19). With a link the shopper must enter the payment again, so only `Policy::linkTakeBps` of the
 * take-rate remains. The calculation uses whole numbers in a fixed order, so native and wasm give exactly the same
 * result. An offer without a margin has an expected profit of 0.
 */
[[nodiscard]] Expected expectedOf(const Offer& offer, const Policy& policy, Path path);

}  // namespace aftermint
