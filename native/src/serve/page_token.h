/** @file The page token: a JWS (RFC 7515, HS256) by which the shop's server says for whom it made a page. */
#pragma once

#include <optional>
#include <string>

#include "accept/ticket_keys.h"
#include "aftermint/book.h"
#include "events/store.h"

namespace aftermint {

/** Claims of a page token; at least one of the two is there. */
struct PageToken {
  std::string order;    ///< `sub`; empty: none
  std::string visitor;  ///< `visitor`; empty: the shop did not say
};

/**
 * Reads a page token. An order ticket (accept/ticket.h) without a configured audience is one too.
 *
 * @param merchant `Book::merchant`, the issuer
 * @param keys those of order tickets
 * @return none for a text that is not exactly one compact JWS (accept/compact_jws.h), a wrong signature, any algorithm
 *     but HS256, any `crit`, another issuer, an `aud` that is neither `events` nor kTicketAudience, one that has
 * expired or never does, and one with neither order nor visitor
 */
[[nodiscard]] std::optional<PageToken> readPageToken(const std::string& token, const std::string& merchant,
                                                     const TicketKeys& keys, Millis now);

/**
 * Whether a token is for the page that sent an event: it names the event's visitor, or the event's order if it names no
 * visitor. Where a page may keep no visitor id, the visitor is `order:` and the order.
 */
[[nodiscard]] bool proves(const PageToken& token, const Event& event);

}  // namespace aftermint
