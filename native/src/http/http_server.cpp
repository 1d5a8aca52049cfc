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

/** The addresses that the options name, not those of systemd. */
std::vector<ListenAddress> addressesOf(const HttpOptions& options) {
  if (!options.listen.empty()) return options.listen;
  return {listenAddressOf(options.host, options.port)};
}

std::vector<ListeningSocket> openSockets(const HttpOptions& options) {
  if (options.inherit && hasInheritedSockets()) return takeInheritedSockets();
  std::vector<ListeningSocket> sockets;
  for (const ListenAddress& address : addressesOf(options)) sockets.emplace_back(address);
  return sockets;
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

bool isLocalOnly(const HttpOptions& options) {
  if (!options.trustProxy.trustsNone() || (options.inherit && hasInheritedSockets())) return false;
  const std::vector<ListenAddress> addresses = addressesOf(options);
  return std::all_of(addresses.begin(), addresses.end(), isLoopback);
}

HttpServer::Parts::Parts(const HttpOptions& options, Handle handler, BodyLimit limit, HttpExtras more)
    : handle(std::move(handler)),
      bodyLimit(std::move(limit)),
      extras(std::move(more)),
      trustProxy(options.trustProxy),
      accessLog(options.accessLog),
      limits(completed(options.limits)),
      table(limits.connections, limits.byClient),
      workers{asio::thread_pool(kWorkers), asio::thread_pool(kWorkers), asio::thread_pool(kReaders)},
      signals(io, SIGINT, SIGTERM),
      deadline(io),
      refusal(refusalOf()) {
  std::vector<ListeningSocket> sockets = openSockets(options);
  for (ListeningSocket& each : sockets) listeners.emplace_back(io, std::move(each));
}

HttpServer::Parts::Listener::Listener(asio::io_context& context, ListeningSocket opened)
    : socket(std::move(opened)), acceptor(context), pause(context) {
  acceptor.assign(StreamProtocol(socket.family(), 0), socket.release());
}

void HttpServer::Parts::accept(Listener& listener) {
  listener.acceptor.async_accept([this, &listener](boost::system::error_code error, StreamSocket socket) {
    listener.accepting = false;
    if (error == asio::error::operation_aborted || stopping) return;
    if (!error) {
      take(std::move(socket));
    } else if (isExhausted(error) && table.evictOne()) {
      logWith(LogLevel::Warn, "a connection was closed to make room for another", {{"error", error.message()}});
    } else {
      // Trying again at once would only heat the processor and fill the log.
      logWith(LogLevel::Warn, "a connection could not be taken", {{"error", error.message()}});
      return acceptLater(listener);
    }
    accept(listener);
  });
  listener.accepting = true;
}

void HttpServer::Parts::acceptLater(Listener& listener) {
  listener.pause.expires_after(kPauseTime);
  listener.pause.async_wait([this, &listener](boost::system::error_code error) {
    listener.accepting = false;
    if (!error && !stopping) accept(listener);
  });
  listener.accepting = true;
}

void HttpServer::Parts::take(StreamSocket socket) {
  try {
    boost::system::error_code error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;  // the client is gone already
    const std::string address = peerAddress(remote.data());
    if (table.makeRoom(peerKeyOf(*this, address))) return startConnection(std::move(socket), *this, address);
    report(ConnectionEvent::Refused);
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
  if (!client.empty()) {
    std::size_t& own = workingByClient[client];
    if (own >= limits.byClient) return false;
    ++own;
  }
  ++inLane;
  return true;
}

void HttpServer::Parts::endWork(Lane lane, const std::string& client) noexcept {
  --working[static_cast<std::size_t>(lane)];
  if (client.empty()) return;
  const auto own = workingByClient.find(client);
  if (own != workingByClient.end() && --own->second == 0) workingByClient.erase(own);
}

void HttpServer::Parts::beginLater() {
  const std::lock_guard lock(mutex_);
  ++later_;
}

void HttpServer::Parts::endLater() {
  // With the lock, because the server may be gone as soon as it is free.
  const std::lock_guard lock(mutex_);
  if (--later_ == 0) noneLater_.notify_all();
}

void HttpServer::Parts::beginStop() {
  if (stopping) return;
  stopping = true;
  boost::system::error_code ignored;  // already closed is closed
  for (Listener& listener : listeners) {
    listener.acceptor.close(ignored);
    listener.socket.removeFile();
    listener.pause.cancel();
  }
  signals.cancel(ignored);
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
      for (Listener& listener : listeners) {
        if (!stopping && !listener.accepting) accept(listener);
      }
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
  {
    std::unique_lock lock(mutex_);
    noneLater_.wait(lock, [this] { return later_ == 0; });
  }
  // What the last workers answered after a hard stop has nobody to go to; its connections end here.
  io.restart();
  io.poll();
}

HttpServer::HttpServer(const HttpOptions& options, Handle handle, BodyLimit bodyLimit, HttpExtras extras) {
  parts_ = std::make_unique<Parts>(options, std::move(handle), std::move(bodyLimit), std::move(extras));
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const {
  for (const Parts::Listener& listener : parts_->listeners) {
    if (listener.socket.address().port != 0) return listener.socket.address().port;
  }
  return 0;
}

std::string HttpServer::url() const {
  std::string text;
  for (const Parts::Listener& listener : parts_->listeners) {
    if (!text.empty()) text += ", ";
    text += listener.socket.address().url();
  }
  return text;
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
