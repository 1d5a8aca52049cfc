/** @file Sockets that listen. */
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/listen_address.h"

namespace aftermint {

/** A socket that listens. If it made a Unix socket's file, it removes that file at its end. */
class ListeningSocket {
 public:
  /**
   * Opens, binds and listens. A Unix socket's file that no process listens on any more is replaced.
   *
   * Throws std::runtime_error if the address cannot be used, also because another process listens there.
   */
  explicit ListeningSocket(const ListenAddress& address);
  /** Takes over a socket that another process opened. Throws std::runtime_error if it does not listen for streams. */
  explicit ListeningSocket(int inherited);
  ~ListeningSocket();
  ListeningSocket(ListeningSocket&& other) noexcept;
  ListeningSocket& operator=(ListeningSocket&&) = delete;

  /** The descriptor, which the caller now closes. */
  int release();
  [[nodiscard]] int family() const { return family_; }
  /** The address, with the port that the system chose. */
  [[nodiscard]] const ListenAddress& address() const { return address_; }
  /** Removes the file of a Unix socket, if it is still the one that this object made. */
  void removeFile() noexcept;

 private:
  void bindUnix();

  int descriptor_ = -1;
  int family_ = AF_UNSPEC;
  ListenAddress address_;
  bool ownsFile_ = false;
  std::uint64_t device_ = 0, inode_ = 0;  ///< of the file
};

/**
 * Whether systemd (or a program like it) passes sockets: `LISTEN_PID` is this process and `LISTEN_FDS` at least 1.
 */
[[nodiscard]] bool hasInheritedSockets();

/** Takes those sockets, and removes the variables, so that no child takes them too. Throws as ListeningSocket. */
[[nodiscard]] std::vector<ListeningSocket> takeInheritedSockets();

/** What `peerAddress` calls the client of a Unix socket. */
inline constexpr std::string_view kUnixPeer = "unix";

/** The other end of a connection: its IP address (an IPv4 address also if it is mapped to IPv6), or `unix`. */
[[nodiscard]] std::string peerAddress(const sockaddr* address);

}  // namespace aftermint
