#include "http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <exception>
#include <limits>
#include <new>
#include <stdexcept>
#include <thread>
#include <utility>

#include "http/forwarded.h"
#include "http/handler_failure.h"
#include "http/lingering.h"
#include "http/outgoing.h"
#include "http/request_head.h"
#include "ids.h"
#include "log.h"
#include "text.h"

namespace aftermint {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using std::chrono::steady_clock;

constexpr std::chrono::minutes kWholeAnswerTime{10};  // for the whole answer, however steadily it is taken
constexpr std::uint32_t kHeadLimit = 16u << 10;
constexpr std::size_t kBufferLimit = 32u << 10;
constexpr std::size_t kReadSize = 4096;
constexpr std::size_t kChunkOverhead = 8;

bool isHttpError(beast::error_code error) {
  return error.category() == http::make_error_code(http::error::bad_method).category();
}

/** Whether a client's id of a request can be taken over: short, and harmless in a header and in a log. */
bool isRequestId(std::string_view text) {
  return !text.empty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
    return isAsciiLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '.' || c == ':';
  });
}

Response unableResponse() {
  return faultResponse(500, RequestFault::ServerUnavailable, "The server cannot do this now.",
                       "Try again in a moment.");
}

/** One client: reads a request, has it answered by a worker, writes, reads the next. */
class Connection final : public ConnectionEntry, public std::enable_shared_from_this<Connection> {
  /** A callback that keeps the connection. If `step` throws, the connection ends and nothing else. */
  template <class Step>
  auto then(Step step) {
    return [self = shared_from_this(), step](beast::error_code error, std::size_t size) mutable {
      self->guarded([&] { step(*self, error, size); });
    };
  }

  template <class Step>
  void guarded(const Step& step) noexcept {
    try {
      step();
    } catch (const std::exception& error) {
      logError("a connection ended by a fault of the server", error);
      stream_.close();
    }
  }

 public:
  Connection(StreamSocket socket, HttpServer::Parts& server, const std::string& address)
      : ConnectionEntry(peerKeyOf(server, address)),
        stream_(std::move(socket)),
        server_(server),
        address_(address),
        isProxy_(server.trustProxy.trusts(address)) {
    ++server_.alive;
    // A throwing constructor has no destructor.
    try {
      server_.table.add(*this);
    } catch (...) {
      --server_.alive;
      throw;
    }
    server_.report(ConnectionEvent::Opened);
  }
  ~Connection() override {
    server_.report(ConnectionEvent::Closed);
    server_.table.remove(*this);
    server_.ended();
  }

  void evict() override {
    server_.report(ConnectionEvent::Evicted);
    stream_.close();
  }

  void read() {
    if (server_.stopping) return;
    parser_.emplace();
    parser_->header_limit(kHeadLimit);
    parser_->body_limit(std::numeric_limits<std::uint64_t>::max());  // known only when the head is read
    request_ = Request();
    request_.client = address_;
    style_ = OutgoingStyle();
    if (buffer_.size() > 0) return readHead();
    enter(ConnectionPhase::Idle, steady_clock::now());
    stream_.expires_after(server_.limits.idle);
    stream_.async_read_some(buffer_.prepare(kReadSize),
                            then([](Connection& self, beast::error_code error, std::size_t size) {
                              if (error) return;
                              self.buffer_.commit(size);
                              self.readHead();
                            }));
  }

  void stop() {
    if (phase() == ConnectionPhase::Idle || phase() == ConnectionPhase::Head) stream_.close();
  }

 private:
  void readHead() {
    enter(ConnectionPhase::Head, steady_clock::now());
    began_ = steady_clock::now();
    stream_.expires_after(server_.limits.head);
    http::async_read_header(stream_, buffer_, *parser_,
                            then([](Connection& self, beast::error_code error, std::size_t) { self.onHead(error); }));
  }

