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

  /** Whether any origin is named. If not, answers keep the headers of their route. */
  [[nodiscard]] bool isOn() const { return !origins_.empty(); }

  /** The answer to a preflight request for a path with these methods; none if it is not a preflight request. */
  [[nodiscard]] std::optional<Response> preflight(const Request& request, std::string_view methods) const;

  /** Sets `Access-Control-Allow-Origin` for an origin that may read this answer, and `Vary: Origin` for all. */
  void allow(const Request& request, Response& response) const;

 private:
  [[nodiscard]] bool knows(std::string_view origin) const;

  std::vector<std::string> origins_;
};

}  // namespace aftermint
