/** @file The Decision: one offer or none, and why every other candidate was passed over. */
#pragma once

#include "aftermint/index.h"
#include "aftermint/moment.h"

namespace aftermint {

struct Trace {
  std::string_view offer;
  Verdict verdict = Verdict::Refused;
  Reason reason = Reason::Offered;
  /// For `price_band`: the price and the band it missed, in minor units.
  Minor amount = 0, min = 0, max = 0;
};

struct ArmTaken {
  std::string_view experiment;
  std::string_view arm;
};

/** Views into the book and the moment it was made from: it must not outlive them. */
struct Decision {
  const Offer* offer = nullptr;  ///< none where null
  Reason reason = Reason::NoCandidates;
  Placement placement = Placement::Checkout;
  Path path = Path::Form;
  Relation relation = Relation::Tag;
  const Product* trigger = nullptr;
  const List<Item>* items = nullptr;      ///< the offer's, or its arm's
  const List<Copy>* headlines = nullptr;  ///< an arm's own headlines, or null
  std::string_view currency;
  Minor price = 0;
  std::optional<Minor> prior;
  List<ArmTaken> arms;
  const Offer* withheld = nullptr;  ///< what a holdout visitor would have seen
  List<Trace> trace;                ///< best first, then by id
};

/**
 * Chooses at most one offer for a moment.
 *
 * Pure: the same book and moment give the same decision on every platform. Candidates come from an
 * index over the order's products, categories and tags, so the cost follows the order, not the book.
 */
[[nodiscard]] Decision decide(const IndexedBook& book, const Moment& moment);

}  // namespace aftermint
