#include "serve/routes.h"

#include <utility>

#include "accept/accept_json.h"
#include "accept/accepts.h"
#include "events/event_json.h"
#include "http/static_files.h"
#include "ids.h"

namespace aftermint {
namespace {

Response collect(Store& store, Millis now, const Request& request) {
  const std::string_view type = request.header("content-type");
  if (!isMediaType(type, "text/plain") && !isMediaType(type, "application/cloudevents-batch+json")) {
    return faultResponse(415, RequestFault::BatchInvalid,
                         "The collector takes text/plain or application/cloudevents-batch+json.",
                         "Send the batch under one of these types.");
  }
  const EventBatch batch = parseEvents(request.body, now);
  if (!batch.fault.empty() || (batch.events.empty() && !batch.refused.empty())) {
    return faultResponse(400, RequestFault::BatchInvalid,
                         batch.fault.empty() ? batch.refused.front().message : batch.fault,
                         "See docs/formats.md, Events.")
        .with("Access-Control-Allow-Origin", "*");
  }
  store.append(batch.events);  // a failure becomes 503 with Retry-After, and the page keeps its events
  return jsonResponse(200, encodeStored(batch)).with("Access-Control-Allow-Origin", "*");
}

Response statusResponse(AcceptStatus status, std::string_view reason = {}) {
  AcceptAnswer answer;
  answer.status = status;
  answer.reason = reason;
  return jsonResponse(200, encodeAnswer(answer));
}

}  // namespace

Route eventsRoute(Store& store, Clock clock, std::function<void()> stored) {
  return {"POST", "/events", kEventsLimit,
          [&store, clock = std::move(clock), stored = std::move(stored)](const Request& request, const PathParts&) {
            Response response = collect(store, clock(), request);
            if (response.status == 200) stored();
            return response;
          }};
}

std::vector<Route> acceptRoutes(AcceptServices& services) {
  using R = const Request&;
  using P = const PathParts&;
  return {
      {"GET", "/offers/accept", 0, [&services](R request, P) { return askAccept(services, request); }},
      {"POST", "/offers/accept", kFormLimit, [&services](R request, P) { return acceptOffer(services, request); }},
      {"POST", "/offers/accept/undo", kFormLimit, [&services](R request, P) { return undoAccept(services, request); }},
  };
}

std::vector<Route> routesWithoutPayments() {
  using R = const Request&;
  using P = const PathParts&;
  const auto unknown = [](R, P) { return statusResponse(AcceptStatus::Unknown); };
  return {
      {"GET", "/offers/accept", 0, unknown},
      {"POST", "/offers/accept", kFormLimit,
       [](R, P) { return statusResponse(AcceptStatus::Unavailable, "payments_off"); }},
      {"POST", "/offers/accept/undo", kFormLimit, unknown},
  };
}

Route healthRoute(std::function<void()> ping) {
  return {"GET", "/health", 0, [ping = std::move(ping)](const Request&, const PathParts&) {
            ping();
            return jsonResponse(200, "{\"ok\":true}");
          }};
}

Route bookRoute(const std::string& bookText) {
  return {"GET", "/book.json", 0,
          [&bookText, tag = "\"" + sha256Hex(bookText).substr(0, 32) + "\""](const Request& request, const PathParts&) {
            return taggedResponse(request, "application/json", bookText, tag);
          }};
}

bool isTemporary(const std::exception& error) {
  return dynamic_cast<const StoreError*>(&error) != nullptr ||
         dynamic_cast<const SQLite::Exception*>(&error) != nullptr ||
         dynamic_cast<const PaymentUnknown*>(&error) != nullptr;
}

}  // namespace aftermint
