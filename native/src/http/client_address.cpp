#include "http/client_address.h"

#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace aftermint {
namespace {

/** An address; one of IPv4 that is written as IPv6 becomes IPv4. */
std::optional<boost::asio::ip::address> addressOf(std::string_view text) {
  boost::system::error_code error;
  const auto parsed = boost::asio::ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (parsed.is_v6() && parsed.to_v6().is_v4_mapped()) {
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, parsed.to_v6());
  }
  return parsed;
}

}  // namespace

bool isLoopbackAddress(std::string_view address) {
  const auto parsed = addressOf(address);
  return parsed && parsed->is_loopback();
}

bool isPublicAddress(std::string_view address) {
  const auto parsed = addressOf(address);
  if (!parsed || parsed->is_loopback() || parsed->is_unspecified()) return false;
  if (parsed->is_v6()) {
    const auto bytes = parsed->to_v6().to_bytes();
    return !parsed->to_v6().is_link_local() && (bytes[0] & 0xfeU) != 0xfcU;
  }
  const std::uint32_t number = parsed->to_v4().to_uint();
  const auto isIn = [number](std::uint32_t network, int bits) {
    return number >> (32 - bits) == network >> (32 - bits);
  };
  return !isIn(0x0a000000U, 8) && !isIn(0xac100000U, 12) && !isIn(0xc0a80000U, 16) && !isIn(0xa9fe0000U, 16);
}

}  // namespace aftermint
