/** @file Tells from the status of an order whether it is a sale. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace aftermint::orders {

/** What a status means. */
enum class StatusKind : std::uint8_t {
  Sale,     ///< also open orders, and orders paid or refunded in part
  NoSale,   ///< cancelled, refunded, returned, failed, declined, expired, unpaid, fraud, draft, trash and the like
  Unknown,  ///< counts as a sale, and is listed as unknown
};

/**
 * Classifies a status by its words. Case, "wc-", hyphens and underscores do not matter.
 *
 * Words of twelve languages are known. A partial refund ("partially_refunded") is a sale, and so is an order whose
 * refund or cancellation was declined or reversed ("canceled_reversal"). An empty status is a sale.
 */
[[nodiscard]] StatusKind statusKind(std::string_view status);

/**
 * Whether a status that is no sale says that an order was paid and the money went back: refunded, returned, charged
 * back. Others, like cancelled or failed, may never have been paid.
 */
[[nodiscard]] bool isMoneyBack(std::string_view status);

/** Normalizes a status for lists: lower case, without "wc-", one space between words. */
[[nodiscard]] std::string statusText(std::string_view status);

/** The statuses of a file, and the orders that have them. */
class StatusCounts {
 public:
  struct Entry {
    StatusKind kind = StatusKind::Unknown;
    std::unordered_set<std::size_t> orders;  ///< hashes of order numbers
  };

  /**
   * Counts an order under its status, once for each order number, and returns what the status means. An empty status is
   * a sale and is not counted.
   */
  StatusKind add(std::string_view order, std::string_view status);

  /** Returns all statuses by `statusText`. */
  [[nodiscard]] const std::map<std::string, Entry>& all() const { return byText_; }

 private:
  std::map<std::string, Entry> byText_;
  std::map<std::string, Entry*, std::less<>> byWriting_;
};

}  // namespace aftermint::orders
