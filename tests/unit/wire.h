/** @file A TCP client that sends bytes as they are, and a server for it. */
#pragma once

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "http/http_server.h"

namespace aftermint::testing {

/** One connection to a port of this machine. What does not happen in 20 seconds fails. */
class Wire {
 public:
  /** Connects from a loopback address, such as 127.0.0.2 for another client. */
  explicit Wire(std::uint16_t port, const char* from = "127.0.0.1") : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in own{}, other{};
    own.sin_family = other.sin_family = AF_INET;
    ::inet_pton(AF_INET, from, &own.sin_addr);
    ::inet_pton(AF_INET, "127.0.0.1", &other.sin_addr);
    other.sin_port = htons(port);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own), 0);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&other), sizeof other), 0);
  }
  /** Connects to the file of a Unix socket, or to a port of ::1. */
  static Wire toUnix(const std::string& path) {
    sockaddr_un other{};
    other.sun_family = AF_UNIX;
    path.copy(other.sun_path, sizeof other.sun_path - 1);
    return Wire(reinterpret_cast<const sockaddr*>(&other), sizeof other);
  }
  static Wire toIPv6(std::uint16_t port) {
    sockaddr_in6 other{};
    other.sin6_family = AF_INET6;
    other.sin6_addr = in6addr_loopback;
    other.sin6_port = htons(port);
    return Wire(reinterpret_cast<const sockaddr*>(&other), sizeof other);
  }
  ~Wire() {
    if (socket_ >= 0) ::close(socket_);
  }
  Wire(Wire&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
  Wire& operator=(Wire&&) = delete;

  /** Sends all; false if the server has closed the connection. */
  bool send(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /** Sends a text again and again until the server closes the connection. Returns the bytes that went out, `most` at
   * most. */
  std::size_t flood(std::string_view text, std::size_t most) const {
    std::size_t sent = 0;
    while (sent < most && send(text)) sent += text.size();
    return sent;
  }

  /** Reads until the text has come. Fails the test if the connection ends before. */
  std::string readUntil(std::string_view mark) const {
    std::string text;
    while (text.find(mark) == std::string::npos) {
      if (readSome(text) <= 0) {
        ADD_FAILURE() << "the connection ended after: " << text;
        break;
      }
    }
    return text;
  }

  /** Reads until the server closes the connection. Fails the test if it does not. */
  std::string readToEnd() const {
    std::string text;
    ssize_t size = 0;
    while ((size = readSome(text)) > 0) {
    }
    EXPECT_FALSE(size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) << "still open after: " << text;
    return text;
  }

 private:
  Wire(const sockaddr* other, socklen_t size) : socket_(::socket(other->sa_family, SOCK_STREAM, 0)) {
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    EXPECT_EQ(::connect(socket_, other, size), 0);
  }

  ssize_t readSome(std::string& text) const {
    std::array<char, 16384> piece{};
    const ssize_t size = ::recv(socket_, piece.data(), piece.size(), 0);
    if (size > 0) text.append(piece.data(), static_cast<std::size_t>(size));
    return size;
  }

  int socket_;
};

/** A server on a free port until the end of its block. */
class RunningHttp {
 public:
  explicit RunningHttp(
      HttpServer::Handle handle, const HttpOptions& options = {}, HttpExtras extras = {},
      HttpServer::BodyLimit limit = [](std::string_view, std::string_view) { return std::size_t{64}; })
      : server_(options, std::move(handle), std::move(limit), std::move(extras)) {}
  ~RunningHttp() {
    server_.stop();
    thread_.join();
  }

  [[nodiscard]] const HttpServer& server() const { return server_; }
  [[nodiscard]] Wire connect(const char* from = "127.0.0.1") const { return Wire(server_.port(), from); }
  /** Sends a text on a connection of its own and reads until the server closes it. */
  [[nodiscard]] std::string talk(std::string_view text) const {
    const Wire wire = connect();
    wire.send(text);
    return wire.readToEnd();
  }

 private:
  HttpServer server_;
  std::thread thread_{[this] { server_.run(); }};
};

/** Waits until something holds; fails the test if it does not in 20 seconds. */
inline void waitFor(const std::function<bool()>& holds) {
  for (int tries = 0; tries < 4000; ++tries) {
    if (holds()) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ADD_FAILURE() << "what was waited for has not come";
}

inline Response textResponse(std::string text) {
  Response response;
  response.contentType = "text/plain";
  response.body = std::move(text);
  return response;
}

/** Answers with method, path, host and body. */
inline Response echo(const Request& request) {
  return textResponse(request.method + " " + request.path + " at " + std::string(request.header("host")) + ": " +
                      request.body);
}

}  // namespace aftermint::testing
