/** @file From a moment to its candidates: the offers tied to what was bought. */
#pragma once

#include "aftermint/decision.h"
#include "decide/arms.h"
#include "decide/expected.h"

namespace aftermint {

/** An offer tied to something in the order; `Judge` fills in what follows the trigger. */
struct Candidate {
  const Offer* offer = nullptr;
  Relation relation = Relation::Tag;
  const Product* trigger = nullptr;
  const Line* line = nullptr;  ///< that the trigger stands in; null where it is only looked at
  Terms terms;
  List<ArmTaken> arms;
  Path path = Path::Form;
  const Line* replaces = nullptr;
  std::int64_t times = 1;
  Minor price = 0;  ///< charged
  Minor step = 0;   ///< what the shopper pays beyond what was chosen already: the price, less a bundle's trigger
  Minor bandMin = 0, bandMax = 0;
  Expected expected;
  Reason reason = Reason::Offered;  ///< `offered`, `control`, or why it is refused
};

/** Why no offer may be made at this moment at all, or nothing. */
[[nodiscard]] std::optional<Reason> refuseMoment(const Book& book, const Moment& moment);

/** What is looked at on a product page, or null. */
[[nodiscard]] const Product* viewedProduct(const IndexedBook& book, const Moment& moment);

/**
 * Every offer tied to what is looked at, or else to a line of the order, by its strongest relation, in the order of
 * the book, not yet judged.
 */
[[nodiscard]] List<Candidate> gatherCandidates(const IndexedBook& book, const Moment& moment);

}  // namespace aftermint
