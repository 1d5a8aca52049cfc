/** @file Where a server listens, as options spell it. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aftermint {

/** An IP address and port, or the path of a Unix socket. */
struct ListenAddress {
  std::string host;        ///< an IP address without brackets; empty: a Unix socket
  std::uint16_t port = 0;  ///< 0: any free one
  std::string path;        ///< of a Unix socket; at most 107 bytes
  unsigned mode = 0660;    ///< permissions of a Unix socket: who may connect

  /** `http://HOST:PORT` or `unix:PATH`. */
  [[nodiscard]] std::string url() const;
};

/**
 * Reads `127.0.0.1:8080`, `[::1]:8080`, `unix:/run/aftermint.sock` or `unix:/run/aftermint.sock?mode=0666`.
 *
 * Throws std::runtime_error, with a hint, for any other text.
 */
[[nodiscard]] ListenAddress parseListenAddress(std::string_view text);

/** The address of `--host` and `--port`; IPv6 may have brackets. Throws std::runtime_error for another host. */
[[nodiscard]] ListenAddress listenAddressOf(std::string_view host, std::uint16_t port);

/** Whether only this machine reaches the address. A Unix socket does not count: mostly a proxy connects to it. */
[[nodiscard]] bool isLoopback(const ListenAddress& address);

}  // namespace aftermint
