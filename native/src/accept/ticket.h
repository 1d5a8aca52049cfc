/** @file The signed order ticket: a JWS (RFC 7515, HS256) by which the shop's server confirms a paid order. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accept/accept_types.h"
#include "accept/ticket_keys.h"

namespace aftermint {

/** How long a ticket of `signTicket` is valid. */
inline constexpr std::int64_t kTicketSeconds = 900;
/** How far the clock of the shop's server may be ahead of ours, for `nbf`. */
inline constexpr Millis kTicketSkewMillis = 60'000;
/** The audience of a server that no other name is configured for. */
inline constexpr const char* kTicketAudience = "aftermint";

/** Who issues tickets, for whom, and with which keys. */
struct TicketAuthority {
  std::string merchant;  ///< `iss`: `Book::merchant`
  TicketKeys keys;
  std::string audience;  ///< that a ticket must name; empty: it may name none, or kTicketAudience
};

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
 * Signs a ticket for a paid order with the first key, valid for kTicketSeconds. It has all claims that `readTicket`
 * reads, except the titles of lines, and `aud` if an audience is configured.
 *
 * Throws std::runtime_error if signing fails, or if there is no key.
 */
[[nodiscard]] std::string signTicket(const PlacedOrder& order, const TicketAuthority& authority, Millis now);

/**
 * Checks a ticket and reads its claims. The caller checks `expires`: an expired ticket still names its order, for undo.
 *
 * @return none for a text that is not exactly one compact JWS (compact_jws.h), a wrong signature, any algorithm but
 *     HS256 (`none` for example), a `typ` other than JWT, any `crit`, another issuer or audience, an `nbf` that is more
 *     than kTicketSkewMillis ahead; for no sub, jti, exp, total or currency; for claims of a wrong type, malformed
 *     lines, or an amount above 10^12
 */
[[nodiscard]] std::optional<Ticket> readTicket(const std::string& token, const TicketAuthority& authority, Millis now);

}  // namespace aftermint
