/** @file Turns the other headlines of an answer into experiments. */
#pragma once

#include <vector>

#include "draft/draft.h"
#include "json.h"

namespace aftermint::draft {

/**
 * Headline experiments, one for each offer that passed and has other headlines. The offer's own headline is the
 * control, each other headline is an arm. `coverageBps` is 0, so no visitor takes part until a person raises it.
 */
[[nodiscard]] std::vector<Json> headlineTests(const Book& book, const std::vector<Drafted>& drafts);

}  // namespace aftermint::draft
