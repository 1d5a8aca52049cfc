#include "http/listen_address.h"

#include <sys/un.h>

#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace aftermint {
namespace {

constexpr std::string_view kUnix = "unix:";
constexpr std::string_view kMode = "?mode=";
constexpr unsigned kAllPermissions = 0777;

std::string_view withoutBrackets(std::string_view host) {
  return host.size() > 2 && host.front() == '[' && host.back() == ']' ? host.substr(1, host.size() - 2) : host;
}

bool isIpAddress(std::string_view host) {
  boost::system::error_code error;
  static_cast<void>(boost::asio::ip::make_address(std::string(host), error));
  return !error;
}

template <class Number>
std::optional<Number> wholeNumber(std::string_view text, int base) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

ListenAddress unixAddress(std::string_view path) {
  ListenAddress address;
  if (const std::size_t question = path.find(kMode); question != std::string_view::npos) {
    const auto mode = wholeNumber<unsigned>(path.substr(question + kMode.size()), 8);
    if (!mode || *mode > kAllPermissions) {
      throw std::runtime_error("\"" + std::string(path) + "\": the mode is not octal, like ?mode=0660");
    }
    address.mode = *mode;
    path = path.substr(0, question);
  }
  // sun_path has a NUL at its end.
  if (path.empty() || path.size() >= sizeof(sockaddr_un::sun_path) || path.find('\0') != std::string_view::npos) {
    throw std::runtime_error("\"" + std::string(path) + "\" is not the path of a Unix socket: 1 to " +
                             std::to_string(sizeof(sockaddr_un::sun_path) - 1) + " bytes are");
  }
  address.path = path;
  return address;
}

}  // namespace

std::string ListenAddress::url() const {
  if (host.empty()) return std::string(kUnix) + path;
  const bool isV6 = host.find(':') != std::string::npos;
  return "http://" + (isV6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

ListenAddress listenAddressOf(std::string_view host, std::uint16_t port) {
  ListenAddress address;
  address.host = withoutBrackets(host);
  address.port = port;
  if (isIpAddress(address.host)) return address;
  throw std::runtime_error("host " + std::string(host) + " is not an IP address: use 127.0.0.1, 0.0.0.0 or ::");
}

ListenAddress parseListenAddress(std::string_view text) {
  if (text.starts_with(kUnix)) return unixAddress(text.substr(kUnix.size()));
  const std::size_t colon = text.rfind(':');
  const std::string_view host = text.substr(0, colon);
  const bool isBareV6 = host.find(':') != std::string_view::npos && withoutBrackets(host) == host;
  const auto port =
      colon == std::string_view::npos ? std::nullopt : wholeNumber<std::uint16_t>(text.substr(colon + 1), 10);
  if (!port || isBareV6 || !isIpAddress(withoutBrackets(host))) {
    throw std::runtime_error("\"" + std::string(text) +
                             "\" is no address to listen on: use 127.0.0.1:8080, [::1]:8080 or unix:PATH");
  }
  return listenAddressOf(host, *port);
}

bool isLoopback(const ListenAddress& address) {
  boost::system::error_code error;
  const auto ip = boost::asio::ip::make_address(address.host, error);
  return !error && ip.is_loopback();
}

}  // namespace aftermint
