/** @file Explains a decision: how each candidate was judged, and why it was refused. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** One part of a condition that did not hold. */
struct UnmetPart {
  std::string pointer;  ///< JSON pointer into the offer's `when`
  Value wanted;         ///< what the condition has there
  Value got;            ///< the attribute's value; null if there was none
};

/** How one candidate was judged. */
struct Judged {
  const Offer* offer = nullptr;
  Verdict verdict = Verdict::Refused;
  Reason reason = Reason::Offered;
  Relation relation = Relation::Tag;
  const Product* trigger = nullptr;
  Path path = Path::Form;
  Minor price = 0;    ///< the amount that would be charged
  Minor bandMin = 0;  ///< the price band; both 0 if the candidate was refused before its price was checked
  Minor bandMax = 0;
  Bps takeBps = 0;  ///< the estimated take-rate on that path
  Minor value = 0;  ///< the expected profit of showing it once, minor units
  std::int64_t priority = 0;
  std::vector<ArmTaken> arms;  ///< as drawn, also for a visitor of the holdout
  /// Reason `stock`: pieces in stock; `frequency`: exposures in the period of the cap; `quantity_limit`: the limit.
  std::int64_t had = 0;
  std::int64_t wanted = 0;       ///< `stock`, `quantity_limit`: pieces needed; `frequency`: the cap
  std::vector<UnmetPart> unmet;  ///< reason `condition`
};

/** A decision and its candidates, in the order of the trace. Points into the book and the moment. */
struct Explanation {
  Decision decision;
  std::vector<Judged> candidates;
};

/** Decides as `decide` does, and explains the decision. */
[[nodiscard]] Explanation explain(const IndexedBook& book, const Moment& moment);

/** The decision as JSON, with the member `candidates` added at the end. */
[[nodiscard]] std::string encode(const Explanation& explanation);

}  // namespace aftermint
