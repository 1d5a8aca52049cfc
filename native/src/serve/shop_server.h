/** @file The server of `aftermint serve` as one function from Request to Response, so that tests need no socket. */
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "accept/accept_services.h"
#include "book/served_book.h"
#include "guard/guard.h"
#include "http/cors.h"
#include "http/router.h"
#include "http/static_files.h"
#include "pay/sandbox.h"
#include "serve/page_checks.h"
#include "serve/results_cache.h"
#include "serve/stripe_webhook.h"

namespace aftermint {

/** The parts of a running server; it owns none of them, and they must outlive it. */
struct ShopServerParts {
  Store& store;
  Clock clock;
  AcceptServices* accepts = nullptr;           ///< null: the accept endpoint is off
  Sandbox* sandbox = nullptr;                  ///< serves its bank page; null: payments are off or of another provider
  StripeWebhook* stripe = nullptr;             ///< takes Stripe's webhooks; null: there is none
  const ServedBook* served = nullptr;          ///< of `/book.json`; null: there is no book
  const IndexedBook* book = nullptr;           ///< names offers and arms in `/results`; may be null
  std::string locale = "en";                   ///< in which `/results` formats amounts
  std::vector<std::string> allowOrigins = {};  ///< see Cors
  std::string apiKey = {};  ///< for `/results`, `/metrics` and `/orders/ID/accepts`; empty: no key is accepted
  std::vector<std::string> eventKeys = {};  ///< sign batches of the shop's server for `/events`
  bool isLocal = true;                      ///< only this machine can reach the server, so no key is needed
  std::filesystem::path dist = {};          ///< the built package, served as `/dist/`; empty: not served
  std::filesystem::path shards = {};        ///< of the book, served as `/shards/`; empty: not served
  const Guard* guard = nullptr;             ///< whose stops `/results` shows; null: there is no guard
  std::string storeUrl = {};                ///< for the command that releases a stopped offer
  PageChecks* pageChecks = nullptr;         ///< judges events of pages; null: only their form is checked
  Store* state = nullptr;                   ///< has what was left out; null: it is the store
};

/** Collector, accept endpoint and results (docs/formats.md); safe to call from several threads. */
class ShopServer {
 public:
  /** Throws std::invalid_argument for a wrong origin (http/cors.h). */
  explicit ShopServer(ShopServerParts parts);

  /**
   * Answers a request. An exception becomes 503 with Retry-After if a retry may succeed (`isTemporary`), else 500.
   * Throws std::bad_alloc if there is no memory for that.
   */
  [[nodiscard]] Response handle(const Request& request);

  /** Whether `handleLater` answers a request without keeping its thread. */
  [[nodiscard]] bool isLater(const Request& request) const;

  /** As `handle`, by a reply. The request must live until then. */
  void handleLater(const Request& request, const Reply& reply);

  /** Adds the headers that every answer to a request has: of CORS and of security. `handle` has done it. */
  void finish(const Request& request, Response& response) const;

  /** The pattern of the route of a request; empty if it has none. It lives as long as this object. */
  [[nodiscard]] std::string_view routeOf(const Request& request) const;

  /** The largest body for a method and path, in bytes; kFormLimit if there is no such route. */
  [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const;

 private:
  [[nodiscard]] std::vector<Route> routes();
  [[nodiscard]] Response answer(const Request& request);
  [[nodiscard]] Response metricsText(const Request& request);
  [[nodiscard]] static Response faultOf(const Request& request, const std::exception_ptr& failure);
  [[nodiscard]] Response results(const Request& request);
  [[nodiscard]] Response acceptsOf(const Request& request, const std::string& order);
  [[nodiscard]] Response bankPage(const std::string& charge);
  [[nodiscard]] Response answerBank(const Request& request, const std::string& charge);
  /** None if the request may read the shop's data, else the answer that refuses it. */
  [[nodiscard]] std::optional<Response> refuseReader(const Request& request) const;
  /** The refusal of a request that changes something and that a page of an unknown origin sent. */
  [[nodiscard]] std::optional<Response> refuseForeign(const Request& request) const;
  void relay();

  ShopServerParts parts_;
  Cors cors_;
  StaticFiles dist_;
  StaticFiles shards_;
  Router router_;
  ResultsCache results_;
};

}  // namespace aftermint
