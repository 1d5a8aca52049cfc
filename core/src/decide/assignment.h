/** @file Which experiments count at a moment, alike for every arm and for the holdout. */
#pragma once

#include "decide/eligibility.h"

namespace aftermint {

/** The order's total as given, else the sum of its lines, at most kMaxMoney. */
[[nodiscard]] Minor orderValue(const Order& order);

/**
 * The visitor's assignment; nothing where no arm would show an offer.
 *
 * @param ranked all candidates as drawn, from `rank`
 * @param shown  the one to show, as if there were no holdout; null: none
 */
[[nodiscard]] std::optional<Assignment> assignmentOf(const IndexedBook& book, const Moment& moment,
                                                     const EligibilityRules& rules,
                                                     const List<const Candidate*>& ranked, const Candidate* shown,
                                                     bool held);

}  // namespace aftermint
