#include "http/cors.h"

#include <algorithm>
#include <stdexcept>

namespace aftermint {
namespace {

constexpr const char* kAllowOrigin = "Access-Control-Allow-Origin";

bool isOrigin(std::string_view text) {
  for (const std::string_view scheme : {std::string_view("https://"), std::string_view("http://")}) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view host = text.substr(scheme.size());
    // Browsers send hosts in small letters, and an internationalized one in its ASCII form.
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' ||
             c == ']';
    });
  }
  return false;
}

}  // namespace

Cors::Cors(std::vector<std::string> origins) : origins_(std::move(origins)) {
  for (const std::string& origin : origins_) {
    if (isOrigin(origin)) continue;
    throw std::invalid_argument("\"" + origin + "\" is not an origin: write it like https://shop.example, " +
                                "in small letters and without a path");
  }
}

bool Cors::knows(std::string_view origin) const {
  return std::find(origins_.begin(), origins_.end(), origin) != origins_.end();
}

std::optional<Response> Cors::preflight(const Request& request, std::string_view methods) const {
  if (!isOn() || request.method != "OPTIONS" || request.header("access-control-request-method").empty()) {
    return std::nullopt;
  }
  Response response;
  response.status = 204;
  allow(request, response);
  if (!knows(request.header("origin"))) return response;
  response.with("Access-Control-Allow-Methods", std::string(methods))
      .with("Access-Control-Allow-Headers", "content-type, idempotency-key, aftermint-ticket")
      .with("Access-Control-Max-Age", "86400");
  return response;
}

void Cors::allow(const Request& request, Response& response) const {
  if (!isOn()) return;
  const std::string_view origin = request.header("origin");
  response.vary("Origin");
  if (knows(origin)) {
    response.replace(kAllowOrigin, std::string(origin));
    return;
  }
  response.remove(kAllowOrigin);
}

}  // namespace aftermint
