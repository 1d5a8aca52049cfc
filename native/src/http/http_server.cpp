#include <utility>  // before Beast 1.74, which uses std::exchange without it

#include "http/http_server.h"
#include "text.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/version.hpp>
#include <chrono>
#include <csignal>
#include <ctime>
#include <set>
#include <stdexcept>

#include "http/forwarded.h"
#include "text.h"

namespace aftermint {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

constexpr std::chrono::seconds kRequestTime{30};
constexpr std::chrono::seconds kLingerTime{2};
constexpr std::chrono::seconds kStopTime{5};
constexpr std::uint32_t kHeaderLimit = 16u << 10;
constexpr std::size_t kConnections = 2000;
constexpr std::size_t kWorkers = 8;

std::string_view viewOf(beast::string_view text) { return {text.data(), text.size()}; }

/** Beast's request as ours; false where its target cannot be used. */
bool translate(const http::request<http::string_body>& from, Request& to) {
  to.method = std::string(from.method_string());
  const beast::string_view target = from.target();
  if (!setTarget(to, viewOf(target))) return false;
  for (const auto& field : from) {
    std::string& value = to.headers[lowered(viewOf(field.name_string()))];
    if (!value.empty()) value += field.name() == http::field::cookie ? "; " : ", ";
    value.append(field.value().data(), field.value().size());
  }
  to.cookies = parseCookies(to.header("cookie"));
  to.body = from.body();
  return true;
}

/** The time as a `Date` header has it (RFC 9110). */
std::string dateHeader() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 40> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

}  // namespace

class Connection;

struct HttpServer::Parts {
  Parts(const HttpOptions& options, Handle handler, BodyLimit limits)
      : handle(std::move(handler)),
        bodyLimit(std::move(limits)),
        trustProxy(options.trustProxy),
        acceptor(io, tcp::endpoint(asio::ip::make_address(options.host), options.port)),
        signals(io, SIGINT, SIGTERM),
        deadline(io) {}

  void accept();
  void beginStop();
  void opened(Connection* connection) { connections.insert(connection); }
  void closed(Connection* connection) {
    connections.erase(connection);
    if (running && stopping && connections.empty()) deadline.cancel();
  }

  Handle handle;
  BodyLimit bodyLimit;
  bool trustProxy;
  // Connections left in `io` when it ends say so here, so these outlive it.
  std::set<Connection*> connections;
  bool stopping = false;
  bool running = false;
  asio::io_context io{1};  // all but the workers is touched by the thread of `run` only
  asio::thread_pool workers{kWorkers};
  tcp::acceptor acceptor;
  asio::signal_set signals;
  asio::steady_timer deadline;
};

