/** @file The demo shop as one function from Request to Response. */
#pragma once

#include <memory>
#include <optional>

#include "demo/server/shop.h"
#include "http/router.h"

namespace aftermint::demo {

class Pages;

/** Routes, pages and headers; safe to call from several threads. */
class App {
 public:
  /** Throws std::runtime_error if a template or a file of messages is missing or malformed. */
  explicit App(Shop& shop);
  ~App();

  /** Answers a request. An exception becomes an error page or a JSON error, with 503 or 500. Throws std::bad_alloc. */
  [[nodiscard]] Response handle(const Request& request);

  /** Whether `handleLater` answers a request without keeping its thread. */
  [[nodiscard]] bool isLater(const Request& request) const;

  /** As `handle`, by a reply; errors are JSON. The request must live until then. */
  void handleLater(const Request& request, const Reply& reply);

  /** Adds the headers that every answer to a request has. `handle` has done it. */
  void finish(const Request& request, Response& response) const;

  /** The largest body for a method and path, in bytes. */
  [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const;

 private:
  [[nodiscard]] std::vector<Route> routes();
  [[nodiscard]] Response answer(const Request& request);
  /** The refusal of a request that changes something and that a page of another site sent. */
  [[nodiscard]] std::optional<Response> refuseForeign(const Request& request);
  [[nodiscard]] Response fault(const Request& request, int status, RequestFault code, const std::string& title,
                               const std::string& message);

  Shop& shop_;
  std::string policy_;  ///< Content-Security-Policy of pages: pictures also from the hosts that the book names
  std::unique_ptr<Pages> pages_;
  Router router_;
};

}  // namespace aftermint::demo
