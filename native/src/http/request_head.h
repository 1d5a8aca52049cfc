/** @file The head of a request as RFC 9112 wants it. Includes Boost.Beast, so only http's .cpp files include it. */
#pragma once

#include <utility>  // before Beast 1.74, which uses std::exchange without it

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <string_view>

#include "http/http.h"

namespace aftermint {

/** Why a head is refused. */
struct HeadFault {
  int status;
  std::string_view message;
};

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

/** Beast's text as ours. */
[[nodiscard]] inline std::string_view viewOf(boost::beast::string_view text) { return {text.data(), text.size()}; }

/**
 * Takes method, headers and cookies from what Beast has read so far. Values of one name are joined with a comma
 * (cookies: a semicolon).
 */
void readFields(const BeastRequest& from, Request& to);

/**
 * Checks what Beast does not, and sets path, query and host from the target. Call it before the body is read, so that a
 * trailer is never taken for a header.
 *
 * 400 for a target that is no URL, one with bytes that a URL may not have, a host that is missing, wrong or there
 * twice; for Transfer-Encoding with Content-Length, in HTTP/1.0, or not ending with one `chunked`. 501 for another
 * coding before `chunked`, 417 for another expectation than `100-continue`. A target `http://HOST/PATH` is taken for
 * `/PATH` of that host.
 */
[[nodiscard]] std::optional<HeadFault> checkHead(const BeastRequest& from, Request& to);

}  // namespace aftermint
