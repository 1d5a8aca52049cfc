/** @file The signed order ticket: a JWS (HS256) that lets a page speak for an order. */
#pragma once

#include <optional>
#include <string>

#include "aftermint/book.h"
#include "store/shop_types.h"

namespace aftermint {

inline constexpr std::int64_t kTicketSeconds = 900;

struct Ticket {
  std::string order;  ///< `sub`
  std::string id;     ///< `jti`
  Millis expires = 0;
  Minor total = 0;
  std::string currency;
};

/** Signs a ticket for a paid order, good for kTicketSeconds. Throws std::runtime_error where signing fails. */
[[nodiscard]] std::string signTicket(const ShopOrder& order, const std::string& merchant, const std::string& key,
                                     Millis now);

/**
 * Reads a ticket whose signature is ours; whether it is still good is the caller's question.
 *
 * @return none for another signature, another algorithm (`none` above all), another issuer or missing claims.
 */
[[nodiscard]] std::optional<Ticket> readTicket(const std::string& token, const std::string& merchant,
                                               const std::string& key);

}  // namespace aftermint
