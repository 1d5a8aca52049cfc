/** @file The reference accept endpoint: one click after payment, charged once or not at all and said so. */
#pragma once

#include "accept/accept_services.h"
#include "http/http.h"

namespace aftermint {

inline constexpr std::size_t kMaxKey = 255;

/**
 * `POST /offers/accept`: intent stored, charged, committed, in that order, all under the request's key.
 *
 * The price is the book's: a browser that showed another one hears `price_changed` and nothing is charged.
 * Where the process dies anywhere in between, the same key goes on from there and never charges twice.
 */
[[nodiscard]] Response acceptOffer(AcceptServices& services, const Request& request);

/** `GET /offers/accept?key=K`: how an accept stands; it is taken further where the provider knows more. */
[[nodiscard]] Response askAccept(AcceptServices& services, const Request& request);

/** `POST /offers/accept/undo`: pays an accept back while its undo window is open. */
[[nodiscard]] Response undoAccept(AcceptServices& services, const Request& request);

/** Takes every accept of an order that is not settled as far as the provider knows. */
void settleAccepts(AcceptServices& services, const std::string& order);

/** At start: commits what was charged and not committed, pays back what was being undone, forgets what never was. */
void recoverAccepts(AcceptServices& services);

}  // namespace aftermint
