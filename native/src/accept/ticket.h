/** @file The signed order ticket: a JWS (RFC 7515, HS256) by which the shop's server confirms a paid order. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accept/accept_types.h"

namespace aftermint {

/** How long a ticket of `signTicket` is valid. */
inline constexpr std::int64_t kTicketSeconds = 900;

/** The claims of a ticket. Times are seconds in the ticket and milliseconds here. */
struct Ticket {
  std::string order;   ///< `sub`: id of the order
  std::string id;      ///< `jti`: id of the ticket
  Millis issued = 0;   ///< `iat`
  Millis expires = 0;  ///< `exp`
  Minor total = 0;     ///< of the order, with delivery and discounts
  std::string currency;
  std::string visitor;
  std::vector<OrderLine> lines;  ///< at most 1,000; titles are optional
  std::optional<Millis> paidAt;  ///< `paid_at`; none: the shop did not say
  std::string method;            ///< `method`: the saved payment method, by the provider's id
  std::string locale;
};

/**
 * Signs a ticket for a paid order, valid for kTicketSeconds. It has the claims sub, jti, iat, exp, total, currency,
 * visitor and lines (without titles).
 *
 * @param merchant `Book::merchant`, the issuer
 * @param key the signing key, 32 bytes or more
 *
 * Throws std::runtime_error if signing fails.
 */
[[nodiscard]] std::string signTicket(const PlacedOrder& order, const std::string& merchant, const std::string& key,
                                     Millis now);

/**
 * Checks the signature of a ticket and reads its claims. The caller checks whether it has expired.
 *
 * @return none for a wrong signature, any algorithm but HS256 (`none` for example), another issuer, no sub, jti, exp or
 *     currency, or malformed lines, or an amount above 10^12
 */
[[nodiscard]] std::optional<Ticket> readTicket(const std::string& token, const std::string& merchant,
                                               const std::string& key);

}  // namespace aftermint
