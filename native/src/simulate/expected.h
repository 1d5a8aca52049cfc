/** @file What a truth must lead to, by calculation: with these figures a reading of simulated events is compared. */
#pragma once

#include <string>

#include "simulate/truth.h"

namespace aftermint::simulate {

/** Means per assigned visitor, once all windows are over and all returns are back. Money is in minor units. */
struct Expected {
  double conversion = 0;  ///< share of visitors with an order
  double exposed = 0;     ///< share of visitors who saw the offer
  double takeRate = 0;    ///< accepts that were not undone, of those who saw it; 0 for the holdout
  double orders = 0;
  double gross = 0, net = 0;
};

/** The part of an offer's visitors to calculate for. */
struct Part {
  int offer = 0;         ///< index in `Truth::offers`
  int arm = -1;          ///< index in the arms of its experiment; -1: all of them, by their weights
  bool holdout = false;  ///< those of them who see no offers
};

/**
 * Calculates the means of a part of the visitors, exact but for the rounding of single amounts.
 *
 * The holdout sees no offer at all, so a difference to it is also the effect of the other moment's offers.
 */
[[nodiscard]] Expected expectedOf(const Truth& truth, const Part& part);

/** `[{"offer","placement","experiment","arm","conversion",…}]` for every offer and arm, and `holdout` of each. */
[[nodiscard]] std::string encodeExpected(const Truth& truth);

}  // namespace aftermint::simulate
