/** @file The other headlines of an answer, kept for a test. */
#pragma once

#include <vector>

#include "draft/draft.h"
#include "json.h"

namespace aftermint::draft {

/**
 * Experiments on the headline, one for each offer that passed and has headlines left over: the offer's own is the
 * control, each other one an arm. Their `coverageBps` is 0: they reach nobody until a person raises it.
 */
[[nodiscard]] std::vector<Json> headlineTests(const Book& book, const std::vector<Drafted>& drafts);

}  // namespace aftermint::draft
