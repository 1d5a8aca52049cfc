/** @file Which visitors are in the holdout and which arm they are in; by hash alone, so always the same. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** What an offer is for one visitor, once its experiments are taken in. */
struct Terms {
  const List<Item>* items = nullptr;
  const Price* price = nullptr;
  const List<Placement>* placements = nullptr;
  const List<Copy>* headlines = nullptr;  ///< null: the offer's own
};

/** Whether the visitor is shown nothing; a visitor without an id is in no holdout and no experiment. */
[[nodiscard]] bool inHoldout(const Book& book, const Visitor& visitor);

/** The offer's terms for a visitor; the arms they came from are appended to `arms`. */
[[nodiscard]] Terms termsFor(const IndexedBook& book, const Offer& offer, const Visitor& visitor, List<ArmTaken>& arms);

}  // namespace aftermint
