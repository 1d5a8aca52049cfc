/** @file The reference accept endpoint: one click after payment, charged exactly once or not at all. */
#pragma once

#include "accept/accept_services.h"
#include "http/http.h"

namespace aftermint {

inline constexpr std::size_t kMaxKey = 255;

/**
 * `POST /offers/accept`: stores the intent, charges, then commits, all under the request's idempotency key.
 *
 * The price is the book's: a browser that showed another one gets `price_changed`, and nothing is charged.
 * If the process dies in between, a request with the same key continues and never charges twice.
 */
[[nodiscard]] Response acceptOffer(AcceptServices& services, const Request& request);

/** `GET /offers/accept?key=K`: the state of an accept; moves it on if the provider knows more. */
[[nodiscard]] Response askAccept(AcceptServices& services, const Request& request);

/** `POST /offers/accept/undo`: refunds an accept while it can be undone. */
[[nodiscard]] Response undoAccept(AcceptServices& services, const Request& request);

/** Moves every unsettled accept of an order on, as far as the provider knows. */
void settleAccepts(AcceptServices& services, const std::string& order);

/** At start: commits charged accepts, refunds those being undone, deletes intents that were never charged. */
void recoverAccepts(AcceptServices& services);

}  // namespace aftermint
