/** @file What the server and its connections share. Includes Boost.Asio, so only http's .cpp files include it. */
#pragma once

#include <utility>  // before Beast 1.74, which uses std::exchange without it

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <string>
#include <unordered_map>

#include "http/connection_table.h"
#include "http/http_server.h"

namespace aftermint {

struct HttpServer::Parts {
  Parts(const HttpOptions& options, Handle handler, BodyLimit limit, HttpExtras more);

  void run();
  void beginStop();
  /** To be called when a connection or a refusal is destroyed. */
  void ended();
  /** Whether one more request of that client (`clientKey`) may begin; if so, call `endWork` after it. */
  [[nodiscard]] bool beginWork(Lane lane, const std::string& client);
  void endWork(Lane lane, const std::string& client) noexcept;
  [[nodiscard]] boost::asio::thread_pool& workersOf(Lane lane);

  Handle handle;
  BodyLimit bodyLimit;
  HttpExtras extras;
  const bool trustProxy;
  const bool accessLog;
  HttpLimits limits;
  // Connections left in `io` when it ends say so here, so these outlive it.
  ConnectionTable table;
  std::size_t alive = 0;  ///< connections that are in memory, evicted ones and refusals included
  std::size_t refusals = 0;
  std::array<std::size_t, kLanes> working = {};
  std::unordered_map<std::string, std::size_t> workingByClient;  ///< used if a proxy is trusted
  bool stopping = false;
  bool running = false;
  boost::asio::io_context io{1};  // all but the workers is touched by the thread of `run` only
  std::array<boost::asio::thread_pool, kLanes> workers;
  boost::asio::ip::tcp::acceptor acceptor;
  boost::asio::signal_set signals;
  boost::asio::steady_timer deadline;
  boost::asio::steady_timer pause;  ///< before the next try to accept
  std::string refusal;              ///< the bytes that a connection gets if there is no room

 private:
  void accept();
  void acceptLater();
  void take(boost::asio::ip::tcp::socket socket);

  bool accepting_ = false;
  bool isCut_ = false;  ///< the time to stop in order is over
};

}  // namespace aftermint
