/** @file The reference accept endpoint: one click after payment, charged exactly once or not at all. */
#pragma once

#include "accept/accept_services.h"
#include "http/http.h"

namespace aftermint {

/** The longest idempotency key, in bytes; all must be printable ASCII. */
inline constexpr std::size_t kMaxKey = 255;

/**
 * `POST /offers/accept`: stores the intent, charges, then commits, all under the request's idempotency key.
 *
 * The price is the book's: a browser that showed another one gets `price_changed`, and nothing is charged. If the
 * process dies in between, a request with the same key continues and never charges twice; the reconciler
 * (accept/reconciler.h) continues without one. A key has an age: once its ticket or the time for one click is over, it
 * is not charged any more, and an accept without a charge answers `unavailable`.
 *
 * @return 200 with a status (docs/formats.md, Accept); 400 for a wrong key or body, 403 for a ticket that is not valid
 *     for the order, 409 for a key that was used with another order, offer or price
 *
 * Throws what `advance` throws, except PaymentUnknown, which becomes the status `processing`.
 */
[[nodiscard]] Response acceptOffer(AcceptServices& services, const Request& request);

/**
 * `GET /offers/accept?key=K`: the status of an accept, after asking the provider; never charges.
 *
 * The status is `unknown` for an unknown key, and for an accept without a charge whose lease has run out
 * (kLeaseMillis): the page may then send it again. 400 without a usable key, 403 without a ticket of the accept's order
 * in `Aftermint-Ticket`; an expired one is enough. Throws as `acceptOffer`.
 */
[[nodiscard]] Response askAccept(AcceptServices& services, const Request& request);

/**
 * `POST /offers/accept/undo`: refunds an accept and removes its lines, until `undoUntil`; then `undo_closed`.
 *
 * `processing` if the provider does not answer, `processing` or `requires_action` for an accept that is not settled. An
 * expired ticket is enough. 400 for a wrong body, 403 for a wrong ticket. Throws as `acceptOffer`.
 */
[[nodiscard]] Response undoAccept(AcceptServices& services, const Request& request);

/** Asks the provider about every unsettled accept of an order and stores the result. Throws as `acceptOffer`. */
void settleAccepts(AcceptServices& services, const std::string& order);

}  // namespace aftermint