/** One client: reads a request, has it answered by a worker, writes, reads the next. */
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, HttpServer::Parts& server) : stream_(std::move(socket)), server_(server) {
    beast::error_code ignored;  // a client that is gone already has no address
    const tcp::endpoint remote = stream_.socket().remote_endpoint(ignored);
    if (!ignored) client_ = remote.address().to_string();
    server_.opened(this);
  }
  ~Connection() { server_.closed(this); }

  void read() {
    if (server_.stopping) return;
    idle_ = true;
    parser_.emplace();
    parser_->header_limit(kHeaderLimit);
    stream_.expires_after(kRequestTime);
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->onHeader(error); });
  }

  /** Ends a connection that waits for its next request; one under way ends after its answer. */
  void stop() {
    if (idle_) stream_.close();
  }

 private:
  void onHeader(beast::error_code error) {
    idle_ = false;
    if (error == http::error::header_limit)
      return refuse(431, RequestFault::RequestTooLarge, "The header is too large.");
    if (error == http::error::end_of_stream) return linger();
    if (error == beast::error::timeout || error == asio::error::operation_aborted) return;
    if (error.category() == http::make_error_code(http::error::bad_method).category()) {
      return refuse(400, RequestFault::RequestInvalid, "This is not valid HTTP.");
    }
    if (error) return;

    const auto& head = parser_->get();
    Request request;
    request.method = std::string(head.method_string());
    const beast::string_view target = head.target();
    if (!setTarget(request, viewOf(target))) {
      return refuse(400, RequestFault::RequestInvalid, "The address is not valid.");
    }
    if (head.version() >= 11 && head.find(http::field::host) == head.end()) {
      return refuse(400, RequestFault::RequestInvalid, "The Host header is missing.");
    }
    const bool sized = parser_->content_length().has_value();
    if ((head.method() == http::verb::post || head.method() == http::verb::put) && !sized && !parser_->chunked()) {
      return refuse(411, RequestFault::LengthRequired, "The request has a body but no Content-Length.");
    }
    const std::size_t limit = server_.bodyLimit(request.method, request.path);
    if (sized && *parser_->content_length() > limit) return refuseTooLarge(limit);
    parser_->body_limit(limit);
    if (lowered(viewOf(head[http::field::expect])) == "100-continue") return sendContinue();
    readBody();
  }

  void sendContinue() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(kContinue.data(), kContinue.size()),
                      [self = shared_from_this()](beast::error_code error, std::size_t) {
                        if (!error) self->readBody();
                      });
  }

  void readBody() {
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) { self->onBody(error); });
  }

  void onBody(beast::error_code error) {
    if (error == http::error::body_limit) return refuseTooLarge(0);
    if (error == beast::error::timeout || error == asio::error::operation_aborted) return;
    if (error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::partial_message) {
      return refuse(400, RequestFault::RequestInvalid, "The body cannot be read.");
    }
    if (error) return;
    keepAlive_ = parser_->get().keep_alive();
    version_ = parser_->get().version();
    Request request;
    if (!translate(parser_->get(), request)) {
      return refuse(400, RequestFault::RequestInvalid, "The address is not valid.");
    }
    request.client = client_;
    if (server_.trustProxy) applyForwarded(request);
    headOnly_ = request.method == "HEAD";
    stream_.expires_never();
    asio::post(server_.workers, [self = shared_from_this(), request = std::move(request)]() mutable {
      Response response = self->server_.handle(request);
      asio::io_context& io = self->server_.io;
      // Moved, not copied: a connection must end on the thread that reads and writes it.
      asio::post(
          io, [self = std::move(self), response = std::move(response)]() mutable { self->write(std::move(response)); });
    });
  }

  void refuseTooLarge(std::size_t limit) {
    refuse(413, RequestFault::RequestTooLarge,
           limit > 0 ? "The body may have " + std::to_string(limit) + " bytes." : "The body is too large.");
  }

  /** Answers a request that was not read to its end, so the connection cannot go on. */
  void refuse(int status, RequestFault code, std::string_view message) {
    keepAlive_ = false;
    headOnly_ = false;
    write(faultResponse(status, code, message, "Correct the request and send it again."));
  }

  template <class Body>
  void fill(http::response<Body>& out, Response& response) const {
    out.version(version_);
    out.result(static_cast<unsigned>(response.status));
    out.keep_alive(keepAlive_ && !server_.stopping);
    out.set(http::field::date, dateHeader());
    for (auto& [name, value] : response.headers) out.insert(name, value);
    if (response.status != 304 && response.status != 303 && response.status != 204)
      out.set(http::field::content_type, response.contentType);
  }

  void write(Response response) {
    if (headOnly_ || response.status == 304 || response.status == 204) {
      auto out = std::make_shared<http::response<http::empty_body>>();
      fill(*out, response);
      if (response.status != 304 && response.status != 204) out->content_length(response.body.size());
      return send(out);
    }
    auto out = std::make_shared<http::response<http::string_body>>();
    fill(*out, response);
    out->body() = std::move(response.body);
    out->prepare_payload();
    send(out);
  }

  template <class Body>
  void send(std::shared_ptr<http::response<Body>> out) {
    stream_.expires_after(kRequestTime);
    http::async_write(stream_, *out, [self = shared_from_this(), out](beast::error_code error, std::size_t) {
      if (error) return;
      if (out->keep_alive() && !self->server_.stopping) return self->read();
      self->linger();
    });
  }

  /** Says goodbye and reads off what the client still sends: closing over unread bytes would cut our answer short. */
  void linger() {
    beast::error_code ignored;  // the client may be gone, which is what we want
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(kLingerTime);
    discard();
  }

  void discard() {
    stream_.async_read_some(asio::buffer(discarded_),
                            [self = shared_from_this()](beast::error_code error, std::size_t) {
                              if (!error) self->discard();
                            });
  }

  beast::tcp_stream stream_;
  HttpServer::Parts& server_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::array<char, 4096> discarded_{};
  unsigned version_ = 11;
  bool keepAlive_ = true;
  bool headOnly_ = false;
  bool idle_ = true;
  std::string client_;
};

void HttpServer::Parts::accept() {
  acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
    if (error == asio::error::operation_aborted || stopping) return;
    if (error) {
      spdlog::warn("a connection could not be taken: {}", error.message());
    } else if (connections.size() < kConnections) {
      std::make_shared<Connection>(std::move(socket), *this)->read();
    }
    accept();
  });
}

void HttpServer::Parts::beginStop() {
  if (stopping) return;
  stopping = true;
  beast::error_code ignored;  // already closed is closed
  acceptor.close(ignored);
  signals.cancel(ignored);
  for (Connection* connection : connections) connection->stop();
  if (connections.empty()) return;
  deadline.expires_after(kStopTime);
  deadline.async_wait([this](beast::error_code error) {
    if (!error) io.stop();
  });
}

HttpServer::HttpServer(const HttpOptions& options, Handle handle, BodyLimit bodyLimit) {
  boost::system::error_code error;
  static_cast<void>(asio::ip::make_address(options.host, error));
  if (error) {
    throw std::runtime_error("host " + options.host + " is not an IP address: use 127.0.0.1, 0.0.0.0 or ::");
  }
  try {
    parts_ = std::make_unique<Parts>(options, std::move(handle), std::move(bodyLimit));
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
  parts_->signals.async_wait([this](beast::error_code error, int) {
    if (!error) parts_->beginStop();
  });
  parts_->accept();
  parts_->running = true;
  parts_->io.run();
  parts_->running = false;
  parts_->workers.join();
  // What the last workers answered after a hard stop has nobody to go to; its connections end here.
  parts_->io.restart();
  parts_->io.poll();
}

void HttpServer::stop() {
  asio::post(parts_->io, [this] { parts_->beginStop(); });
}

}  // namespace aftermint
