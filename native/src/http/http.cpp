#include "http/http.h"

#include <algorithm>
#include <cctype>

#include "json.h"
#include "text.h"

namespace aftermint {
namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/** Percent-decodes; none for a broken escape. `plus` makes '+' a blank, as forms do. */
std::optional<std::string> decodePercent(std::string_view text, bool plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hexDigit(text[i + 1]), low = hexDigit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += plus && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

/** Calls `take` with every piece between separators. */
template <class Take>
void split(std::string_view text, char separator, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool hidesPath(std::string_view path) {
  if (path.empty() || path.front() != '/') return true;
  const auto isBad = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f' || c == '\\'; };
  if (std::any_of(path.begin(), path.end(), isBad)) return true;
  bool hidden = false;
  split(path.substr(1), '/', [&](std::string_view piece) { hidden = hidden || piece == "." || piece == ".."; });
  return hidden;
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Response& Response::with(std::string name, std::string value) & {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response&& Response::with(std::string name, std::string value) && {
  headers.emplace_back(std::move(name), std::move(value));
  return std::move(*this);
}

std::string_view Response::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

void Response::remove(std::string_view name) {
  headers.erase(std::remove_if(headers.begin(), headers.end(), [&](const auto& each) { return each.first == name; }),
                headers.end());
}

Response& Response::replace(std::string_view name, std::string value) {
  remove(name);
  return with(std::string(name), std::move(value));
}

void Response::vary(std::string_view name) {
  for (auto& [key, value] : headers) {
    if (key != "Vary") continue;
    if (value.find(name) == std::string::npos) value.append(", ").append(name);
    return;
  }
  with("Vary", std::string(name));
}

void Response::share(std::shared_ptr<const std::string> text, std::size_t first, std::size_t size) {
  shared = std::move(text);
  sharedPart = std::string_view(*shared).substr(first, size);
  body.clear();
}

std::string originOf(const Request& request) {
  const std::string_view host = request.header("host");
  return host.empty() ? std::string() : request.scheme + "://" + std::string(host);
}

std::string urlFor(const Request& request, const std::string& path) {
  const std::string own = originOf(request);
  const std::string_view page = request.header("origin");
  // Hosts alone are compared: behind a proxy that is not trusted the scheme may be another than the page's.
  const std::size_t scheme = page.find("://");
  const std::string_view host = scheme == std::string_view::npos ? page : page.substr(scheme + 3);
  return own.empty() || page.empty() || host == request.header("host") ? path : own + path;
}

Response seeOther(std::string location) {
  Response response;
  response.status = 303;
  response.with("Location", std::move(location)).with("Cache-Control", "no-store");
  return response;
}

Response jsonResponse(int status, std::string body) {
  Response response;
  response.status = status;
  response.contentType = "application/json";
  response.body = std::move(body);
  response.with("Cache-Control", "no-store");
  return response;
}

Response faultResponse(int status, RequestFault code, std::string_view message, std::string_view hint) {
  return jsonResponse(status, "{\"ok\":false,\"error\":{\"code\":" + jsonString(toString(code)) +
                                  ",\"message\":" + jsonString(message) + ",\"hint\":" + jsonString(hint) + "}}");
}

bool setTarget(Request& request, std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::size_t mark = target.find('?');
  const auto path = decodePercent(target.substr(0, mark), false);
  if (!path || hidesPath(*path)) return false;
  request.path = *path;
  request.query = mark == std::string_view::npos ? Fields() : parseForm(target.substr(mark + 1));
  return true;
}

Fields parseForm(std::string_view text) {
  Fields fields;
  split(text, '&', [&](std::string_view pair) {
    const std::size_t mark = pair.find('=');
    const auto name = decodePercent(pair.substr(0, mark), true);
    const auto value =
        mark == std::string_view::npos ? std::optional<std::string>("") : decodePercent(pair.substr(mark + 1), true);
    if (name && value && !name->empty()) fields[*name] = *value;
  });
  return fields;
}

Fields parseCookies(std::string_view header) {
  Fields cookies;
  split(header, ';', [&](std::string_view pair) {
    const std::size_t mark = pair.find('=');
    if (mark == std::string_view::npos) return;
    cookies.emplace(std::string(trimmed(pair.substr(0, mark))), std::string(trimmed(pair.substr(mark + 1))));
  });
  return cookies;
}

bool isMediaType(std::string_view header, std::string_view type) {
  const std::string_view named = trimmed(header.substr(0, header.find(';')));
  return std::equal(named.begin(), named.end(), type.begin(), type.end(), [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  });
}

std::string jsonString(std::string_view text) { return compact(Json(std::string(text))); }

}  // namespace aftermint
