/** @file Cross-origin requests: which pages of other origins may use a server. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/http.h"

namespace aftermint {

/**
 * The origins that may read answers, by the CORS protocol (https://fetch.spec.whatwg.org/#http-cors-protocol).
 *
 * Origins must match exactly: `https://shop.example`, without a path. Requests with cookies are not allowed.
 */
class Cors {
 public:
  /** Throws std::invalid_argument for a text that is not an origin: scheme, host and port, nothing else. */
  explicit Cors(std::vector<std::string> origins);

  /** Whether there is any origin. If not, `preflight` and `allow` do nothing. */
  [[nodiscard]] bool isOn() const { return !origins_.empty(); }

  /**
   * The answer (204) to a preflight request for a path with these methods ("GET, POST"); none if it is not a preflight
   * request. For an origin that is not allowed, the answer has no `Access-Control-` header.
   */
  [[nodiscard]] std::optional<Response> preflight(const Request& request, std::string_view methods) const;

  /** Adds `Origin` to `Vary`, and sets `Access-Control-Allow-Origin` if the request's origin is allowed, else removes
   * it. */
  void allow(const Request& request, Response& response) const;

  /** Whether pages of that origin may use the server. */
  [[nodiscard]] bool knows(std::string_view origin) const;

 private:
  std::vector<std::string> origins_;
};

}  // namespace aftermint
