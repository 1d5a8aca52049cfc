/** @file Writes what files say of orders and refunds into an event store. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

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

/** Why an order or a refund is not written. */
enum class LeftOut : std::uint8_t {
  CalledOff,     ///< an order that was cancelled or not paid, and that the store does not have
  Unpriced,      ///< an order whose amount is not complete
  Untimed,       ///< an order or a refund without a time
  Unfit,         ///< an id of more than 256 bytes or with control characters, or an amount that is too large
  UnknownOrder,  ///< a refund of an order that is neither in the file nor in the store
};
inline constexpr std::size_t kLeftOut = 5;

/** What was written, or would be in a dry run. Amounts are in minor units. */
struct StoredOutcomes {
  std::size_t ordersNew = 0, ordersKnown = 0;
  std::size_t ordersDiffer = 0;  ///< of `ordersKnown`: the store has another amount, and keeps it
  std::size_t refundsNew = 0, refundsKnown = 0;
  Minor gross = 0, refunded = 0;  ///< of new orders and new refunds
  std::array<std::size_t, kLeftOut> leftOut = {};
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

namespace aftermint {

/** The codes in reports. */
template <>
struct Codes<outcomes::LeftOut> {
  static constexpr std::array<std::string_view, outcomes::kLeftOut> all = {"called_off", "unpriced", "untimed", "unfit",
                                                                           "unknown_order"};
};

}  // namespace aftermint
