/** @file The visitor's holdout and arms, assigned by hash alone, so always the same. */
#pragma once

#include "aftermint/decision.h"

namespace aftermint {

/** The parts of an offer that experiments can change, as one visitor gets them. */
struct Terms {
  const List<Item>* items = nullptr;
  const Price* price = nullptr;
  const List<Placement>* placements = nullptr;
  const List<Copy>* headlines = nullptr;  ///< null: those of the offer
};

/** Whether the visitor is in the holdout. Visitors without an id and previews are in no holdout. */
[[nodiscard]] bool inHoldout(const Book& book, const Moment& moment);

/**
 * Changes an offer's terms by the visitor's arms, and appends these arms. Visitors without an id are in no experiment.
 *
 * An arm of the moment's preview replaces the drawn one, whatever the coverage and the namespace are. So does `instead`
 * in its experiment; null: none.
 */
void takeArms(const IndexedBook& book, const Offer& offer, const Moment& moment, const Arm* instead, Terms& terms,
              List<ArmTaken>& arms);

}  // namespace aftermint
