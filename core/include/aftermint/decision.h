/** @file The Decision: one offer or none, and for every other candidate the reason why not. */
#pragma once

#include "aftermint/index.h"
#include "aftermint/moment.h"

namespace aftermint {

/** What happened to one candidate. */
struct Trace {
  std::string_view offer;
  Verdict verdict = Verdict::Refused;
  Reason reason = Reason::Offered;
  /// Of `price_band`: the price (for a bundle, less its trigger's own price) and the band it is outside of, in minor
  /// units.
  Minor amount = 0, min = 0, max = 0;
};

/** The arm of an experiment that a visitor is in. */
struct ArmTaken {
  std::string_view experiment;
  std::string_view arm;
};

/** Refers to the book and the moment that it was made from, so it must not outlive them. */
struct Decision {
  const Offer* offer = nullptr;  ///< null: no offer
  Reason reason = Reason::NoCandidates;
  Placement placement = Placement::Checkout;
  Path path = Path::Form;
  Relation relation = Relation::Tag;
  const Product* trigger = nullptr;
  const List<Item>* items = nullptr;      ///< of the offer or of its arm
  std::int64_t times = 1;                 ///< multiplies every item's quantity: an upgrade of three pieces has 3
  const List<Copy>* headlines = nullptr;  ///< an arm's own headlines, or null
  std::string_view currency;
  Minor price = 0;                 ///< the amount to charge; of an upgrade, the difference to the replaced line
  const Line* replaces = nullptr;  ///< the line that an upgrade replaces
  Minor total = 0;                 ///< of an upgrade: the total of the order with it
  std::optional<Minor> prior;
  Minor basis = 0;                     ///< the order value that the price band refers to (`policy.priceBand`)
  Bps takeBps = 0;                     ///< the estimated take-rate on this path
  Minor value = 0;                     ///< the expected profit of showing it
  std::optional<Millis> until;         ///< decide again from then on: the schedule, the window or one click ends
  std::optional<Barrier> barrier;      ///< after payment: why one click is not possible
  const OneClick* oneClick = nullptr;  ///< what the platform said about one click; null where there is no barrier
  bool preview = false;                ///< shown to the shop's owner: nothing is measured
  List<ArmTaken> arms;                 ///< the arms behind the decision
  const Offer* withheld = nullptr;     ///< the offer that the holdout or a control arm kept back
  List<Trace> trace;                   ///< best first, then by id
};

/**
 * Chooses at most one offer for a moment.
 *
 * Pure: the same book and moment give the same decision on every platform. Candidates are looked up by the products,
 * categories and tags of the order, so the time depends on the size of the order and not on the size of the book.
 */
[[nodiscard]] Decision decide(const IndexedBook& book, const Moment& moment);

}  // namespace aftermint
