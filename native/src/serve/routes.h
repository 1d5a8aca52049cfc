/** @file The routes of Aftermint's server, for `aftermint serve` and for a shop's own server built on it. */
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "accept/accept_services.h"
#include "book/served_book.h"
#include "events/store.h"
#include "http/http_server.h"
#include "http/router.h"
#include "serve/page_checks.h"

namespace aftermint {

inline constexpr std::size_t kEventsLimit = 64u << 10;  ///< bytes of a batch of events

/**
 * `POST /events`, the collector: stores a batch of events and names the stored ids. It answers later: requests that
 * wait for the disk at the same time share one commit.
 *
 * A batch with the header `Aftermint-Signature` is one of the shop's own server (events/event_signature.h), whose
 * events are trusted; 401 if it was not signed with one of `keys`. Every other batch is of a page, and `checks` judges
 * it (page_checks.h); null: nothing is checked but its form.
 *
 * 400 for a body that is no batch, without an event of the right form, or with one that the store will never take; 415
 * for a wrong media type. The handler fails with StoreError if the store does. `store` and `checks` must outlive the
 * route.
 */
[[nodiscard]] Route eventsRoute(Store& store, Clock clock, std::vector<std::string> keys = {},
                                PageChecks* checks = nullptr);

/** The accept endpoint (accept/accepts.h): `POST` and `GET /offers/accept`, `POST /offers/accept/undo`. */
[[nodiscard]] std::vector<Route> acceptRoutes(AcceptServices& services);

/** The same routes for a server without payments: POST answers `unavailable`, GET and undo answer `unknown`. */
[[nodiscard]] std::vector<Route> routesWithoutPayments();

/**
 * `GET /health`: 200 if `ping` does not throw; what it throws, the handler throws. `GET /health/live`: always 200.
 * `GET /health/ready`: as `/health` with `probe`, which tries to write; its outcome holds for one second, so that many
 * requests cause one write. Its answer also says what waits in the spool, if `spooled` gives it.
 */
[[nodiscard]] std::vector<Route> healthRoutes(std::function<void()> ping, std::function<void()> probe,
                                              std::function<std::optional<SpoolState>()> spooled = {});

/** Whether a request needs neither disk nor lock, so that the thread of the sockets may answer it. */
[[nodiscard]] bool isLiveness(const Request& request);

/** The lane of a request: `POST /events` and `/results` have lanes of their own. */
[[nodiscard]] Lane laneOf(const Request& request);

/** Answers liveness at once, sorts requests into lanes, and finishes answers that `server` has not made. It must
 * outlive the result. */
template <class Server>
[[nodiscard]] HttpExtras extrasOf(Server& server) {
  HttpExtras extras;
  extras.atOnce = [&server](const Request& request) {
    return isLiveness(request) ? std::optional(server.handle(request)) : std::nullopt;
  };
  extras.laneOf = laneOf;
  extras.isLater = [&server](const Request& request) { return server.isLater(request); };
  extras.handleLater = [&server](const Request& request, const Reply& reply) { server.handleLater(request, reply); };
  extras.finish = [&server](const Request& request, Response& response) { server.finish(request, response); };
  return extras;
}

/** `GET /book.json` with an ETag: the version that is served now. `served` must outlive the route. */
[[nodiscard]] Route bookRoute(const ServedBook& served);

/** Whether a retry may succeed, because the store, the database or the payment provider did not answer: 503, not 500.
 */
[[nodiscard]] bool isTemporary(const std::exception& error);

}  // namespace aftermint
