/** @file The Decision: one offer or none, and why every other candidate was passed over. */
#pragma once

#include "aftermint/index.h"
#include "aftermint/moment.h"

namespace aftermint {

struct Trace {
  std::string_view offer;
  Verdict verdict = Verdict::Refused;
  Reason reason = Reason::Offered;
  /// For `price_band`: the price (of a bundle, what it costs beyond its trigger) and the band it missed, in minor
  /// units.
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
  std::int64_t times = 1;                 ///< so often the items: an upgrade of three pieces is three
  const List<Copy>* headlines = nullptr;  ///< an arm's own headlines, or null
  std::string_view currency;
  Minor price = 0;                 ///< charged; of an upgrade, the difference to what it replaces
  const Line* replaces = nullptr;  ///< the line that an upgrade takes the place of
  Minor total = 0;                 ///< of an upgrade: the whole order with it
  std::optional<Minor> prior;
  Minor basis = 0;                     ///< the value that prices were held against (`policy.priceBand`)
  Bps takeBps = 0;                     ///< the believed take-rate on this path
  Minor value = 0;                     ///< what showing it is expected to earn
  std::optional<Millis> until;         ///< decide anew from then on: the schedule, the window or one click ends
  std::optional<Barrier> barrier;      ///< after payment: why one click is not possible
  const OneClick* oneClick = nullptr;  ///< what the platform said of it, beside a barrier
  bool preview = false;                ///< an owner looks: nothing of it is measured
  List<ArmTaken> arms;                 ///< that made it what it is
  const Offer* withheld = nullptr;     ///< what a visitor of the holdout or of a control arm would have seen
  List<Trace> trace;                   ///< best first, then by id
};

/**
 * Chooses at most one offer for a moment.
 *
 * Pure: the same book and moment give the same decision on every platform. Candidates come from an
 * index over the order's products, categories and tags, so the cost follows the order, not the book.
 */
[[nodiscard]] Decision decide(const IndexedBook& book, const Moment& moment);

}  // namespace aftermint
