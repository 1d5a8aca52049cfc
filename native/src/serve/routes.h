/** @file The routes of Aftermint's server, for `aftermint serve` and for a shop's own server built on it. */
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accept/accept_services.h"
#include "events/store.h"
#include "http/router.h"

namespace aftermint {

inline constexpr std::size_t kEventsLimit = 64u << 10;  ///< bytes of a batch

/** `POST /events`, the collector: stores a batch, then calls `stored`. Answers throw StoreError where that fails. */
[[nodiscard]] Route eventsRoute(Store& store, Clock clock, std::function<void()> stored);

/** `POST /offers/accept`, `GET /offers/accept` and `POST /offers/accept/undo`. */
[[nodiscard]] std::vector<Route> acceptRoutes(AcceptServices& services);

/** The same for a server without payments: they answer `unavailable` or `unknown`. */
[[nodiscard]] std::vector<Route> routesWithoutPayments();

/** `GET /health`: 200 when `ping` does not throw. */
[[nodiscard]] Route healthRoute(std::function<void()> ping);

/** `GET /book.json` with an ETag. The text must outlive the route. */
[[nodiscard]] Route bookRoute(const std::string& bookText);

/** Whether a later retry may succeed: the store or the payment provider did not answer. */
[[nodiscard]] bool isTemporary(const std::exception& error);

}  // namespace aftermint
