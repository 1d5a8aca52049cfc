/** @file Whether a candidate may be shown, and its price and items for the visitor. Used by `decide` and `verify`. */
#pragma once

#include "decide/candidates.h"

namespace aftermint {

/** How many pieces of one item's product a candidate has in all its items. */
struct Wanted {
  std::int64_t pieces = 0;            ///< of the product, with any variant
  std::int64_t ofStock = 0;           ///< from the same stock as the item
  std::optional<std::int64_t> stock;  ///< of the variant, else of the product; absent: not counted
};

[[nodiscard]] Wanted wantedOf(const Candidate& candidate, const Item& item, const Product& product);

/** Applies every rule to the candidates of a moment. */
class EligibilityRules {
 public:
  EligibilityRules(const IndexedBook& book, const Moment& moment);
  /**
   * Sets the candidate's terms, price and relation, and its reason: `offered`, `control`, or why it may not be shown.
   *
   * The visitor's arms are taken as drawn, also for visitors of the holdout. `instead` replaces the drawn arm of its
   * experiment; null: none.
   */
  void apply(Candidate& candidate, const Arm* instead = nullptr) const;
  /** The value that the price band refers to: the goods without tax, shipping and accepted offers. */
  [[nodiscard]] Minor basis() const { return basis_; }

 private:
  [[nodiscard]] bool tieArm(Candidate& candidate) const;
  void price(Candidate& candidate) const;
  [[nodiscard]] Reason refusal(Candidate& candidate) const;
  [[nodiscard]] std::optional<Reason> itemsRefusal(const Candidate& candidate) const;
  [[nodiscard]] std::optional<Reason> historyRefusal(const Offer& offer) const;
  [[nodiscard]] std::optional<Reason> copyRefusal(const Candidate& candidate) const;
  [[nodiscard]] bool isControl(const Candidate& candidate) const;

  const IndexedBook& book_;
  const Moment& moment_;
  Minor basis_ = 0;
  MomentAttributes attributes_;
  const ConditionHost& host_;  ///< pays for the matches of all candidates
};

}  // namespace aftermint
