#include "http/listening_socket.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace aftermint {
namespace {

constexpr int kFirstInherited = 3;  // SD_LISTEN_FDS_START
constexpr int kMostInherited = 64;

std::string errorText(int error) { return std::strerror(error); }  // NOLINT(concurrency-mt-unsafe): only at the start

[[noreturn]] void refuseAddress(const ListenAddress& address, int error) {
  const std::string what = address.host.empty() ? "the socket " + address.path
                                                : "port " + std::to_string(address.port) + " of " + address.host;
  throw std::runtime_error(what + " cannot be used: " + errorText(error));
}

/** An address of any family, as the system's calls take it. */
struct AnyAddress {
  sockaddr_storage storage{};
  socklen_t size = sizeof(sockaddr_storage);

  [[nodiscard]] sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

AnyAddress ipAddressOf(const ListenAddress& address) {
  AnyAddress any;
  if (address.host.find(':') == std::string::npos) {
    auto* v4 = reinterpret_cast<sockaddr_in*>(&any.storage);
    v4->sin_family = AF_INET;
    v4->sin_port = htons(address.port);
    inet_pton(AF_INET, address.host.c_str(), &v4->sin_addr);
    any.size = sizeof(sockaddr_in);
  } else {
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&any.storage);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(address.port);
    inet_pton(AF_INET6, address.host.c_str(), &v6->sin6_addr);
    any.size = sizeof(sockaddr_in6);
  }
  return any;
}

sockaddr_un unixAddressOf(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  return address;
}

std::string ipText(int family, const void* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(family, address, text.data(), text.size()) == nullptr ? std::string() : std::string(text.data());
}

std::uint16_t portOf(const sockaddr* address) {
  if (address->sa_family == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in*>(address)->sin_port);
  return ntohs(reinterpret_cast<const sockaddr_in6*>(address)->sin6_port);
}

/** Whether a process listens on a Unix socket's file; if the question fails otherwise, it may. */
bool isListenedOn(const std::string& path) {
  const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (probe < 0) return true;
  const sockaddr_un address = unixAddressOf(path);
  const int failed = ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  const bool isStale = failed != 0 && errno == ECONNREFUSED;
  ::close(probe);
  return !isStale;
}

int inheritedCount() {
  const auto number = [](const char* name) {
    const char* text = std::getenv(name);
    int value = 0;
    if (text != nullptr) std::from_chars(text, text + std::strlen(text), value);
    return value;
  };
  return number("LISTEN_PID") == ::getpid() ? std::min(number("LISTEN_FDS"), kMostInherited) : 0;
}

}  // namespace

ListeningSocket::ListeningSocket(const ListenAddress& address) : address_(address) {
  family_ = address.host.empty() ? AF_UNIX : address.host.find(':') == std::string::npos ? AF_INET : AF_INET6;
  descriptor_ = ::socket(family_, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor_ < 0) refuseAddress(address_, errno);
  try {
    if (family_ == AF_UNIX) {
      bindUnix();
    } else {
      const int yes = 1;
      ::setsockopt(descriptor_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      AnyAddress wanted = ipAddressOf(address_);
      if (::bind(descriptor_, wanted.get(), wanted.size) != 0) refuseAddress(address_, errno);
    }
    if (::listen(descriptor_, SOMAXCONN) != 0) refuseAddress(address_, errno);
    if (family_ == AF_UNIX) return;
    AnyAddress own;
    if (::getsockname(descriptor_, own.get(), &own.size) != 0) refuseAddress(address_, errno);
    address_.port = portOf(own.get());
  } catch (...) {
    removeFile();
    ::close(descriptor_);
    throw;
  }
}

ListeningSocket::ListeningSocket(int inherited) : descriptor_(inherited) {
  int type = 0, listens = 0;
  socklen_t size = sizeof type;
  AnyAddress own;
  const bool isListening = ::getsockopt(inherited, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM &&
                           ::getsockopt(inherited, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens != 0 &&
                           ::getsockname(inherited, own.get(), &own.size) == 0;
  family_ = own.storage.ss_family;
  if (!isListening || (family_ != AF_INET && family_ != AF_INET6 && family_ != AF_UNIX)) {
    throw std::runtime_error("descriptor " + std::to_string(inherited) +
                             " is not a socket that listens for streams: use ListenStream= in the socket unit");
  }
  ::fcntl(inherited, F_SETFD, FD_CLOEXEC);
  if (family_ == AF_UNIX) {
    const auto* address = reinterpret_cast<const sockaddr_un*>(&own.storage);
    address_.path.assign(address->sun_path, ::strnlen(address->sun_path, sizeof address->sun_path));
    return;
  }
  address_.port = portOf(own.get());
  address_.host = family_ == AF_INET ? ipText(AF_INET, &reinterpret_cast<sockaddr_in*>(&own.storage)->sin_addr)
                                     : ipText(AF_INET6, &reinterpret_cast<sockaddr_in6*>(&own.storage)->sin6_addr);
}

ListeningSocket::ListeningSocket(ListeningSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      family_(other.family_),
      address_(std::move(other.address_)),
      ownsFile_(std::exchange(other.ownsFile_, false)),
      device_(other.device_),
      inode_(other.inode_) {}

ListeningSocket::~ListeningSocket() {
  removeFile();
  if (descriptor_ >= 0) ::close(descriptor_);
}

int ListeningSocket::release() { return std::exchange(descriptor_, -1); }

void ListeningSocket::bindUnix() {
  const std::string& path = address_.path;
  struct stat there {};
  if (::lstat(path.c_str(), &there) == 0) {
    if (!S_ISSOCK(there.st_mode)) {
      throw std::runtime_error(path + " is a file, but no socket: remove it, or listen at another path");
    }
    if (isListenedOn(path)) throw std::runtime_error("another process listens on " + path + ": stop it first");
    ::unlink(path.c_str());
  }
  const sockaddr_un own = unixAddressOf(path);
  if (::bind(descriptor_, reinterpret_cast<const sockaddr*>(&own), sizeof own) != 0) refuseAddress(address_, errno);
  // Before `listen`, so that no one connects who may not.
  if (::lstat(path.c_str(), &there) != 0) refuseAddress(address_, errno);
  ownsFile_ = true;
  device_ = there.st_dev;
  inode_ = there.st_ino;
  if (::chmod(path.c_str(), static_cast<mode_t>(address_.mode)) != 0) refuseAddress(address_, errno);
}

void ListeningSocket::removeFile() noexcept {
  if (!std::exchange(ownsFile_, false)) return;
  struct stat there {};
  const bool isOurs = ::lstat(address_.path.c_str(), &there) == 0 && there.st_dev == device_ && there.st_ino == inode_;
  if (isOurs) ::unlink(address_.path.c_str());
}

bool hasInheritedSockets() { return inheritedCount() > 0; }

std::vector<ListeningSocket> takeInheritedSockets() {
  std::vector<ListeningSocket> sockets;
  const int count = inheritedCount();
  for (int i = 0; i < count; ++i) sockets.emplace_back(kFirstInherited + i);
  for (const char* name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) {
    ::unsetenv(name);  // NOLINT(concurrency-mt-unsafe): only at the start
  }
  return sockets;
}

std::string peerAddress(const sockaddr* address) {
  if (address->sa_family == AF_INET) return ipText(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr);
  if (address->sa_family != AF_INET6) return std::string(kUnixPeer);
  const in6_addr& v6 = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
  if (IN6_IS_ADDR_V4MAPPED(&v6)) return ipText(AF_INET, &v6.s6_addr[12]);
  return ipText(AF_INET6, &v6);
}

}  // namespace aftermint
