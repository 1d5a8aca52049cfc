/** @file What the server and its connections share. Includes Boost.Asio, so only http's .cpp files include it. */
#pragma once

#include <utility>  // before Beast 1.74, which uses std::exchange without it

#include <array>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <condition_variable>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

#include "http/connection_table.h"
#include "http/http_server.h"
#include "http/listening_socket.h"

namespace aftermint {

/** TCP and Unix sockets alike. */
using StreamProtocol = boost::asio::generic::stream_protocol;
using StreamSocket = StreamProtocol::socket;
using SocketStream = boost::beast::basic_stream<StreamProtocol>;

struct HttpServer::Parts {
  Parts(const HttpOptions& options, Handle handler, BodyLimit limit, HttpExtras more);

  void run();
  void beginStop();
  /** To be called when a connection or a refusal is destroyed. */
  void ended();
  /**
   * Whether one more request may begin; if so, call `endWork` after it. `client` is its `clientKey` if it comes through
   * a trusted proxy, else empty.
   */
  [[nodiscard]] bool beginWork(Lane lane, const std::string& client);
  void endWork(Lane lane, const std::string& client) noexcept;
  [[nodiscard]] boost::asio::thread_pool& workersOf(Lane lane);
  void report(ConnectionEvent event) const {
    if (extras.observer != nullptr) extras.observer->onConnection(event);
  }
  void report(Lane lane, LaneEvent event) const {
    if (extras.observer != nullptr) extras.observer->onLane(lane, event);
  }
  /** A request that will be answered later; `endLater` must be the last thing that its thread does with the server. */
  void beginLater();
  void endLater();

  Handle handle;
  BodyLimit bodyLimit;
  HttpExtras extras;
  const TrustedProxies trustProxy;
  const bool accessLog;
  HttpLimits limits;
  // Connections left in `io` when it ends say so here, so these outlive it.
  ConnectionTable table;
  std::size_t alive = 0;  ///< connections that are in memory, evicted ones and refusals included
  std::size_t refusals = 0;
  std::array<std::size_t, kLanes> working = {};
  std::unordered_map<std::string, std::size_t> workingByClient;  ///< of clients behind a trusted proxy
  bool stopping = false;
  bool running = false;
  boost::asio::io_context io{1};  // all but the workers is touched by the thread of `run` only
  std::array<boost::asio::thread_pool, kLanes> workers;
  /** One address. */
  struct Listener {
    Listener(boost::asio::io_context& context, ListeningSocket opened);
    ListeningSocket socket;  ///< without its descriptor, which is the acceptor's
    boost::asio::basic_socket_acceptor<StreamProtocol> acceptor;
    boost::asio::steady_timer pause;  ///< before the next try to accept
    bool accepting = false;
  };
  std::list<Listener> listeners;  ///< at least one
  boost::asio::signal_set signals;
  boost::asio::steady_timer deadline;
  std::string refusal;  ///< the bytes that a connection gets if there is no room

 private:
  void accept(Listener& listener);
  void acceptLater(Listener& listener);
  void take(StreamSocket socket);

  std::mutex mutex_;  ///< guards later_
  std::condition_variable noneLater_;
  std::size_t later_ = 0;  ///< requests between beginLater and endLater
  bool isCut_ = false;     ///< the time to stop in order is over
};

}  // namespace aftermint
