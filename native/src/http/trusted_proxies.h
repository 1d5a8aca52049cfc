/** @file Which addresses are proxies whose headers count. */
#pragma once

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string_view>
#include <vector>

namespace aftermint {

/** The proxies that a server trusts; by default none. */
class TrustedProxies {
 public:
  TrustedProxies() = default;

  /**
   * Reads addresses and networks, separated by commas: `10.0.0.0/8, ::1, unix`. `unix` is each client of a Unix socket.
   * `all`, `true`, `1` and the empty text trust every client, `false` and `0` none.
   *
   * Throws std::invalid_argument for anything else.
   */
  [[nodiscard]] static TrustedProxies parse(std::string_view text);

  /** Whether a client is a proxy, by its IP address or `unix`. */
  [[nodiscard]] bool trusts(std::string_view address) const;
  /** Whether every client is trusted, so that no address in `X-Forwarded-For` can be skipped as a proxy's. */
  [[nodiscard]] bool trustsAll() const { return all_; }
  [[nodiscard]] bool trustsNone() const { return !all_ && !unix_ && v4_.empty() && v6_.empty(); }

 private:
  void add(std::string_view entry);

  bool all_ = false;
  bool unix_ = false;
  std::vector<boost::asio::ip::network_v4> v4_;
  std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace aftermint
