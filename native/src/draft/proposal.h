/** @file Builds an offer of a book from an offer of an answer. */
#pragma once

#include <string>
#include <vector>

#include "aftermint/answer.h"
#include "draft/draft.h"

namespace aftermint::draft {

/** The label of the answer that the placement shows; empty if it has none. */
[[nodiscard]] const Text& labelAt(Placement placement, const AnsweredCopy& copy);

/** JSON pointers of the labels that the placement does not show. `number` is the index of the offer in the answer. */
[[nodiscard]] std::vector<std::string> unusedLabels(const AnsweredOffer& answered, Placement placement,
                                                    std::size_t number);

/**
 * Builds the proposal, with the first headline of each language and without an id. The book must have every item.
 *
 * After payment, its link is the product's page, but only if that page sells the same thing: one piece at its own price
 * that replaces nothing.
 */
[[nodiscard]] Offer proposalOf(const IndexedBook& book, const AnsweredOffer& answered, const Asked& asked);

/** An id made from the ids of the product bought and of the products offered. */
[[nodiscard]] std::string idOf(const Offer& proposal);

}  // namespace aftermint::draft
