/** @file Whether a candidate may be shown, and what it is for this visitor: the part that `decide` and `verify` share.
 */
#pragma once

#include "decide/candidates.h"

namespace aftermint {

/** What a candidate takes of one item's product, however often that stands in the offer. */
struct Wanted {
  std::int64_t pieces = 0;            ///< of the product
  std::int64_t ofStock = 0;           ///< of the stock the item is taken from
  std::optional<std::int64_t> stock;  ///< its variant's own, else the product's; not counted where absent
};

[[nodiscard]] Wanted wantedOf(const Candidate& candidate, const Item& item, const Product& product);

/** Fills in what the offer is for this visitor and moment, and the reason where it may not be shown. */
class Judge {
 public:
  /** Whether offers are taken as their experiments change them; a visitor in the holdout is in none. */
  enum class Arms : bool { None, Drawn };

  Judge(const IndexedBook& book, const Moment& moment, Arms arms);
  void judge(Candidate& candidate);
  /** What prices are held against: the goods net of tax, without shipping and what offers brought already. */
  [[nodiscard]] Minor basis() const { return basis_; }

 private:
  [[nodiscard]] bool tieArm(Candidate& candidate) const;
  void price(Candidate& candidate) const;
  [[nodiscard]] Reason refusal(Candidate& candidate);
  [[nodiscard]] std::optional<Reason> itemsRefusal(const Candidate& candidate) const;
  [[nodiscard]] std::optional<Reason> historyRefusal(const Offer& offer) const;
  [[nodiscard]] std::optional<Reason> copyRefusal(const Candidate& candidate) const;
  [[nodiscard]] bool isControl(const Candidate& candidate) const;

  const IndexedBook& book_;
  const Moment& moment_;
  const Arms arms_;
  Minor basis_ = 0;
  MomentAttributes attributes_;
};

}  // namespace aftermint
