/** @file What showing an offer is believed to bring. */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

/** A belief about an offer on one path. */
struct Expected {
  Bps takeBps = 0;         ///< of those who are shown it, so many take it
  std::int64_t value = 0;  ///< net of returns, in thousandths of a minor unit, for each time it is shown
};

/**
 * What showing an offer is expected to earn: margin × believed take-rate × (1 − believed return rate).
 *
 * The beliefs are means of Beta posteriors (Gelman et al., Bayesian Data Analysis, 2.4): take-rate from Beta(1, 9),
 * whose mean of 10 % lies where the usual ranges of bumps and one-click offers meet (CRAFT.md), return rate from
 * Beta(1, 19). A link is a cold purchase, payment is entered again: there `Policy::linkTakeBps` of the rate is believed
 * to be left. Whole numbers in a fixed order, so native and wasm agree to the bit. An offer without a stated margin is
 * expected to earn nothing.
 */
[[nodiscard]] Expected expectedOf(const Offer& offer, const Policy& policy, Path path);

}  // namespace aftermint
