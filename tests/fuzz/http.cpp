#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>
#include <string_view>

#include "fuzz/doors.h"
#include "http/request_head.h"

namespace aftermint::fuzz {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;

constexpr std::uint32_t kHeaders = 16u << 10;
constexpr std::uint64_t kBody = 64u << 10;

/** What a connection would give to a route, or the status with which it refuses. */
struct HttpOutcome {
  int status = 0;  ///< 0: not read to its end; 200: to a route
  Request request;
  std::size_t used = 0;
};

/** Feeds at most `piece` further bytes at a time, as they would come from a socket. */
HttpOutcome readRequest(std::string_view bytes, std::size_t piece) {
  HttpOutcome out;
  http::request_parser<http::string_body> parser;
  parser.header_limit(kHeaders);
  parser.body_limit(kBody);
  std::size_t given = std::min(piece, bytes.size());
  bool isHead = true;
  while (!parser.is_done()) {
    beast::error_code error;
    const std::size_t used = parser.put(boost::asio::buffer(bytes.data() + out.used, given - out.used), error);
    out.used += used;
    if (error == http::error::need_more) error = {};
    if (error) {
      out.status = 400;
      return out;
    }
    if (isHead && parser.is_header_done()) {
      isHead = false;
      readFields(parser.get(), out.request);
      if (const auto fault = checkHead(parser.get(), out.request)) {
        out.status = fault->status;
        return out;
      }
      parser.eager(true);
      continue;
    }
    if (used > 0) continue;
    if (given == bytes.size()) return out;
    given = std::min(given + piece, bytes.size());
  }
  out.status = 200;
  out.request.body = parser.get().body();
  return out;
}

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }

/** What is wrong with a request that a route would get. */
std::string brokenRequest(const Request& request) {
  if (!request.path.starts_with('/')) return "a path does not begin with a slash";
  if (std::any_of(request.path.begin(), request.path.end(), isControl)) return "a path has a control character";
  for (const std::string_view bad : {"/../", "/./", "\\"}) {
    if ((request.path + "/").find(bad) != std::string::npos) return "a path has " + std::string(bad);
  }
  if (request.body.size() > kBody) return "a body is longer than its limit";
  for (const auto& [name, value] : request.headers) {
    if (std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return "a name in capitals";
    if (value.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) return "a value with a line end";
  }
  if (!request.header("transfer-encoding").empty() && !request.header("content-length").empty()) {
    return "a request with two lengths";
  }
  const std::string origin = originOf(request);
  if (std::any_of(origin.begin(), origin.end(), [](char c) { return isControl(c) || c == ' ' || c == '"'; })) {
    return "an origin has a character that a host cannot have";
  }
  for (const auto& [name, value] : parseForm(request.body)) {
    if (jsonString(name + value).size() < 2) return "a text without quotes";
  }
  return {};
}

}  // namespace

std::string fuzzHttp(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // A connection reads one request after the other.
  for (int requests = 0; requests < 4 && !bytes.empty(); ++requests) {
    const HttpOutcome whole = readRequest(bytes, bytes.size());
    if (whole.status == 200) {
      if (std::string broken = brokenRequest(whole.request); !broken.empty()) return broken;
    }
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}}) {
      const HttpOutcome pieces = readRequest(bytes, piece);
      // A fault may be found before the end of the head is there, so only what is read is compared.
      if ((whole.status == 200) != (pieces.status == 200))
        return "a request in pieces is refused, or only the whole one";
      if (whole.status != 200) continue;
      if (whole.used != pieces.used) return "a request in pieces ends elsewhere";
      const Request &a = whole.request, &b = pieces.request;
      if (a.method != b.method || a.path != b.path || a.query != b.query || a.headers != b.headers ||
          a.cookies != b.cookies || a.body != b.body) {
        return "a request in pieces is another one";
      }
    }
    if (whole.status != 200) break;
    bytes.remove_prefix(whole.used);
  }
  return {};
}

}  // namespace aftermint::fuzz
