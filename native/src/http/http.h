/** @file A request and a response as plain data, so that routes are called without sockets. */
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aftermint/codes.h"

namespace aftermint {

using Fields = std::map<std::string, std::string, std::less<>>;

struct Request {
  std::string method = "GET";
  std::string path = "/";  ///< decoded, always with a leading slash
  Fields query;
  Fields headers;  ///< names in lower case
  Fields cookies;
  std::string body;
  std::string client;           ///< the client's address; from the proxy's header if a proxy is trusted
  std::string scheme = "http";  ///< `http` or `https`, as the client used it

  /** A header by its lower-case name; empty where absent. */
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string contentType = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  Response& with(std::string name, std::string value) &;
  Response&& with(std::string name, std::string value) &&;
  /** Removes all headers of a name. */
  void remove(std::string_view name);

  /** Sets a header and removes others with that name. */
  Response& replace(std::string_view name, std::string value);

  /** The value of a header set on it; empty where absent. */
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

inline constexpr std::size_t kFormLimit = 16u << 10;  ///< bytes of a form or a small JSON body

/** The origin that a request was sent to, `SCHEME://HOST`; empty without a Host header. */
[[nodiscard]] std::string originOf(const Request& request);

/**
 * A path of this server for the page that sent the request: unchanged for a page of this host, else an absolute URL.
 */
[[nodiscard]] std::string urlFor(const Request& request, const std::string& path);

/** 303 See Other: the answer to every form. */
[[nodiscard]] Response seeOther(std::string location);

/** A JSON answer that no cache keeps. */
[[nodiscard]] Response jsonResponse(int status, std::string body);

/** `{"ok":false,"error":{code,message,hint}}`. */
[[nodiscard]] Response faultResponse(int status, RequestFault code, std::string_view message, std::string_view hint);

/** Fills path and query from a request target; false for one that cannot be decoded or hides a path (`..`, NUL, `\`).
 */
[[nodiscard]] bool setTarget(Request& request, std::string_view target);

/** The fields of an `application/x-www-form-urlencoded` text; of a repeated name the last counts. */
[[nodiscard]] Fields parseForm(std::string_view text);

/** The cookies of a `Cookie` header. */
[[nodiscard]] Fields parseCookies(std::string_view header);

/** Whether a media type header names that type, parameters aside. */
[[nodiscard]] bool isMediaType(std::string_view header, std::string_view type);

/** A text as a JSON string, quotes included; invalid UTF-8 becomes U+FFFD. */
[[nodiscard]] std::string jsonString(std::string_view text);

}  // namespace aftermint
