/** @file An offer of an answer as an offer of a book, with what the answer may not say filled in from the book. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/answer.h"
#include "draft/draft.h"

namespace aftermint::draft {

/** The label of an answer that is shown at the placement; empty where it gives none that could be. */
[[nodiscard]] const Text& labelAt(Placement placement, const AnsweredCopy& copy);

/** Pointers of the labels that no shopper would read at the placement. */
[[nodiscard]] std::vector<std::string> unusedLabels(const AnsweredOffer& answered, Placement placement,
                                                    std::size_t number);

/**
 * The proposal, with the first headline of each language and without an id; every item is in the book.
 *
 * After payment its link is the page of the product, where that page sells what is offered: one piece at its own price,
 * which takes the place of nothing.
 */
[[nodiscard]] Offer proposalOf(const IndexedBook& book, const AnsweredOffer& answered, const Asked& asked);

/** An id that names what was bought and what is offered. */
[[nodiscard]] std::string idOf(const Offer& proposal);

}  // namespace aftermint::draft
