/** @file Reads a file of refunds: one row for each, or an order file with a column of what was refunded. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/codes.h"
#include "orders/order_time.h"
#include "outcomes/file_outcomes.h"

namespace aftermint::outcomes {

/** What a column of a refund file holds. */
enum class RefundRole : std::uint8_t {
  Order,     ///< number of the order
  Amount,    ///< of this refund
  Refunded,  ///< all that was refunded of the order until now
  Time,
  Refund,  ///< the refund's own number
  Reason,
};
inline constexpr std::size_t kRefundRoles = 6;

/** A file of refunds, and how to read it. */
struct RefundFile {
  std::string path;
  std::string columns;  ///< "order=…,amount=…", as in `parseColumns`; empty: found by their names
  char delimiter = 0;   ///< 0: detected from the header
  int digits = 2;       ///< decimals of the currency
  orders::DateOrder dates = orders::DateOrder::Unknown;  ///< Unknown: detected from the file
};

/** A row that cannot be used. */
struct SkippedRefund {
  std::size_t line = 0;  ///< physical line in the file, from 1
  std::string why;
};

/** What was read. */
struct RefundFileRead {
  std::vector<FileRefund> refunds;
  std::size_t rows = 0, skipped = 0, empty = 0;   ///< `empty`: rows without an amount, which are no refunds
  std::array<std::string, kRefundRoles> columns;  ///< names of the columns by role; empty if there is none
};

/**
 * Reads a refund file. The sign of amounts does not matter.
 *
 * A file with the column `Refund` has ids of its own. In others, an id is made of time and amount, so that a row keeps
 * its id when the file grows. A column of all that was refunded ("Refunded Amount" of Shopify's orders) makes refunds
 * that are `upTo`.
 *
 * Throws Unusable if the file cannot be read, if it has no column for the order or for an amount, if a named column is
 * missing, and if the order of day and month stays unclear.
 */
[[nodiscard]] RefundFileRead readRefundFile(const RefundFile& file,
                                            const std::function<void(const SkippedRefund&)>& onSkipped);

/** The reason that a text says: a code of `RefundReason`, or words like "charge back", "dispute", "Storno". */
[[nodiscard]] RefundReason refundReasonOf(std::string_view text);

}  // namespace aftermint::outcomes

namespace aftermint {

/** The codes of refund columns in `--refund-columns` and in reports. */
template <>
struct Codes<outcomes::RefundRole> {
  static constexpr std::array<std::string_view, outcomes::kRefundRoles> all = {"order", "amount", "refunded",
                                                                               "time",  "refund", "reason"};
};

}  // namespace aftermint
