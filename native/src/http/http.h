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
  /** The value of a header set on it; empty where absent. */
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

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
