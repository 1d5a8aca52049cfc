/** @file What a book says about a test that is planned. */
#pragma once

#include <string>

#include "aftermint/book.h"
#include "plan/test_plan.h"

namespace aftermint {

/**
 * Takes over how a book divides its visitors: by the experiment with that id, or by the holdout if the id is empty.
 *
 * False if the book has no such experiment, or no holdout.
 */
[[nodiscard]] bool planFromBook(const Book& book, const std::string& experiment, PlanInput& input);

}  // namespace aftermint
