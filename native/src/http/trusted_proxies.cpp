#include "http/trusted_proxies.h"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <stdexcept>
#include <string>

#include "text.h"

namespace aftermint {
namespace {

namespace ip = boost::asio::ip;

/** The first `bits` bits of an address. */
std::array<unsigned char, 16> prefixOf(const ip::address_v6& address, unsigned bits) {
  std::array<unsigned char, 16> bytes = address.to_bytes();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned kept = bits > 8 * i ? std::min<unsigned>(8, bits - static_cast<unsigned>(8 * i)) : 0;
    bytes[i] = static_cast<unsigned char>(bytes[i] & (0xff00u >> kept));
  }
  return bytes;
}

}  // namespace

TrustedProxies TrustedProxies::parse(std::string_view text) {
  TrustedProxies proxies;
  const std::string_view whole = trimmed(text);
  if (whole.empty() || whole == "all" || whole == "true" || whole == "1") {
    proxies.all_ = true;
    return proxies;
  }
  if (whole == "false" || whole == "0") return proxies;
  std::string_view rest = whole;
  for (;;) {
    const std::size_t comma = rest.find(',');
    proxies.add(trimmed(rest.substr(0, comma)));
    if (comma == std::string_view::npos) return proxies;
    rest.remove_prefix(comma + 1);
  }
}

void TrustedProxies::add(std::string_view entry) {
  if (entry == "unix") {
    unix_ = true;
    return;
  }
  const bool isNetwork = entry.find('/') != std::string_view::npos;
  boost::system::error_code error;
  if (entry.find(':') == std::string_view::npos) {
    const auto network = ip::make_network_v4(std::string(entry) + (isNetwork ? "" : "/32"), error);
    if (!error) v4_.push_back(network);
  } else {
    const auto network = ip::make_network_v6(std::string(entry) + (isNetwork ? "" : "/128"), error);
    if (!error) v6_.push_back(network);
  }
  if (!error) return;
  throw std::invalid_argument("\"" + std::string(entry) +
                              "\" is no proxy: give addresses and networks, like 10.0.0.0/8,::1,unix");
}

bool TrustedProxies::trusts(std::string_view address) const {
  if (all_) return true;
  if (address == "unix") return unix_;
  boost::system::error_code error;
  const ip::address given = ip::make_address(std::string(address), error);
  if (error) return false;
  if (given.is_v4()) {
    const auto bits = given.to_v4().to_uint();
    return std::any_of(v4_.begin(), v4_.end(), [bits](const ip::network_v4& network) {
      const auto mask = network.netmask().to_uint();
      return (bits & mask) == (network.address().to_uint() & mask);
    });
  }
  return std::any_of(v6_.begin(), v6_.end(), [v6 = given.to_v6()](const ip::network_v6& network) {
    return prefixOf(v6, network.prefix_length()) == prefixOf(network.address(), network.prefix_length());
  });
}

}  // namespace aftermint
