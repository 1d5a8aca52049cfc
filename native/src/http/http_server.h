/** @file HTTP over sockets; the only part that knows Boost.Beast, which is slow to compile. */
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "http/http.h"

namespace aftermint {

struct HttpOptions {
  std::string host = "127.0.0.1";  ///< the address to listen on; `0.0.0.0` or `::` for all of this machine
  std::uint16_t port = 0;          ///< 0: any free one
  bool trustProxy = false;         ///< take client and scheme from a proxy's headers (http/forwarded.h)
};

/**
 * An HTTP/1.1 server.
 *
 * Sockets are asynchronous on one thread; handlers run on a small pool, since they wait for the disk. Idle
 * connections cost neither. Header 16 KiB, bodies as `bodyLimit` says, 30 seconds for a request to arrive.
 */
class HttpServer {
 public:
  using Handle = std::function<Response(const Request&)>;  ///< called from several threads
  using BodyLimit = std::function<std::size_t(std::string_view method, std::string_view path)>;  ///< in bytes

  /** Listens. Throws std::runtime_error where host or port cannot be used. */
  HttpServer(const HttpOptions& options, Handle handle, BodyLimit bodyLimit);
  ~HttpServer();

  [[nodiscard]] std::uint16_t port() const;

  /** `http://HOST:PORT`. */
  [[nodiscard]] std::string url() const;

  /** Serves until SIGINT, SIGTERM or `stop`, then lets what is under way finish, for five seconds at most. */
  void run();

  /** Ends `run`; from any thread. */
  void stop();

  struct Parts;  ///< Beast's side of it

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace aftermint
