/** @file Finds the candidates of a moment: the offers with a relation to the order. */
#pragma once

#include "aftermint/decision.h"
#include "decide/arms.h"
#include "decide/expected.h"

namespace aftermint {

/** An offer with a relation to a product in the order. `EligibilityRules` sets what follows `line`. */
struct Candidate {
  const Offer* offer = nullptr;
  Relation relation = Relation::Tag;
  const Product* trigger = nullptr;
  const Line* line = nullptr;  ///< the line of the trigger; null where the product is only viewed
  Terms terms;
  List<ArmTaken> arms;
  Path path = Path::Form;
  const Line* replaces = nullptr;
  std::int64_t times = 1;
  Minor price = 0;  ///< the amount to charge
  Minor step = 0;   ///< the price, less the trigger's own price in a bundle
  Minor bandMin = 0, bandMax = 0;
  Expected expected;
  Reason reason = Reason::Offered;  ///< `offered`, `control`, or why it may not be shown
};

/** Why no offer at all may be made at this moment, or nothing. */
[[nodiscard]] std::optional<Reason> refuseMoment(const Book& book, const Moment& moment);

/** The product that is viewed on a product page, or null. */
[[nodiscard]] const Product* viewedProduct(const IndexedBook& book, const Moment& moment);

/**
 * The offers with a relation to the viewed product, or else to a line of the order: each once, with its strongest
 * relation, in the order of the book. `EligibilityRules` have not been applied yet.
 */
[[nodiscard]] List<Candidate> gatherCandidates(const IndexedBook& book, const Moment& moment);

}  // namespace aftermint
