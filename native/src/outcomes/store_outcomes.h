/** @file Writes what files say of orders and refunds into an event store. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aftermint/codes.h"
#include "events/store.h"
#include "outcomes/file_outcomes.h"

namespace aftermint::outcomes {

/** How outcomes are written. */
struct StoreOptions {
  std::string currency;            ///< ISO 4217
  bool customerIsVisitor = false;  ///< whether the customer of the file is the visitor id that the pages send
  bool dryRun = false;             ///< only count
  Millis now = 0;                  ///< when it was received
};

/** What was written, or would be in a dry run. Amounts are in minor units. */
struct StoredOutcomes {
  std::size_t ordersNew = 0, ordersKnown = 0;
  std::size_t ordersDiffer = 0;  ///< of `ordersKnown`: the store has another amount, and keeps it
  std::size_t refundsNew = 0, refundsKnown = 0;
  Minor gross = 0, refunded = 0;  ///< of new orders and new refunds
  std::array<std::size_t, Codes<OrderLeftOut>::all.size()> leftOut = {};
  std::vector<std::string> examples;  ///< the first orders that differ or were left out, with the reason
};

/**
 * Writes orders and refunds as events of the server (`kOutcomesSource`), in batches; each is whole or absent.
 *
 * A repeat writes nothing twice: an order that the store has stays as it is, and so does a refund with the same id. For
 * a refund that is `upTo` an amount, and for an order whose money went back, only the part that the store does not have
 * yet is written. An order that was called off is not written; if the store has it, its money is written as refunded.
 *
 * Throws StoreError; then a repeat completes what was begun.
 */
[[nodiscard]] StoredOutcomes storeOutcomes(Store& store, const std::vector<FileOrder>& orders,
                                           const std::vector<FileRefund>& refunds, const StoreOptions& options);

}  // namespace aftermint::outcomes
