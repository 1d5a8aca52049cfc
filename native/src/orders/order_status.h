/** @file What the status of an order says: a sale or none. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace aftermint::orders {

enum class StatusKind : std::uint8_t {
  Sale,     ///< also of an order that is still open, and of one that was paid or refunded in part
  NoSale,   ///< cancelled, refunded, returned, failed, declined, expired, unpaid, fraud, draft, trash and the like
  Unknown,  ///< counts as a sale, and is listed
};

/**
 * Judges a status by its words, whatever the case, "wc-", hyphens and underscores.
 *
 * Words of twelve languages are known. What happened in part ("partially_refunded") is a sale. A refund or a
 * cancellation that was itself declined or reversed ("canceled_reversal") is a sale. Nothing is a sale.
 */
[[nodiscard]] StatusKind statusKind(std::string_view status);

/** The status as it is listed: in small letters, without "wc-", words apart by one space. */
[[nodiscard]] std::string statusText(std::string_view status);

/** The statuses of a file, each with the number of orders that have it. */
class StatusCounts {
 public:
  struct Entry {
    StatusKind kind = StatusKind::Unknown;
    std::unordered_set<std::size_t> orders;  ///< hashes of their numbers
  };

  /** Notes that an order has this status, and says what it means. */
  StatusKind add(std::string_view order, std::string_view status);

  /** By `statusText`. */
  [[nodiscard]] const std::map<std::string, Entry>& all() const { return byText_; }

 private:
  std::map<std::string, Entry> byText_;
  std::map<std::string, Entry*, std::less<>> byWriting_;
};

}  // namespace aftermint::orders
