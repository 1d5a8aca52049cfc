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

/** Whether the visitor is shown nothing; a visitor without an id is in no holdout and no experiment, a preview too. */
[[nodiscard]] bool inHoldout(const Book& book, const Moment& moment);

/**
 * Changes an offer's terms as the visitor's arms do, and appends these arms.
 *
 * An arm that the moment's preview asks for stands before the one drawn, whatever coverage and namespace say.
 */
void takeArms(const IndexedBook& book, const Offer& offer, const Moment& moment, Terms& terms, List<ArmTaken>& arms);

}  // namespace aftermint
