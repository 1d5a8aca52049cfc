#include "demo/server/app.h"

#include <exception>
#include <set>
#include <utility>

#include "demo/server/pages.h"
#include "http/request_origin.h"
#include "log.h"
#include "serve/results.h"
#include "serve/routes.h"

namespace aftermint::demo {
namespace {

/** The most hosts that the policy names for pictures, because the size of a header is limited. */
constexpr std::size_t kMaxPictureHosts = 20;

/** The origins that the book's pictures come from, besides this server. */
std::set<std::string> pictureOrigins(const Book& book) {
  constexpr std::string_view kScheme = "https://";
  std::set<std::string> origins;
  for (const Product& product : book.products) {
    const std::string_view image = product.image;
    if (!image.starts_with(kScheme)) continue;
    const std::string_view origin = image.substr(0, image.find_first_of("/?#", kScheme.size()));
    // These characters have a meaning in the policy, so no host may have them.
    if (origin.find_first_of(" ;,'") == std::string_view::npos) origins.emplace(origin);
    if (origins.size() == kMaxPictureHosts) break;
  }
  return origins;
}

std::string policyFor(const Book& book) {
  std::string pictures = "'self'";
  for (const std::string& origin : pictureOrigins(book)) pictures += " " + origin;
  return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src " +
         pictures +
         "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
         "trusted-types 'none'";
}

void logFailure(const Request& request, const std::exception& error) {
  logWith(LogLevel::Error, error.what(),
          {{"method", request.method}, {"path", request.path}, {"client", request.client}});
}

/** The answer to a request of a script that has failed. */
Response failedScript(const Request& request, const std::exception_ptr& failure) {
  const LogRequest scope(request.id);  // it may run on another thread than the request
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& error) {
    logFailure(request, error);
    const bool passing = isTemporary(error);
    Response response = faultResponse(passing ? 503 : 500, RequestFault::ServerUnavailable,
                                      "The shop cannot do this right now.", "Try again in a moment.");
    if (passing) response.with("Retry-After", "5");
    return response;
  }
}

bool wantsPage(const Request& request) { return request.header("accept").find("text/html") != std::string_view::npos; }

}  // namespace

App::App(Shop& shop)
    : shop_(shop), policy_(policyFor(shop.book.book())), pages_(std::make_unique<Pages>(shop)), router_(routes()) {}

App::~App() = default;

std::vector<Route> App::routes() {
  std::vector<Route> all = pages_->routes();
  for (Route& route : acceptRoutes(shop_)) all.push_back(std::move(route));
  all.push_back(eventsRoute(shop_.store, shop_.clock, shop_.eventKeys));
  all.push_back(bookRoute(shop_.served));
  for (Route& route : reportAssetRoutes()) all.push_back(std::move(route));
  const auto ping = [this] {
    shop_.store.ping();
    shop_.db.ping();
    shop_.accepts.ping();
  };
  const auto probe = [this] {
    shop_.db.ping();
    shop_.accepts.ping();
    shop_.store.probeWrite();
  };
  for (Route& route : healthRoutes(ping, probe, [this] { return shop_.store.spooled(); }))
    all.push_back(std::move(route));
  return all;
}

std::size_t App::bodyLimit(std::string_view method, std::string_view path) const {
  const Router::Match match = router_.match(method, path);
  return match.route == nullptr ? kFormLimit : match.route->bodyLimit;
}

Response App::fault(const Request& request, int status, RequestFault code, const std::string& title,
                    const std::string& message) {
  if (wantsPage(request)) return pages_->errorPage(request, status, title, message);
  return faultResponse(status, code, title, message);
}

std::optional<Response> App::refuseForeign(const Request& request) {
  // Events come from any page by design, and none of them moves money.
  if (!changesState(request) || request.path == "/events") return std::nullopt;
  const RequestOrigin origin = originKind(request);
  // The ticket of an accept is a token already: a page of another site does not have it.
  const bool hasToken = request.path.starts_with("/offers/") || pages_->hasFormToken(request);
  if (origin == RequestOrigin::Own || (origin == RequestOrigin::Unknown && hasToken)) return std::nullopt;
  return fault(request, 403, RequestFault::OriginRefused, "This form is not from a page of this shop",
               "Nothing was changed or bought. Please open the shop and try again there.");
}

Response App::answer(const Request& request) {
  const Router::Match match = router_.match(request.method, request.path);
  if (match.route != nullptr) {
    if (auto refused = refuseForeign(request)) return std::move(*refused);
  }
  if (match.route != nullptr) return match.route->handler(request, match.parts);
  if (match.allow.empty()) {
    return fault(request, 404, RequestFault::NotFound, "Nothing is here", "This page does not exist.");
  }
  return fault(request, 405, RequestFault::MethodNotAllowed, "This page cannot be used in this way",
               "It takes " + match.allow + ".")
      .with("Allow", match.allow);
}

Response App::handle(const Request& request) {
  Response response;
  try {
    try {
      response = answer(request);
    } catch (const std::exception& error) {
      const bool passing = isTemporary(error);
      logFailure(request, error);
      response = fault(request, passing ? 503 : 500, RequestFault::ServerUnavailable,
                       "The shop cannot do this right now", "Nothing was lost. Please try again in a moment.");
      if (passing) response.with("Retry-After", "5");
    }
  } catch (const std::exception& error) {
    // The error page failed too: its template, or the store with the cart.
    logFailure(request, error);
    response = Response();
    response.status = 503;
    response.contentType = "text/plain; charset=utf-8";
    response.body = "The shop cannot do this right now. Please try again in a moment.\n";
    response.with("Retry-After", "5").with("Cache-Control", "no-store");
  }
  finish(request, response);
  return response;
}

bool App::isLater(const Request& request) const {
  const Router::Match match = router_.match(request.method, request.path);
  return match.route != nullptr && match.route->later != nullptr;
}

void App::handleLater(const Request& request, const Reply& reply) {
  const Router::Match match = router_.match(request.method, request.path);
  const Reply finished([this, &request, reply](Response response, const std::exception_ptr& failure) {
    try {
      if (failure) response = failedScript(request, failure);
      finish(request, response);
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
}

void App::finish(const Request& request, Response& response) const {
  // Also on errors: without it a page of another origin cannot tell a refusal from a network that is down.
  if (request.path == "/events") response.replace("Access-Control-Allow-Origin", "*");
  response.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "same-origin");
  if (response.contentType.rfind("text/html", 0) == 0) response.with("Content-Security-Policy", policy_);
}

}  // namespace aftermint::demo
