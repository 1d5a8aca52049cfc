#include "serve/shop_server.h"

#include "accept/accept_json.h"
#include "accept/accepts.h"
#include "aftermint/codec.h"
#include "http/request_origin.h"
#include "ids.h"
#include "log.h"
#include "serve/results.h"
#include "serve/routes.h"
#include "serve/shard_routes.h"
#include "telemetry/exposition.h"
#include "telemetry/later_span.h"
#include "telemetry/span.h"
#include "telemetry/tracer.h"

namespace aftermint {
namespace {

constexpr std::string_view kBearer = "Bearer ";

bool wantsPage(const Request& request) { return request.header("accept").find("text/html") != std::string_view::npos; }

/** A page without scripts and external resources; its style sheet is inline. */
Response pageResponse(std::string html) {
  Response response;
  response.body = std::move(html);
  response.with("Cache-Control", "no-store")
      .with(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  return response;
}

/** The results page: its style sheet and script are files of ours, and the script asks only this server. */
Response resultsResponse(std::string html) {
  Response response;
  response.body = std::move(html);
  response.with("Cache-Control", "no-store")
      .with("Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
  return response;
}

/** Whether a route is for pages of shops; readings and accepts are for the shop's own server alone. */
bool isForPages(std::string_view path) {
  return path == "/events" || path == "/book.json" || path == "/health" || path.starts_with("/health/") ||
         path.starts_with("/offers/") || path.starts_with("/dist/") || path.starts_with("/shards/");
}

/** Whether pages of any origin may read answers of a route, unless origins are named. */
bool isForAnyPage(std::string_view path) { return path == "/events" || path.starts_with("/dist/"); }

}  // namespace

ShopServer::ShopServer(ShopServerParts parts)
    : parts_(std::move(parts)),
      cors_(parts_.allowOrigins),
      dist_(parts_.dist),
      shards_(parts_.shards),
      router_(routes()) {}

std::vector<Route> ShopServer::routes() {
  using R = const Request&;
  using P = const PathParts&;
  std::vector<Route> all = parts_.accepts == nullptr ? routesWithoutPayments() : acceptRoutes(*parts_.accepts);
  all.push_back(eventsRoute(parts_.store, parts_.clock, parts_.eventKeys, parts_.pageChecks));
  const auto ping = [this] {
    parts_.store.ping();
    if (parts_.accepts != nullptr) parts_.accepts->accepts.ping();
  };
  const auto probe = [this] {
    if (parts_.accepts != nullptr) parts_.accepts->accepts.ping();
    parts_.store.probeWrite();  // with a spool, the store itself may be away
  };
  for (Route& route : healthRoutes(ping, probe, [this] { return parts_.store.spooled(); }))
    all.push_back(std::move(route));
  all.push_back({"GET", "/metrics", 0, [this](R request, P) { return metricsText(request); }});
  all.push_back({"GET", "/results", 0, [this](R request, P) { return results(request); }});
  for (Route& route : reportAssetRoutes()) all.push_back(std::move(route));
  if (parts_.served != nullptr) all.push_back(bookRoute(*parts_.served));
  if (parts_.accepts != nullptr) {
    all.push_back(
        {"GET", "/orders/:id/accepts", 0, [this](R request, P parts) { return acceptsOf(request, parts.at("id")); }});
  }
  if (parts_.sandbox != nullptr) {
    all.push_back({"GET", "/bank/:charge", 0, [this](R, P parts) { return bankPage(parts.at("charge")); }});
    all.push_back({"POST", "/bank/:charge", kFormLimit,
                   [this](R request, P parts) { return answerBank(request, parts.at("charge")); }});
  }
  if (parts_.stripe != nullptr) all.push_back(parts_.stripe->route());
  if (!parts_.dist.empty()) {
    all.push_back({"GET", "/dist/*path", 0, [this](R request, P parts) {
                     // Script and module are public by nature: a shop on another origin may load them.
                     return dist_.answer(parts.at("path"), request)
                         .with("Access-Control-Allow-Origin", "*")
                         .with("Cross-Origin-Resource-Policy", "cross-origin");
                   }});
  }
  if (!parts_.shards.empty()) {
    all.push_back({"GET", "/shards/*path", 0, [this](R request, P parts) {
                     return shardResponse(shards_, parts.at("path"), request, parts_.served);
                   }});
  }
  return all;
}

std::size_t ShopServer::bodyLimit(std::string_view method, std::string_view path) const {
  const Router::Match match = router_.match(method, path);
  return match.route == nullptr ? kFormLimit : match.route->bodyLimit;
}

void ShopServer::relay() {
  if (parts_.accepts != nullptr) relayAccepts(*parts_.accepts);
}

std::optional<Response> ShopServer::refuseReader(const Request& request) const {
  if (parts_.apiKey.empty() && parts_.isLocal) return std::nullopt;
  const std::string_view sent = request.header("authorization");
  // Compare hashes, so that the time it takes reveals nothing of the key.
  if (!parts_.apiKey.empty() && sent.starts_with(kBearer) &&
      sha256Hex(sent.substr(kBearer.size())) == sha256Hex(parts_.apiKey)) {
    return std::nullopt;
  }
  return faultResponse(401, RequestFault::Unauthorized, "This needs the API key of the server.",
                       parts_.apiKey.empty()
                           ? "Start the server with AFTERMINT_API_KEY, then send `Authorization: Bearer KEY`."
                           : "Send `Authorization: Bearer KEY`.")
      .with("WWW-Authenticate", "Bearer");
}

std::string_view ShopServer::routeOf(const Request& request) const {
  const Router::Match match = router_.match(request.method, request.path);
  return match.route == nullptr ? std::string_view() : match.route->pattern;
}

Response ShopServer::metricsText(const Request& request) {
  if (auto refused = refuseReader(request)) return std::move(*refused);
  return metricsResponse(request);
}

Response ShopServer::results(const Request& request) {
  if (auto refused = refuseReader(request)) return std::move(*refused);
  const std::optional<report::ReportBy> by = resultsBy(request);
  if (!by) return unknownDivision();
  relay();
  if (parts_.pageChecks != nullptr) parts_.pageChecks->flush(parts_.clock());
  ResultsParts results{parts_.store, parts_.clock, parts_.book, parts_.locale};
  if (parts_.guard != nullptr) results.stopped = parts_.guard->stopped();
  results.storeUrl = parts_.storeUrl;
  results.cache = &results_;
  results.state = parts_.state;
  const report::Report report = resultsOf(results, *by);
  if (wantsPage(request)) return resultsResponse(report::linkedPage(resultsPage(results, report)));
  return jsonResponse(200, report::encode(report));
}

Response ShopServer::acceptsOf(const Request& request, const std::string& order) {
  if (auto refused = refuseReader(request)) return std::move(*refused);
  settleAccepts(*parts_.accepts, order);
  return jsonResponse(200, encodeAccepts(order, parts_.accepts->accepts.acceptsOf(order)));
}

Response ShopServer::bankPage(const std::string& charge) {
  const auto known = parts_.sandbox->charged(charge);
  if (!known)
    return faultResponse(404, RequestFault::NotFound, "There is no charge with this id.", "Start from an accept.");
  if (known->state != ChargeState::RequiresAction) {
    return pageResponse("<!doctype html><title>Sandbox bank</title><p>This payment is settled. Close this page.");
  }
  return pageResponse(
      "<!doctype html><title>Sandbox bank</title><p>This is a test bank. No money moves.<form method=\"post\">"
      "<button name=\"answer\" value=\"confirm\">Confirm the payment</button> "
      "<button name=\"answer\" value=\"abandon\">Cancel</button></form>");
}

Response ShopServer::answerBank(const Request& request, const std::string& charge) {
  const Fields form = parseForm(request.body);
  const auto answer = form.find("answer");
  if (answer == form.end() || (answer->second != "confirm" && answer->second != "abandon")) {
    return faultResponse(400, RequestFault::BodyInvalid, "answer is neither confirm nor abandon.",
                         "Use the buttons of the page.");
  }
  const auto settled = parts_.sandbox->answerBank(charge, answer->second == "confirm");
  if (!settled)
    return faultResponse(404, RequestFault::NotFound, "There is no charge with this id.", "Start from an accept.");
  settleAccepts(*parts_.accepts, settled->reference);
  return seeOther("/bank/" + charge);
}

std::optional<Response> ShopServer::refuseForeign(const Request& request) const {
  // Events come from any page by design, and none of them moves money.
  if (!changesState(request) || request.path == "/events") return std::nullopt;
  // Without a word of the browser the ticket, or the random id of the charge, is what a foreign page does not have.
  if (originKind(request) != RequestOrigin::Foreign || cors_.knows(request.header("origin"))) return std::nullopt;
  return faultResponse(
      403, RequestFault::OriginRefused, "A page of another origin sent this request.",
      "Name the origin of your shop's pages with --allow-origin, and let the proxy pass the Host header.");
}

Response ShopServer::answer(const Request& request) {
  const Router::Match match = router_.match(request.method, request.path);
  if (match.route != nullptr) {
    if (auto refused = refuseForeign(request)) return std::move(*refused);
  }
  if (match.route != nullptr) return match.route->handler(request, match.parts);
  if (match.allow.empty()) {
    return faultResponse(404, RequestFault::NotFound, "There is nothing at this address.",
                         "See docs/formats.md, Routes of the server.");
  }
  if (isForPages(request.path)) {
    if (auto preflight = cors_.preflight(request, match.allow)) return std::move(*preflight);
  }
  return faultResponse(405, RequestFault::MethodNotAllowed, "This address does not take that method.",
                       "It takes " + match.allow + ".")
      .with("Allow", match.allow);
}

Response ShopServer::faultOf(const Request& request, const std::exception_ptr& failure) {
  const LogRequest scope(request.id);  // it may run on another thread than the request
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    logWith(LogLevel::Error, error.what(),
            {{"method", request.method}, {"path", request.path}, {"client", request.client}});
    const bool temporary = isTemporary(error);
    Response response = faultResponse(temporary ? 503 : 500, RequestFault::ServerUnavailable,
                                      "The server cannot do this now. Nothing was lost.", "Try again in a moment.");
    if (temporary) response.with("Retry-After", "5");
    return response;
  }
}

Response ShopServer::handle(const Request& request) {
  Span span(request, Tracer::current() == nullptr ? std::string_view() : routeOf(request));
  Response response;
  try {
    response = answer(request);
  } catch (const std::exception&) {
    response = faultOf(request, std::current_exception());
  }
  finish(request, response);
  span.setStatus(response.status);
  return response;
}

bool ShopServer::isLater(const Request& request) const {
  const Router::Match match = router_.match(request.method, request.path);
  return match.route != nullptr && match.route->later != nullptr;
}

void ShopServer::handleLater(const Request& request, const Reply& reply) {
  const Router::Match match = router_.match(request.method, request.path);
  const LaterSpan later;
  Span span(request, match.route->pattern);
  const Reply finished([this, &request, reply, later](Response response, const std::exception_ptr& failure) {
    try {
      if (failure) response = faultOf(request, failure);
      finish(request, response);
      later.end(response.status);
      reply.send(std::move(response));
    } catch (...) {
      reply.fail(std::current_exception());
    }
  });
  try {
    match.route->later(request, match.parts, finished);
  } catch (...) {
    finished.fail(std::current_exception());
  }
  later.handOn(span);
}

void ShopServer::finish(const Request& request, Response& response) const {
  // Also an error: without the header a page cannot tell a refusal from a network that is down.
  if (isForAnyPage(request.path)) response.replace("Access-Control-Allow-Origin", "*");
  if (isForPages(request.path)) {
    cors_.allow(request, response);
    // Pages of other origins see no other header than the common ones.
    if (!response.header("Retry-After").empty()) response.with("Access-Control-Expose-Headers", "Retry-After");
  }
  response.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "same-origin");
}

}  // namespace aftermint
