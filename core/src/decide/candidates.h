/** @file From a moment to its candidates, each judged: the part that `decide` and `verify` share. */
#pragma once

#include "aftermint/decision.h"
#include "decide/arms.h"

namespace aftermint {

/** An offer tied to something in the order. */
struct Candidate {
  const Offer* offer = nullptr;
  Relation relation = Relation::Tag;
  const Product* trigger = nullptr;
  Terms terms;
  List<ArmTaken> arms;
  Path path = Path::Form;
  Minor price = 0;
  Minor bandMin = 0, bandMax = 0;
  std::int64_t expected = 0;        ///< expected net value, minor units times 1,000
  Reason reason = Reason::Offered;  ///< `offered`, or why it is refused
};

/** Why no offer may be made at this moment at all, or nothing. */
[[nodiscard]] std::optional<Reason> refuseMoment(const Book& book, const Moment& moment);

/** Every offer tied to a line of the order by its strongest relation, in the order of the book, not yet judged. */
[[nodiscard]] List<Candidate> gatherCandidates(const IndexedBook& book, const Moment& moment);

/** Fills in what the offer is for this visitor and moment, and the reason where it may not be shown. */
class Judge {
 public:
  Judge(const IndexedBook& book, const Moment& moment);
  void judge(Candidate& candidate);

 private:
  [[nodiscard]] Reason refusal(Candidate& candidate);
  [[nodiscard]] std::optional<Reason> itemsRefusal(const List<Item>& items) const;
  [[nodiscard]] bool tooFrequent(const Offer& offer) const;

  const IndexedBook& book_;
  const Moment& moment_;
  Minor basis_ = 0;  ///< the order's value: own lines, without those of accepted offers
  MomentAttributes attributes_;
};

/**
 * What showing an offer is expected to earn: margin × believed take-rate × (1 − believed return rate).
 *
 * The beliefs are means of Beta posteriors: take-rate from Beta(1, 9), whose mean of 10 % lies where the usual
 * ranges of bumps and one-click offers meet (CRAFT.md), return rate from Beta(1, 19). Whole numbers in a fixed
 * order, so native and wasm agree to the bit. An offer without a stated margin is expected to earn nothing.
 */
[[nodiscard]] std::int64_t expectedValue(const Offer& offer);

/** Whether a type of offer belongs at a placement, by CRAFT.md's decision table. */
[[nodiscard]] bool suits(OfferType type, Placement placement);

/** The copy to read: the moment's locale, its language, then the book's; null where there is none. */
[[nodiscard]] const Copy* copyFor(const List<Copy>& copy, std::string_view locale, std::string_view fallback);

}  // namespace aftermint
