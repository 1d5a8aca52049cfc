/** @file HTTP over sockets; the only part that knows Boost.Beast, which is slow to compile. */
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "http/http.h"

namespace aftermint {

/**
 * An HTTP/1.1 server on 127.0.0.1.
 *
 * Sockets are asynchronous on one thread; handlers run on a small pool, since they wait for the disk. Idle
 * connections cost neither. Header 16 KiB, bodies as `bodyLimit` says, 30 seconds for a request to arrive.
 */
class HttpServer {
 public:
  using Handle = std::function<Response(const Request&)>;  ///< called from several threads
  using BodyLimit = std::function<std::size_t(std::string_view method, std::string_view path)>;  ///< in bytes

  /** Listens on a port, 0 for any free one. Throws std::runtime_error where that is not possible. */
  HttpServer(std::uint16_t port, Handle handle, BodyLimit bodyLimit);
  ~HttpServer();

  [[nodiscard]] std::uint16_t port() const;

  /** Serves until SIGINT, SIGTERM or `stop`, then lets what is under way finish, for five seconds at most. */
  void run();

  /** Ends `run`; from any thread. */
  void stop();

  struct Parts;  ///< Beast's side of it

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace aftermint
