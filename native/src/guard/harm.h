/** @file Which offers of a book do harm, by the events of a store. */
#pragma once

#include <map>
#include <string>
#include <vector>

#include "aftermint/index.h"
#include "events/store.h"
#include "guard/stopped_offers.h"

namespace aftermint {

/**
 * The offers of the book that do harm, each once, as stops to store; `stopped` is `now`.
 *
 * An offer does harm if its verdict is `stop` in the report by offer, or that of an arm in the report by experiment.
 * Both compare with the holdout. An experiment without a holdout compares an arm only with its control. There, an arm
 * counts only if fewer of its visitors complete an order: to lose against a control is what a test is for, and does not
 * show that the offer is worse than no offer.
 *
 * An offer in `countFrom` is judged only by units that were assigned from that time on. Throws StoreError.
 */
[[nodiscard]] std::vector<OfferStop> harmIn(Store& store, const IndexedBook& book,
                                            const std::map<std::string, Millis>& countFrom, Millis now);

}  // namespace aftermint
