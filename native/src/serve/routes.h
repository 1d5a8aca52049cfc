/** @file The routes of Aftermint's server, for `aftermint serve` and for a shop's own server built on it. */
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accept/accept_services.h"
#include "book/served_book.h"
#include "events/store.h"
#include "http/router.h"

namespace aftermint {

inline constexpr std::size_t kEventsLimit = 64u << 10;  ///< bytes of a batch of events

/**
 * `POST /events`, the collector: stores a batch of events, then calls `stored` and names the stored ids.
 *
 * A batch with the header `Aftermint-Signature` is one of the shop's own server (events/event_signature.h), whose
 * events are trusted; 401 if it was not signed with one of `keys`. Every other batch is of a page.
 *
 * 400 for a body that is no batch, or without a usable event; 415 for a wrong media type. The handler throws StoreError
 * if the store fails. `store` must outlive the route.
 */
[[nodiscard]] Route eventsRoute(Store& store, Clock clock, std::function<void()> stored,
                                std::vector<std::string> keys = {});

/** The accept endpoint (accept/accepts.h): `POST` and `GET /offers/accept`, `POST /offers/accept/undo`. */
[[nodiscard]] std::vector<Route> acceptRoutes(AcceptServices& services);

/** The same routes for a server without payments: POST answers `unavailable`, GET and undo answer `unknown`. */
[[nodiscard]] std::vector<Route> routesWithoutPayments();

/** `GET /health`: 200 if `ping` does not throw. What it throws, the handler throws. */
[[nodiscard]] Route healthRoute(std::function<void()> ping);

/** `GET /book.json` with an ETag: the version that is served now. `served` must outlive the route. */
[[nodiscard]] Route bookRoute(const ServedBook& served);

/** Whether a retry may succeed, because the store, the database or the payment provider did not answer: 503, not 500.
 */
[[nodiscard]] bool isTemporary(const std::exception& error);

}  // namespace aftermint
