/** @file HTTP over sockets. Only .cpp files of this folder include Boost.Beast, which is slow to compile. */
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/http.h"
#include "http/http_observer.h"
#include "http/listen_address.h"
#include "http/reply.h"
#include "http/trusted_proxies.h"

namespace aftermint {

/** What one server may use. A connection that exceeds a time is closed. */
struct HttpLimits {
  std::size_t connections = 0;               ///< open at once; 0: 2,000, or fewer if the limit of descriptors is low
  std::size_t byClient = 0;                  ///< of these by one client (connection_table.h); 0: a quarter
  std::size_t working = 500;                 ///< requests of the shop that are answered or wait for it; above that 503
  std::size_t workingEvents = 500;           ///< the same for batches of events
  std::size_t workingReadings = 16;          ///< the same for results
  std::chrono::milliseconds idle{75'000};    ///< between requests; more than the 60 seconds of most proxies
  std::chrono::milliseconds head{10'000};    ///< to send request line and headers
  std::chrono::milliseconds body{30'000};    ///< to send the body
  std::chrono::milliseconds answer{30'000};  ///< to take any part of the answer
};

/** Where to listen, whom to trust, and what to allow. */
struct HttpOptions {
  std::string host = "127.0.0.1";  ///< the address to listen on; `0.0.0.0` or `::` for all addresses of this machine
  std::uint16_t port = 0;          ///< 0: any free one
  std::vector<ListenAddress> listen = {};  ///< if not empty, these instead of `host` and `port`
  bool inherit = false;                    ///< sockets from systemd come instead of all of these
  TrustedProxies trustProxy = {};          ///< whose headers tell client and scheme (http/forwarded.h)
  bool accessLog = false;                  ///< write a line for each request
  HttpLimits limits = {};
};

/** What a server can do besides. All but `handleLater` run on the thread of the sockets, so they must not wait. */
struct HttpExtras {
  std::function<std::optional<Response>(const Request&)> atOnce = {};  ///< answers before the handler is asked
  std::function<void(const Request&, Response&)> finish = {};          ///< adds headers to answers that no handler made
  std::function<Lane(const Request&)> laneOf = {};                     ///< absent: all are of the shop
  HttpObserver* observer = nullptr;                                    ///< null: none; it must outlive the server
  std::function<bool(const Request&)> isLater = {};                    ///< which requests `handleLater` answers
  /** Called by a worker instead of the handler. The request lives until the reply, and the worker goes on. */
  std::function<void(const Request&, const Reply&)> handleLater = {};
};

/** Whether only this machine can reach a server with these options: no proxy is trusted, every address is loopback. */
[[nodiscard]] bool isLocalOnly(const HttpOptions& options);

/**
 * An HTTP/1.1 server.
 *
 * One thread serves all sockets; handlers run on small pools of threads, one for each lane, since they wait for the
 * disk. So an idle connection occupies no thread, and neither does a request that is answered later.
 *
 * A head may have 16 KiB (431, or 414 for its first line), a body `bodyLimit` bytes (413). With chunks, their sizes,
 * extensions and trailers count too: eight times that plus 16 KiB. A connection never holds more than 32 KiB that are
 * not part of a body. What RFC 9112 forbids is refused with 400 (request_head.h).
 *
 * If there are too many connections, the one that has waited longest for its client is closed; if all are busy, a new
 * one gets 503 with Retry-After. Connections of a trusted proxy are not counted by client, but requests that come on
 * them. Those of a Unix socket are not counted by client at all, unless its clients are trusted.
 *
 * An exception of a handler becomes 500. None ends the server, std::bad_alloc included.
 */
class HttpServer {
 public:
  using Handle = std::function<Response(const Request&)>;  ///< called from several threads
  using BodyLimit = std::function<std::size_t(std::string_view method, std::string_view path)>;  ///< in bytes
  /**
   * Listens, and raises the limit of descriptors. Throws std::runtime_error if an address cannot be used, or if more
   * connections are asked for than descriptors allow.
   */
  HttpServer(const HttpOptions& options, Handle handle, BodyLimit bodyLimit, HttpExtras extras = {});
  ~HttpServer();

  /** The first port it listens on, also if 0 was asked for; 0 if it listens on Unix sockets alone. */
  [[nodiscard]] std::uint16_t port() const;

  /** The addresses it listens on, `http://HOST:PORT` or `unix:PATH`, separated by ", ". */
  [[nodiscard]] std::string url() const;

  /** Serves until SIGINT, SIGTERM or `stop`, then waits at most five seconds for running requests, and for
   * what their handlers do. */
  void run();

  /** Ends `run`; from any thread. */
  void stop();

  struct Parts;  ///< everything that needs Boost.Beast

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace aftermint
