#include "http/request_head.h"

#include <algorithm>
#include <vector>

#include "text.h"

namespace aftermint {
namespace {

using boost::beast::http::field;

constexpr HeadFault kBadTarget{400, "The address is not valid."};
constexpr HeadFault kBadHost{400, "The Host header is not valid."};

/** A host and port without white space, user name or path. An empty one is allowed. */
bool isHost(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return isAsciiLetter(c) || isDigit(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
  });
}

/** Whether every byte may be in a request target (RFC 9112, 3.2). */
bool isTarget(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

std::vector<std::string_view> valuesOf(const BeastRequest& from, field name) {
  std::vector<std::string_view> values;
  const auto range = from.equal_range(name);
  for (auto each = range.first; each != range.second; ++each) values.push_back(viewOf(each->value()));
  return values;
}

std::optional<HeadFault> checkCoding(const BeastRequest& from) {
  std::vector<std::string> codings;
  for (std::string_view value : valuesOf(from, field::transfer_encoding)) {
    while (true) {
      const std::size_t comma = value.find(',');
      codings.push_back(lowered(trimmed(value.substr(0, comma))));
      if (comma == std::string_view::npos) break;
      value.remove_prefix(comma + 1);
    }
  }
  if (codings.empty()) return std::nullopt;
  if (from.version() < 11) return HeadFault{400, "HTTP/1.0 has no Transfer-Encoding."};
  if (from.find(field::content_length) != from.end()) {
    return HeadFault{400, "Transfer-Encoding and Content-Length exclude each other."};
  }
  if (codings.back() != "chunked" || std::count(codings.begin(), codings.end(), "chunked") > 1) {
    return HeadFault{400, "Transfer-Encoding does not end with one \"chunked\"."};
  }
  if (codings.size() > 1) return HeadFault{501, "No other Transfer-Encoding than \"chunked\" is known here."};
  return std::nullopt;
}

/** `http://HOST/PATH` as host and path. None if it has no such form. */
std::optional<std::pair<std::string_view, std::string_view>> splitAbsolute(std::string_view target) {
  const std::string scheme = lowered(target.substr(0, 8));
  const std::size_t start = scheme == "https://" ? 8 : scheme.starts_with("http://") ? 7 : 0;
  if (start == 0) return std::nullopt;
  target.remove_prefix(start);
  const std::size_t end = std::min(target.find_first_of("/?#"), target.size());
  return std::pair(target.substr(0, end), target.substr(end));
}

}  // namespace

void readFields(const BeastRequest& from, Request& to) {
  to.method = std::string(viewOf(from.method_string()));
  for (const auto& each : from) {
    std::string& value = to.headers[lowered(viewOf(each.name_string()))];
    if (!value.empty()) value += each.name() == field::cookie ? "; " : ", ";
    value.append(each.value().data(), each.value().size());
  }
  to.cookies = parseCookies(to.header("cookie"));
}

std::optional<HeadFault> checkHead(const BeastRequest& from, Request& to) {
  std::string_view target = viewOf(from.target());
  if (!isTarget(target)) return kBadTarget;
  const std::vector<std::string_view> hosts = valuesOf(from, field::host);
  if (hosts.empty() && from.version() >= 11) return HeadFault{400, "The Host header is missing."};
  if (hosts.size() > 1) return HeadFault{400, "The Host header is there twice."};
  if (!hosts.empty() && !isHost(hosts.front())) return kBadHost;
  std::string path;
  if (const auto absolute = splitAbsolute(target)) {
    if (absolute->first.empty() || !isHost(absolute->first)) return kBadTarget;
    to.headers["host"] = std::string(absolute->first);  // it counts instead of the header (RFC 9112, 3.2.2)
    path = absolute->second.starts_with('/') ? std::string(absolute->second) : "/" + std::string(absolute->second);
    target = path;
  }
  if (!setTarget(to, target)) return kBadTarget;
  if (auto fault = checkCoding(from)) return fault;
  for (const std::string_view expected : valuesOf(from, field::expect)) {
    if (lowered(expected) != "100-continue") return HeadFault{417, "Only 100-continue can be expected."};
  }
  return std::nullopt;
}

}  // namespace aftermint
