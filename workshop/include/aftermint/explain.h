/** @file Why a decision is what it is, for a person: what each candidate was, and what stood against it. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** A part of a condition that did not hold. */
struct UnmetPart {
  std::string pointer;  ///< JSON pointer into the offer's `when`
  Value wanted;
  Value got;  ///< what the attribute was; null where there was none
};

/** One candidate as it was judged, in the order of the decision's trace. */
struct Judged {
  const Offer* offer = nullptr;
  Verdict verdict = Verdict::Refused;
  Reason reason = Reason::Offered;
  Relation relation = Relation::Tag;
  const Product* trigger = nullptr;
  Path path = Path::Form;
  Minor price = 0;    ///< what would be charged
  Minor bandMin = 0;  ///< of the price band; both 0 where it was refused before prices were looked at
  Minor bandMax = 0;
  Bps takeBps = 0;  ///< the believed take-rate on that path
  Minor value = 0;  ///< what showing it is expected to earn
  std::int64_t priority = 0;
  std::vector<ArmTaken> arms;
  std::int64_t had =
      0;  ///< `stock`: pieces there; `frequency`: exposures in the cap's time; `quantity_limit`: the limit
  std::int64_t wanted = 0;       ///< `stock` and `quantity_limit`: pieces wanted; `frequency`: the cap
  std::vector<UnmetPart> unmet;  ///< `condition`
};

/** A decision with every candidate as it was judged. It outlives neither book nor moment. */
struct Explanation {
  Decision decision;
  std::vector<Judged> candidates;
};

/** Decides and explains. Native and workshop only: a page is told the trace. */
[[nodiscard]] Explanation explain(const IndexedBook& book, const Moment& moment);

/** The decision as JSON, with `candidates` as its last member. */
[[nodiscard]] std::string encode(const Explanation& explanation);

}  // namespace aftermint
