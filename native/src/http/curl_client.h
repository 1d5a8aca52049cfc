/** @file Requests by libcurl to servers of others: TLS, kept connections, answers of any size. */
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace aftermint {

/** One request. What it points to must live until `send` returns. */
struct CurlRequest {
  std::string url;                                         ///< `http://…` or `https://…`
  const std::string* body = nullptr;                       ///< of a POST; null: a GET
  std::vector<std::string> headers = {};                   ///< lines `Name: value`
  std::string user = {}, password = {};                    ///< of Basic authentication; both empty: none
  bool isDirect = false;                                   ///< not through a proxy that the environment names
  std::chrono::milliseconds connect{5'000};                ///< for a connection
  std::chrono::milliseconds whole{20'000};                 ///< for the whole request
  std::size_t most = 8U << 20U;                            ///< bytes of the answer's body
  std::function<void(std::string_view part)> stream = {};  ///< takes the body of a 200 in parts; it may throw
};

/** The answer to a request. `body` is empty if `stream` took it. */
struct CurlAnswer {
  int status = 0;
  std::string body;
};

/** There is no usable answer. The message is libcurl's: it names the host, but has no header, password or body. */
class CurlFailure : public std::runtime_error {
 public:
  CurlFailure(const std::string& message, bool maySucceedLater)
      : std::runtime_error(message), maySucceedLater_(maySucceedLater) {}
  /** Whether the same request may succeed later. It may not with a wrong certificate or an answer that is too long. */
  [[nodiscard]] bool maySucceedLater() const { return maySucceedLater_; }

 private:
  bool maySucceedLater_;
};

/**
 * Sends requests, each once, and keeps connections open for the next ones. It follows no redirect. Of a server with TLS
 * it verifies the certificate and its name. Safe to call from several threads.
 *
 * The authorities that it trusts are those of the system, or of the file that the variable SSL_CERT_FILE names.
 */
class CurlClient {
 public:
  /** Throws std::runtime_error if libcurl cannot start. */
  CurlClient();
  ~CurlClient();
  CurlClient(const CurlClient&) = delete;
  CurlClient& operator=(const CurlClient&) = delete;

  /** Throws CurlFailure if there is no usable answer, and what `stream` throws. */
  [[nodiscard]] CurlAnswer send(const CurlRequest& request) const;

 private:
  class Lease;

  std::string authorities_;          ///< a file; empty: those of the system
  mutable std::mutex mutex_;         ///< guards idle_
  mutable std::vector<void*> idle_;  ///< handles of libcurl with open connections
};

/** A text as part of a URL's query or of a form: all but letters, digits and `-_.` as `%XX`. */
[[nodiscard]] std::string percentCoded(std::string_view text);

}  // namespace aftermint
