#include "serve/routes.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>

#include "accept/accept_json.h"
#include "accept/accepts.h"
#include "aftermint/time.h"
#include "events/event_json.h"
#include "events/event_signature.h"
#include "http/static_files.h"
#include "json.h"
#include "telemetry/metrics.h"
#include "telemetry/span.h"

namespace aftermint {
namespace {

constexpr std::string_view kSignatureHeader = "aftermint-signature";
constexpr std::string_view kLivePath = "/health/live";

/** A check whose outcome holds for a while. */
class RecentProbe {
 public:
  explicit RecentProbe(std::function<void()> probe) : probe_(std::move(probe)) {}

  void run() {
    using std::chrono::steady_clock;
    const std::lock_guard lock(mutex_);  // others wait for the outcome of this one
    if (!ran_ || steady_clock::now() - *ran_ >= std::chrono::seconds(1)) {
      failure_ = nullptr;
      try {
        probe_();
      } catch (...) {
        failure_ = std::current_exception();
      }
      ran_ = steady_clock::now();
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::function<void()> probe_;
  std::mutex mutex_;  ///< guards what follows
  std::optional<std::chrono::steady_clock::time_point> ran_;
  std::exception_ptr failure_;
};

Response signatureFault(RequestFault fault, bool hasKeys) {
  if (fault == RequestFault::SignatureExpired) {
    return faultResponse(401, fault, "The signature is valid, but its time is more than five minutes off.",
                         "Sign each request when it is sent, and set the clock of your server by NTP.");
  }
  return faultResponse(401, fault, "The signature was not made with a key of this server over this body.",
                       hasKeys ? "Sign the bytes that are sent: HMAC-SHA256 over t, a dot and the body "
                                 "(docs/formats.md, Events of your server)."
                               : "Start the server with AFTERMINT_EVENT_KEYS.");
}

/** Whether every event was refused for its form, so that the request itself is wrong. */
bool isUnusable(const EventBatch& batch) {
  return batch.events.empty() && batch.held.empty() && !batch.refused.empty() &&
         std::all_of(batch.refused.begin(), batch.refused.end(),
                     [](const EventBatch::Refused& each) { return each.code == LeftOut::EventInvalid; });
}

/** A batch, or the answer that refuses it. */
std::variant<EventBatch, Response> readCollected(const std::vector<std::string>& keys, PageChecks* checks, Millis now,
                                                 const Request& request) {
  const std::string_view type = request.header("content-type");
  if (!isMediaType(type, "text/plain") && !isMediaType(type, "application/cloudevents-batch+json")) {
    return faultResponse(415, RequestFault::BatchInvalid,
                         "The collector takes text/plain or application/cloudevents-batch+json.",
                         "Send the batch under one of these types.");
  }
  const std::string_view signature = request.header(kSignatureHeader);
  if (!signature.empty()) {
    if (const auto fault = refuseSignature(signature, request.body, keys, now)) {
      return signatureFault(*fault, !keys.empty());
    }
  }
  EventBatch batch = signature.empty() ? parseEvents(request.body, now) : parseServerEvents(request.body, now);
  if (checks != nullptr && signature.empty() && batch.fault.empty()) {
    auto refused = checks->judge(request, batch, now);
    metrics().eventsHeld.Increment(static_cast<double>(batch.held.size()));
    if (refused) return std::move(*refused);
  }
  metrics().eventsRefused.Increment(static_cast<double>(batch.refused.size()));
  if (!batch.fault.empty() || isUnusable(batch)) {
    return faultResponse(400, RequestFault::BatchInvalid,
                         batch.fault.empty() ? batch.refused.front().message : batch.fault,
                         "See docs/formats.md, Events.")
        .with("Access-Control-Allow-Origin", "*");
  }
  return batch;
}

/** Stores events, counts them, and makes it a span of the request. */
void appendMeasured(Store& store, std::vector<Event> events, AppendDone done) {
  const auto count = static_cast<double>(events.size());
  Span span("store append", SpanKind::Client);
  span.set("db.operation.batch.size", static_cast<std::int64_t>(events.size()));
  const auto record = std::make_shared<std::unique_ptr<SpanRecord>>(span.detach());
  store.appendThen(std::move(events), [count, record, done = std::move(done)](const std::exception_ptr& failure) {
    (failure ? metrics().eventsFailed : metrics().eventsAccepted).Increment(count);
    if (failure && *record) (*record)->error = "not stored";
    endSpan(std::move(*record));
    done(failure);
  });
}

void collect(Store& store, const std::vector<std::string>& keys, PageChecks* checks, Millis now, const Request& request,
             const Reply& reply) {
  std::variant<EventBatch, Response> collected = readCollected(keys, checks, now, request);
  if (auto* refused = std::get_if<Response>(&collected)) return reply.send(std::move(*refused));
  EventBatch& batch = std::get<EventBatch>(collected);
  Response stored = jsonResponse(200, encodeStored(batch)).with("Access-Control-Allow-Origin", "*");
  if (!batch.held.empty()) stored.with("Retry-After", std::to_string(PageChecks::kHeldSeconds));
  appendMeasured(
      store, std::move(batch.events), [reply, stored = std::move(stored)](const std::exception_ptr& failure) {
        if (!failure) return reply.send(stored);
        try {
          std::rethrow_exception(failure);
        } catch (const UnstorableEvent& error) {
          reply.send(faultResponse(400, RequestFault::BatchInvalid, error.what(), "See docs/formats.md, Events.")
                         .with("Access-Control-Allow-Origin", "*"));
        } catch (...) {
          reply.fail(std::current_exception());  // becomes 503 with Retry-After, and the page keeps its events
        }
      });
}

std::string spoolingJson(const SpoolState& state) {
  return compact(
      {{"ok", true}, {"spool", {{"bytes", state.bytes}, {"since", writeTime(state.since)}, {"reason", state.reason}}}});
}

Response statusResponse(AcceptStatus status, std::string_view reason = {}) {
  AcceptAnswer answer;
  answer.status = status;
  answer.reason = reason;
  return jsonResponse(200, encodeAnswer(answer));
}

}  // namespace

Route eventsRoute(Store& store, Clock clock, std::vector<std::string> keys, PageChecks* checks) {
  return laterRoute("POST", "/events", kEventsLimit,
                    [&store, clock = std::move(clock), keys = std::move(keys), checks](
                        const Request& request, const PathParts&, const Reply& reply) {
                      collect(store, keys, checks, clock(), request, reply);
                    });
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

std::vector<Route> healthRoutes(std::function<void()> ping, std::function<void()> probe,
                                std::function<std::optional<SpoolState>()> spooled) {
  const auto fine = [] { return jsonResponse(200, "{\"ok\":true}"); };
  const auto recent = std::make_shared<RecentProbe>(std::move(probe));
  return {{"GET", "/health", 0,
           [ping = std::move(ping), fine](const Request&, const PathParts&) {
             ping();
             return fine();
           }},
          {"GET", kLivePath, 0, [fine](const Request&, const PathParts&) { return fine(); }},
          {"GET", "/health/ready", 0, [recent, spooled = std::move(spooled), fine](const Request&, const PathParts&) {
             recent->run();
             const auto waits = spooled ? spooled() : std::nullopt;
             return waits ? jsonResponse(200, spoolingJson(*waits)) : fine();
           }}};
}

bool isLiveness(const Request& request) {
  return request.path == kLivePath && (request.method == "GET" || request.method == "HEAD");
}

Lane laneOf(const Request& request) {
  if (request.path == "/events") return Lane::Events;
  return request.path == "/results" ? Lane::Readings : Lane::Shop;
}

Route bookRoute(const ServedBook& served) {
  return {"GET", "/book.json", 0, [&served](const Request& request, const PathParts&) {
            const std::shared_ptr<const BookVersion> version = served.now();
            return version->body->answer(request);
          }};
}

bool isTemporary(const std::exception& error) {
  return dynamic_cast<const StoreError*>(&error) != nullptr ||
         dynamic_cast<const SQLite::Exception*>(&error) != nullptr ||
         dynamic_cast<const PaymentUnknown*>(&error) != nullptr;
}

}  // namespace aftermint
