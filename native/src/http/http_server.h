/** @file HTTP over sockets. Only its .cpp includes Boost.Beast, which is slow to compile. */
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "http/http.h"

namespace aftermint {

/** Where to listen, and whether to trust a proxy. */
struct HttpOptions {
  std::string host = "127.0.0.1";  ///< the address to listen on; `0.0.0.0` or `::` for all addresses of this machine
  std::uint16_t port = 0;          ///< 0: any free one
  bool trustProxy = false;         ///< take client and scheme from a proxy's headers (http/forwarded.h)
};

/**
 * An HTTP/1.1 server.
 *
 * One thread serves all sockets; handlers run on a small pool of threads, since they wait for the disk. So an idle
 * connection occupies no thread. Limits: 16 KiB of headers, `bodyLimit` bytes of body, 30 seconds to receive a request.
 */
class HttpServer {
 public:
  using Handle = std::function<Response(const Request&)>;  ///< called from several threads
  using BodyLimit = std::function<std::size_t(std::string_view method, std::string_view path)>;  ///< in bytes

  /** Listens. Throws std::runtime_error if host or port cannot be used. */
  HttpServer(const HttpOptions& options, Handle handle, BodyLimit bodyLimit);
  ~HttpServer();

  /** The port it listens on, also if 0 was asked for. */
  [[nodiscard]] std::uint16_t port() const;

  /** `http://HOST:PORT`. */
  [[nodiscard]] std::string url() const;

  /** Serves until SIGINT, SIGTERM or `stop`, then waits at most five seconds for running requests. */
  void run();

  /** Ends `run`; from any thread. */
  void stop();

  struct Parts;  ///< everything that needs Boost.Beast

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace aftermint
