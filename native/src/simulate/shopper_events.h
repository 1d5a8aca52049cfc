/** @file What a simulated shopper's pages and the shop's server would have sent, as events. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/event_json.h"
#include "events/store.h"
#include "simulate/shopper.h"

namespace aftermint::simulate {

using aftermint::kSimulatedSource;

/** Writes the events of shoppers. Ids and keys come from the truth and the shopper's number, so a repeat changes
 * nothing. */
class ShopperEvents {
 public:
  /** Takes a truth that `checkTruth` accepts. */
  explicit ShopperEvents(const Truth& truth);

  /**
   * Appends what happened before the end of the simulation: assignment, exposure, accept and decline of pages; order,
   * accept, undo and refund of the server (`Event::trusted`). The events of one shopper are in the order of time, but
   * those of the next shopper may be earlier than this one's last.
   */
  void append(const Shopper& shopper, std::vector<Event>& events) const;

 private:
  class Writer;

  Truth truth_;
  std::string run_;                  ///< names this truth in ids: another truth gives other visitors and orders
  std::vector<std::string> offers_;  ///< the ids of offers, as JSON
  std::vector<std::vector<std::string>> arms_;  ///< `[{"experiment","arm"}]` by offer and arm
  std::string currency_;                        ///< as JSON
};

}  // namespace aftermint::simulate
