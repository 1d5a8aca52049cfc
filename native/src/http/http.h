/** @file A request and a response as plain data, so that tests can call routes without sockets. */
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/codes.h"

namespace aftermint {

/** Texts by name. */
using Fields = std::map<std::string, std::string, std::less<>>;

/** An HTTP request. */
struct Request {
  std::string method = "GET";
  std::string path = "/";  ///< decoded, always with a leading slash
  Fields query;
  Fields headers;  ///< names in lower case
  Fields cookies;
  std::string body;
  std::string client;           ///< the client's address; from the proxy's header if a proxy is trusted
  std::string scheme = "http";  ///< `http` or `https`, as the client used it
  std::string id;               ///< of the request: `X-Request-Id`, or random; empty outside a server
  std::chrono::steady_clock::time_point received{};  ///< when the whole request was there

  /** A header by its lower-case name; empty if absent. */
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/** An HTTP response. */
struct Response {
  int status = 200;
  std::string contentType = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::shared_ptr<const std::string> shared;  ///< a text that several answers send; if set, `body` is empty
  std::string_view sharedPart;                ///< what of `shared` is sent

  /** What is sent: `body`, or the part of a shared text. */
  [[nodiscard]] std::string_view content() const { return shared ? sharedPart : std::string_view(body); }
  /** Sends `text`, or `size` bytes of it from `first` on, without a copy. */
  void share(std::shared_ptr<const std::string> text, std::size_t first = 0, std::size_t size = std::string::npos);

  /** Adds a header, also if there is one with that name. */
  Response& with(std::string name, std::string value) &;
  Response&& with(std::string name, std::string value) &&;
  /** Removes all headers of a name. */
  void remove(std::string_view name);

  /** Sets a header and removes others with that name. */
  Response& replace(std::string_view name, std::string value);

  /** Adds a name to the header `Vary`, once. */
  void vary(std::string_view name);

  /** The value of a header, by its exact name; empty if absent. */
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

inline constexpr std::size_t kFormLimit = 16u << 10;  ///< bytes of a form or a small JSON body

/** The origin that a request was sent to, `SCHEME://HOST`; empty without a Host header. */
[[nodiscard]] std::string originOf(const Request& request);

/**
 * A path of this server as a link for the page that sent the request: unchanged if the page is of the same host, else
 * an absolute URL.
 */
[[nodiscard]] std::string urlFor(const Request& request, const std::string& path);

/** 303 See Other, the answer to a form: the browser then loads `location` with GET. */
[[nodiscard]] Response seeOther(std::string location);

/** A JSON answer with `Cache-Control: no-store`. */
[[nodiscard]] Response jsonResponse(int status, std::string body);

/** `{"ok":false,"error":{code,message,hint}}`. */
[[nodiscard]] Response faultResponse(int status, RequestFault code, std::string_view message, std::string_view hint);

/**
 * Sets path and query from a request target; false for a wrong escape, and for a path with `.`, `..`, `\` or a control
 * character.
 */
[[nodiscard]] bool setTarget(Request& request, std::string_view target);

/**
 * The fields of an `application/x-www-form-urlencoded` text. The last of a repeated name counts; fields with a wrong
 * escape are left out.
 */
[[nodiscard]] Fields parseForm(std::string_view text);

/** The cookies of a `Cookie` header; the first of a repeated name counts. */
[[nodiscard]] Fields parseCookies(std::string_view header);

/** Whether a `Content-Type` header has that type; parameters and case do not matter. */
[[nodiscard]] bool isMediaType(std::string_view header, std::string_view type);

/** A text as a JSON string, quotes included; invalid UTF-8 becomes U+FFFD. */
[[nodiscard]] std::string jsonString(std::string_view text);

}  // namespace aftermint
