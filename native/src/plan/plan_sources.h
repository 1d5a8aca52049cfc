/** @file What a book or a store says about a test that is planned. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/book.h"
#include "events/sums.h"
#include "plan/test_plan.h"

namespace aftermint {

/**
 * Takes over how a book divides its visitors: by the experiment with that id, or by the holdout if the id is empty.
 *
 * False if the book has no such experiment, or no holdout.
 */
[[nodiscard]] bool planFromBook(const Book& book, const std::string& experiment, PlanInput& input);

/**
 * Takes over the figures of the visitors that were counted: of the holdout if it has at least two, else of everybody.
 * `days` is how long they were counted, for the visitors per day. False if there are fewer than two visitors.
 */
[[nodiscard]] bool planFromSums(const std::vector<ArmSums>& sums, double days, PlanInput& input);

}  // namespace aftermint
