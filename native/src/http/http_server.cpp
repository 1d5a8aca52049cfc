#include "http/http_server.h"

#include <algorithm>
#include <csignal>
#include <stdexcept>
#include <thread>

#include "http/connection.h"
#include "http/descriptors.h"
#include "http/server_parts.h"
#include "log.h"

namespace aftermint {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::chrono::seconds kStopTime{5};
constexpr std::chrono::milliseconds kPauseTime{100};
constexpr std::size_t kConnections = 2000;
constexpr std::size_t kSmallestShare = 8;
constexpr std::size_t kRefusals = 32;
constexpr std::size_t kWorkers = 8;
constexpr std::size_t kReaders = 1;  // the readings of a large store would take every processor

/** The limits with numbers for zeros. Throws std::runtime_error if descriptors do not suffice. */
HttpLimits completed(HttpLimits limits) {
  const std::size_t descriptors = raiseDescriptorLimit();
  const std::size_t most = descriptors - reservedDescriptors(descriptors);
  if (limits.connections > most) {
    throw std::runtime_error(std::to_string(limits.connections) + " connections need more than the " +
                             std::to_string(descriptors) +
                             " open files that this process may have: allow fewer, or raise " +
                             "the limit (ulimit -n, or LimitNOFILE of systemd)");
  }
  if (limits.connections == 0) limits.connections = std::min(kConnections, most);
  if (limits.byClient == 0) limits.byClient = std::max(kSmallestShare, limits.connections / 4);
  return limits;
}

/** Whether the process or the machine has no descriptors or memory left for a socket. */
bool isExhausted(boost::system::error_code error) {
  namespace errc = boost::system::errc;
  return error == errc::too_many_files_open || error == errc::too_many_files_open_in_system ||
         error == errc::no_buffer_space || error == errc::not_enough_memory;
}

std::string refusalOf() {
  // It goes out before a request is read, so to any origin; it has no data.
  const std::string body = faultResponse(503, RequestFault::ServerUnavailable, "The server has too many connections.",
                                         "Try again in a moment.")
                               .body;
  return "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Type: application/json\r\n"
         "Cache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

HttpServer::Parts::Parts(const HttpOptions& options, Handle handler, BodyLimit limit, HttpExtras more)
    : handle(std::move(handler)),
      bodyLimit(std::move(limit)),
      extras(std::move(more)),
      trustProxy(options.trustProxy),
      accessLog(options.accessLog),
      limits(completed(options.limits)),
      table(limits.connections, options.trustProxy ? 0 : limits.byClient),
      workers{asio::thread_pool(kWorkers), asio::thread_pool(kWorkers), asio::thread_pool(kReaders)},
      acceptor(io, tcp::endpoint(asio::ip::make_address(options.host), options.port)),
      signals(io, SIGINT, SIGTERM),
      deadline(io),
      pause(io),
      refusal(refusalOf()) {}

void HttpServer::Parts::accept() {
  acceptor.async_accept([this](boost::system::error_code error, tcp::socket socket) {
    accepting_ = false;
    if (error == asio::error::operation_aborted || stopping) return;
    if (!error) {
      take(std::move(socket));
    } else if (isExhausted(error) && table.evictOne()) {
      logWith(LogLevel::Warn, "a connection was closed to make room for another", {{"error", error.message()}});
    } else {
      // Trying again at once would only heat the processor and fill the log.
      logWith(LogLevel::Warn, "a connection could not be taken", {{"error", error.message()}});
      return acceptLater();
    }
    accept();
  });
  accepting_ = true;
}

void HttpServer::Parts::acceptLater() {
  pause.expires_after(kPauseTime);
  pause.async_wait([this](boost::system::error_code error) {
    accepting_ = false;
    if (!error && !stopping) accept();
  });
  accepting_ = true;
}

void HttpServer::Parts::take(tcp::socket socket) {
  try {
    boost::system::error_code error;
    const tcp::endpoint remote = socket.remote_endpoint(error);
    if (error) return;  // the client is gone already
    const std::string address = remote.address().to_string();
    if (table.makeRoom(clientKey(address))) return startConnection(std::move(socket), *this, address);
    logWith(LogLevel::Warn, "a connection was refused: all are busy", {{"connections", table.size()}});
    if (refusals < kRefusals) refuseConnection(std::move(socket), *this);
  } catch (const std::exception& error) {
    logError("a connection could not be served", error);
  }
}

void HttpServer::Parts::ended() {
  --alive;
  if (running && stopping && alive == 0) deadline.cancel();
}

asio::thread_pool& HttpServer::Parts::workersOf(Lane lane) { return workers[static_cast<std::size_t>(lane)]; }

bool HttpServer::Parts::beginWork(Lane lane, const std::string& client) {
  const std::array<std::size_t, kLanes> most = {limits.working, limits.workingEvents, limits.workingReadings};
  std::size_t& inLane = working[static_cast<std::size_t>(lane)];
  if (inLane >= most[static_cast<std::size_t>(lane)]) return false;
  if (trustProxy) {
    std::size_t& own = workingByClient[client];
    if (own >= limits.byClient) return false;
    ++own;
  }
  ++inLane;
  return true;
}

void HttpServer::Parts::endWork(Lane lane, const std::string& client) noexcept {
  --working[static_cast<std::size_t>(lane)];
  if (!trustProxy) return;
  const auto own = workingByClient.find(client);
  if (own != workingByClient.end() && --own->second == 0) workingByClient.erase(own);
}

void HttpServer::Parts::beginStop() {
  if (stopping) return;
  stopping = true;
  boost::system::error_code ignored;  // already closed is closed
  acceptor.close(ignored);
  signals.cancel(ignored);
  pause.cancel();
  for (ConnectionEntry* entry : table.entries()) stopConnection(*entry);
  if (alive == 0) return;
  deadline.expires_after(kStopTime);
  deadline.async_wait([this](boost::system::error_code error) {
    if (error) return;
    isCut_ = true;
    io.stop();
  });
}

void HttpServer::Parts::run() {
  running = true;
  for (;;) {
    try {
      if (!stopping && !accepting_) accept();
      io.run();
      if (stopping || isCut_) break;
      io.restart();  // nothing was left to do, because accepting failed
    } catch (const std::exception& error) {
      logError("the server goes on after a fault", error);
      std::this_thread::sleep_for(kPauseTime);  // others free memory meanwhile
    }
  }
  running = false;
  for (asio::thread_pool& pool : workers) pool.join();
  // What the last workers answered after a hard stop has nobody to go to; its connections end here.
  io.restart();
  io.poll();
}

HttpServer::HttpServer(const HttpOptions& options, Handle handle, BodyLimit bodyLimit, HttpExtras extras) {
  boost::system::error_code error;
  static_cast<void>(asio::ip::make_address(options.host, error));
  if (error) {
    throw std::runtime_error("host " + options.host + " is not an IP address: use 127.0.0.1, 0.0.0.0 or ::");
  }
  try {
    parts_ = std::make_unique<Parts>(options, std::move(handle), std::move(bodyLimit), std::move(extras));
  } catch (const boost::system::system_error& failure) {
    throw std::runtime_error("port " + std::to_string(options.port) + " of " + options.host +
                             " cannot be used: " + failure.code().message());
  }
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return parts_->acceptor.local_endpoint().port(); }

std::string HttpServer::url() const {
  const tcp::endpoint own = parts_->acceptor.local_endpoint();
  const std::string address = own.address().to_string();
  const std::string host = own.address().is_v6() ? "[" + address + "]" : address;
  return "http://" + host + ":" + std::to_string(own.port());
}

void HttpServer::run() {
  parts_->signals.async_wait([this](boost::system::error_code error, int) {
    if (!error) parts_->beginStop();
  });
  parts_->run();
}

void HttpServer::stop() {
  asio::post(parts_->io, [this] { parts_->beginStop(); });
}

}  // namespace aftermint
