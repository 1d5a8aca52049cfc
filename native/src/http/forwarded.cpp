#include "http/forwarded.h"

#include <boost/asio/ip/address.hpp>

#include "text.h"

namespace aftermint {
namespace {

/** The last value of a header that is a list. */
std::string lastOf(std::string_view header) {
  const std::size_t comma = header.rfind(',');
  return std::string(trimmed(comma == std::string_view::npos ? header : header.substr(comma + 1)));
}

}  // namespace

void applyForwarded(Request& request) {
  const std::string client = lastOf(request.header("x-forwarded-for"));
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(client, error);
  if (!error) request.client = address.to_string();
  const std::string scheme = lastOf(request.header("x-forwarded-proto"));
  if (scheme == "http" || scheme == "https") request.scheme = scheme;
}

}  // namespace aftermint
