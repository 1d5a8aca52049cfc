#include "http/forwarded.h"

#include <boost/asio/ip/address.hpp>

#include "text.h"

namespace aftermint {
namespace {

/** Takes the last value off a header that is a list. */
std::string takeLast(std::string_view& list) {
  const std::size_t comma = list.rfind(',');
  const std::string last(trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1)));
  list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
  return last;
}

}  // namespace

void applyForwarded(Request& request, const TrustedProxies& proxies) {
  std::string_view clients = request.header("x-forwarded-for");
  while (!clients.empty()) {
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(takeLast(clients), error);
    if (error) break;
    request.client = address.to_string();
    if (proxies.trustsAll() || !proxies.trusts(request.client)) break;
  }
  std::string_view schemes = request.header("x-forwarded-proto");
  const std::string scheme = takeLast(schemes);
  if (scheme == "http" || scheme == "https") request.scheme = scheme;
}

}  // namespace aftermint
