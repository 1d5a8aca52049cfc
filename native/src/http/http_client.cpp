#include <utility>  // before Beast 1.74, which uses std::exchange without it

#include "http/http_client.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <stdexcept>

#include "trace_context.h"

namespace aftermint {

HttpAddress::HttpAddress(const std::string& url) {
  constexpr std::string_view kScheme = "http://";
  if (!url.starts_with(kScheme)) throw std::invalid_argument("\"" + url + "\" does not begin with http://");
  std::string rest = url.substr(kScheme.size());
  if (const std::size_t slash = rest.find('/'); slash != std::string::npos) {
    path = rest.substr(slash);
    rest.resize(slash);
    while (path.ends_with('/')) path.pop_back();
  }
  const std::size_t colon = rest.rfind(':');
  if (colon != std::string::npos && rest.find(']', colon) == std::string::npos) {
    port = rest.substr(colon + 1);
    rest.resize(colon);
  }
  host = rest.starts_with('[') && rest.ends_with(']') ? rest.substr(1, rest.size() - 2) : rest;
  if (host.empty() || port.empty()) throw std::invalid_argument("\"" + url + "\" names no host");
}

struct HttpClient::Connection {
  boost::asio::io_context context;
  boost::beast::tcp_stream stream{context};
  boost::beast::flat_buffer buffer;

  /** Runs what was started on the stream, and gives its error. */
  boost::beast::error_code wait(const boost::beast::error_code& error) {
    context.restart();
    context.run();
    return error;
  }
};

HttpClient::HttpClient(HttpAddress address, std::chrono::milliseconds patience)
    : address_(std::move(address)), patience_(patience) {}

HttpClient::~HttpClient() = default;

HttpClient::Answer HttpClient::post(const std::string& path, const std::string& contentType, const std::string& body,
                                    const std::vector<std::pair<std::string, std::string>>& headers) {
  namespace http = boost::beast::http;
  http::request<http::string_body> request(http::verb::post, address_.path + path, 11);
  request.set(http::field::host, address_.port == "80" ? address_.host : address_.host + ":" + address_.port);
  request.set(http::field::content_type, contentType);
  if (const TraceContext* trace = currentTrace(); trace != nullptr) request.set("traceparent", trace->header());
  for (const auto& [name, value] : headers) request.set(name, value);
  request.body() = body;
  request.prepare_payload();
  const std::string where = "http://" + address_.host + ":" + address_.port;
  for (;;) {
    const bool isFresh = connection_ == nullptr;
    boost::beast::error_code error;
    const auto done = [&error](boost::beast::error_code code, auto&&...) { error = code; };
    if (isFresh) {
      connection_ = std::make_unique<Connection>();
      boost::asio::ip::tcp::resolver resolver(connection_->context);
      const auto places = resolver.resolve(address_.host, address_.port, error);
      if (error) throw std::runtime_error(where + " cannot be found: " + error.message());
      connection_->stream.expires_after(patience_);
      connection_->stream.async_connect(places, done);
      if (connection_->wait(error)) {
        connection_.reset();
        throw std::runtime_error(where + " cannot be reached: " + error.message());
      }
    }
    http::response<http::string_body> response;
    connection_->stream.expires_after(patience_);
    http::async_write(connection_->stream, request, done);
    if (!connection_->wait(error)) {
      http::async_read(connection_->stream, connection_->buffer, response, done);
      connection_->wait(error);
    }
    if (!error) {
      const Answer answer{static_cast<int>(response.result_int()), std::move(response.body())};
      if (!response.keep_alive()) connection_.reset();
      return answer;
    }
    connection_.reset();
    if (isFresh) throw std::runtime_error(where + " did not answer: " + error.message());
  }
}

}  // namespace aftermint
