/** @file The server for somebody's own shop as one function from Request to Response. */
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "accept/accept_services.h"
#include "http/cors.h"
#include "http/router.h"
#include "http/static_files.h"
#include "pay/sandbox.h"

namespace aftermint {

/** The parts of a running server; it owns none of them. */
struct ShopServerParts {
  Store& store;
  Clock clock;
  AcceptServices* accepts = nullptr;           ///< null: the accept endpoint is off
  Sandbox* sandbox = nullptr;                  ///< whose bank page the server has; null: another provider
  const std::string* bookText = nullptr;       ///< of `/book.json`; null: there is no book
  std::string locale = "en";                   ///< of the readings as a page
  std::vector<std::string> allowOrigins = {};  ///< see Cors
  std::string apiKey = {};                     ///< for readings and accepts; empty: none
  bool isLocal = true;                         ///< only this machine can reach the server, so no key is needed
  std::filesystem::path dist = {};             ///< the built package, as `/dist/`; not served where empty
  std::filesystem::path shards = {};           ///< of the book, as `/shards/`; not served where empty
};

/** Collector, accept endpoint and readings; safe to call from several threads. */
class ShopServer {
 public:
  /** Throws std::invalid_argument for an origin that is none. */
  explicit ShopServer(ShopServerParts parts);

  /** Answers a request; never throws. */
  [[nodiscard]] Response handle(const Request& request) noexcept;

  /** How many bytes of body that method and path may have. */
  [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const;

 private:
  [[nodiscard]] std::vector<Route> routes();
  [[nodiscard]] Response answer(const Request& request);
  [[nodiscard]] Response results(const Request& request);
  [[nodiscard]] Response acceptsOf(const Request& request, const std::string& order);
  [[nodiscard]] Response bankPage(const std::string& charge);
  [[nodiscard]] Response answerBank(const Request& request, const std::string& charge);
  /** None if the request may read the shop's data, else the answer that refuses it. */
  [[nodiscard]] std::optional<Response> refuseReader(const Request& request) const;
  void relay();

  ShopServerParts parts_;
  Cors cors_;
  StaticFiles dist_;
  StaticFiles shards_;
  Router router_;
};

}  // namespace aftermint
