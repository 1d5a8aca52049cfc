/** @file The signed order ticket: a JWS (HS256) that lets a page speak for an order. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accept/accept_types.h"

namespace aftermint {

inline constexpr std::int64_t kTicketSeconds = 900;

/** The claims of a ticket. */
struct Ticket {
  std::string order;   ///< `sub`
  std::string id;      ///< `jti`
  Millis issued = 0;   ///< `iat`
  Millis expires = 0;  ///< `exp`
  Minor total = 0;
  std::string currency;
  std::string visitor;
  std::vector<OrderLine> lines;  ///< without titles
  std::optional<Millis> paidAt;  ///< `paid_at`
  std::string method;            ///< `method`: the saved payment method, by the provider's id
  std::string locale;
};

/**
 * Signs a ticket for a paid order, good for kTicketSeconds. It carries order, total, currency, lines and visitor.
 *
 * Throws std::runtime_error where signing fails.
 */
[[nodiscard]] std::string signTicket(const PlacedOrder& order, const std::string& merchant, const std::string& key,
                                     Millis now);

/**
 * Reads a ticket whose signature is ours; the caller checks whether it has expired.
 *
 * @return none for another signature, another algorithm (`none` above all), another issuer, missing claims or
 *         malformed lines.
 */
[[nodiscard]] std::optional<Ticket> readTicket(const std::string& token, const std::string& merchant,
                                               const std::string& key);

}  // namespace aftermint
