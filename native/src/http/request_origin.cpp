#include "http/request_origin.h"

#include <string_view>

#include "text.h"

namespace aftermint {
namespace {

bool isSameOrigin(const Request& request, std::string_view origin) {
  const std::string host = lowered(request.header("host"));
  if (host.empty()) return false;
  return origin == "https://" + host || (request.scheme != "https" && origin == "http://" + host);
}

}  // namespace

RequestOrigin originKind(const Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty()) return site == "same-origin" || site == "none" ? RequestOrigin::Own : RequestOrigin::Foreign;
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return RequestOrigin::Unknown;
  return isSameOrigin(request, lowered(origin)) ? RequestOrigin::Own : RequestOrigin::Foreign;
}

bool changesState(const Request& request) {
  return request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
}

}  // namespace aftermint