  void onHead(beast::error_code error) {
    if (error == http::error::end_of_stream) return linger();
    if (error && !isHttpError(error)) return;
    readFields(parser_->get(), request_);
    const std::string_view id = request_.header("x-request-id");
    style_.request = isRequestId(id) ? std::string(id) : randomId();
    request_.id = style_.request;
    if (isProxy_) applyForwarded(request_, server_.trustProxy);
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
      return parser_->get().target().empty() ? refuse(414, RequestFault::RequestTooLarge, "The address is too long.")
                                             : refuse(431, RequestFault::RequestTooLarge, "The header is too large.");
    }
    if (error) return refuse(400, RequestFault::RequestInvalid, "This is not valid HTTP.");
    if (const auto fault = checkHead(parser_->get(), request_)) {
      return refuse(fault->status, RequestFault::RequestInvalid, fault->message);
    }
    style_.version = parser_->get().version();
    style_.keepAlive = parser_->get().keep_alive();
    style_.headOnly = request_.method == "HEAD";
    const auto size = parser_->content_length();
    if ((request_.method == "POST" || request_.method == "PUT") && !size && !parser_->chunked()) {
      return refuse(411, RequestFault::LengthRequired, "The request has a body but no Content-Length.");
    }
    bodyLimit_ = server_.bodyLimit(request_.method, request_.path);
    if (size && *size > bodyLimit_) return refuseTooLarge();
    parser_->body_limit(bodyLimit_);
    parser_->eager(true);
    received_ = 0;
    enter(ConnectionPhase::Body, steady_clock::now());
    stream_.expires_after(server_.limits.body);
    if (!request_.header("expect").empty() && style_.version >= 11) return sendContinue();
    readBody();
  }

  void sendContinue() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(kContinue.data(), kContinue.size()),
                      then([](Connection& self, beast::error_code error, std::size_t) {
                        if (!error) self.readBody();
                      }));
  }

  void readBody() {
    if (parser_->is_done()) return onBody();
    http::async_read_some(
        stream_, buffer_, *parser_,
        then([](Connection& self, beast::error_code error, std::size_t size) { self.onPiece(error, size); }));
  }

  void onPiece(beast::error_code error, std::size_t size) {
    received_ += size;
    if (error == http::error::body_limit) return refuseTooLarge();
    if (error == http::error::buffer_overflow || received_ > kChunkOverhead * bodyLimit_ + kHeadLimit) {
      return refuse(413, RequestFault::RequestTooLarge, "The chunks or their trailer are too large.");
    }
    if (isHttpError(error) && error != http::error::partial_message) {
      return refuse(400, RequestFault::RequestInvalid, "The body cannot be read.");
    }
    if (error) return;
    readBody();
  }

  void onBody() {
    request_.body = std::move(parser_->get().body());
    request_.received = steady_clock::now();
    if (server_.extras.atOnce) {
      if (auto answer = server_.extras.atOnce(request_)) return write(std::move(*answer));
    }
    client_ = isProxy_ ? clientKey(request_.client) : std::string();
    lane_ = server_.extras.laneOf ? server_.extras.laneOf(request_) : Lane::Shop;
    if (!server_.beginWork(lane_, client_)) {
      server_.report(lane_, LaneEvent::Shed);
      Response busy = faultResponse(503, RequestFault::ServerUnavailable, "The server has too much to do.",
                                    "Try again in a moment.");
      busy.with("Retry-After", "5");
      return writeOwn(std::move(busy));
    }
    enter(ConnectionPhase::Working, steady_clock::now());
    stream_.expires_never();
    failed_ = false;
    // The connection must end on the thread that reads and writes it. So it holds itself, and the worker a pointer.
    self_ = shared_from_this();
    inLane_ = true;
    server_.report(lane_, LaneEvent::Queued);
    try {
      asio::post(server_.workersOf(lane_), [this] { work(); });
    } catch (...) {
      server_.report(lane_, LaneEvent::Started);
      server_.report(lane_, LaneEvent::Finished);
      server_.endWork(lane_, client_);
      self_.reset();
      throw;
    }
  }

  /** Runs on a worker. */
  void work() noexcept {
    server_.report(lane_, LaneEvent::Started);
    std::exception_ptr failure;
    try {
      const LogRequest scope(style_.request);
      if (server_.extras.isLater && server_.extras.isLater(request_)) return workLater();
      answer_ = server_.handle(request_);
    } catch (...) {
      failure = std::current_exception();
    }
    endWork(failure);
  }

  void workLater() {
    HttpServer::Parts& server = server_;  // this connection may be gone when the reply has been taken
    const Reply reply([this, &server](Response response, const std::exception_ptr& failure) noexcept {
      answer_ = std::move(response);
      endWork(failure);
      server.endLater();
    });
    server.beginLater();
    try {
      server.extras.handleLater(request_, reply);
    } catch (...) {
      reply.fail(std::current_exception());
    }
  }

  /** Hands the answer to the thread of the sockets. */
  void endWork(const std::exception_ptr& failure) noexcept {
    if (failure) {
      failed_ = true;
      const LogRequest scope(style_.request);
      logHandlerFailure(failure);
    }
    server_.report(lane_, LaneEvent::Finished);
    for (;;) {
      try {
        asio::post(server_.io, [this] { onAnswer(); });
        return;
      } catch (const std::bad_alloc&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));  // others free memory meanwhile
      }
    }
  }

  void onAnswer() {
    const std::shared_ptr<Connection> self = std::move(self_);
    server_.endWork(lane_, client_);
    guarded([this] {
      if (!failed_) return write(std::move(answer_));
      writeOwn(unableResponse());
    });
  }

  void refuseTooLarge() {
    refuse(413, RequestFault::RequestTooLarge,
           bodyLimit_ > 0 ? "The body may have " + std::to_string(bodyLimit_) + " bytes."
                          : "This request may have no body.");
  }

  /** Answers a request that was not read to its end, so the connection cannot go on. */
  void refuse(int status, RequestFault code, std::string_view message) {
    style_.keepAlive = false;
    style_.headOnly = false;
    writeOwn(faultResponse(status, code, message, "Correct the request and send it again."));
  }

  /** Writes an answer that no handler has made. */
  void writeOwn(Response response) {
    if (server_.extras.finish) server_.extras.finish(request_, response);
    write(std::move(response));
  }

  void write(Response response) {
    style_.keepAlive = style_.keepAlive && !server_.stopping;
    try {
      out_.emplace(std::move(response), style_);
    } catch (const std::runtime_error& error) {
      logError("an answer cannot be sent", error);
      out_.emplace(unableResponse(), style_);
    }
    reportAnswer();
    lastByte_ = steady_clock::now() + kWholeAnswerTime;
    writeSome();
  }

  void reportAnswer() {
    const bool wasInLane = std::exchange(inLane_, false);
    if (server_.extras.observer == nullptr) return;
    const bool isWhole = request_.received != steady_clock::time_point();
    server_.extras.observer->onAnswer(request_, wasInLane ? std::optional(lane_) : std::nullopt, out_->status(),
                                      isWhole ? steady_clock::now() - request_.received : std::chrono::nanoseconds(0));
  }

  void writeSome() {
    enter(ConnectionPhase::Writing, steady_clock::now());
    stream_.expires_after(server_.limits.answer);
    http::async_write_some(stream_, out_->serializer(),
                           then([](Connection& self, beast::error_code error, std::size_t) { self.onWritten(error); }));
  }

  void onWritten(beast::error_code error) {
    const bool done = out_->serializer().is_done();
    if (!error && !done) {
      if (steady_clock::now() < lastByte_) return writeSome();
      error = beast::error::timeout;
    }
    if (server_.accessLog) logAccess(error);
    const bool goesOn = !error && out_->keepAlive() && !server_.stopping;
    out_.reset();
    if (error) return;
    if (goesOn) return read();
    linger();
  }

  void logAccess(beast::error_code error) const {
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - began_).count();
    logWith(LogLevel::Info, error ? "request not taken" : "request",
            {{"method", request_.method},
             {"path", request_.path},
             {"status", out_->status()},
             {"bytes", out_->bodySize()},
             {"ms", took},
             {"client", request_.client},
             {"request", style_.request}});
  }

  void linger() {
    lingering_.emplace();
    lingering_->start(stream_, [self = shared_from_this()] {});
  }

  SocketStream stream_;
  HttpServer::Parts& server_;
  const std::string address_;
  const bool isProxy_;  ///< headers tell the client
  beast::flat_buffer buffer_{kBufferLimit};
  std::optional<http::request_parser<http::string_body>> parser_;
  std::size_t bodyLimit_ = 0;
  std::uint64_t received_ = 0;  ///< of the body, with sizes of chunks, extensions and trailers
  Request request_;
  OutgoingStyle style_;
  std::string client_;  ///< whose request this is, as limits count it; empty: not counted by client
  Lane lane_ = Lane::Shop;
  bool inLane_ = false;  ///< a worker has or had this request
  Response answer_;      ///< from the worker
  bool failed_ = false;  ///< the worker has no answer
  std::shared_ptr<Connection> self_;
  std::optional<Outgoing> out_;
  std::optional<Lingering> lingering_;
  steady_clock::time_point began_{};
  steady_clock::time_point lastByte_{};
};

}  // namespace

void startConnection(StreamSocket socket, HttpServer::Parts& server, const std::string& address) {
  std::make_shared<Connection>(std::move(socket), server, address)->read();
}

std::string peerKeyOf(const HttpServer::Parts& server, const std::string& address) {
  const bool isCountedElsewhere = address == kUnixPeer || server.trustProxy.trusts(address);
  return isCountedElsewhere ? std::string() : clientKey(address);
}

void stopConnection(ConnectionEntry& entry) { static_cast<Connection&>(entry).stop(); }

}  // namespace aftermint
