/** @file A small HTTP client, for programs that speak to a server of ours. */
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace aftermint {

/** An address `http://HOST[:PORT][/PATH]`. */
struct HttpAddress {
  std::string host;
  std::string port = "80";
  std::string path;  ///< without a slash at its end; empty: the root

  /** Throws std::invalid_argument for another scheme, or an address without a host. There is no TLS. */
  explicit HttpAddress(const std::string& url);
};

/** One connection, which is opened at the first request and kept. Not safe for several threads. */
class HttpClient {
 public:
  /** `patience`: for a connection, and then for an answer. */
  explicit HttpClient(HttpAddress address, std::chrono::milliseconds patience = std::chrono::seconds(30));
  ~HttpClient();

  struct Answer {
    int status = 0;
    std::string body;
  };

  /**
   * Sends one POST and waits for the answer. A connection that the server has closed meanwhile is opened once more, so
   * the request may arrive twice. If this thread works on a trace (trace_context.h), `traceparent` names it.
   *
   * Throws std::runtime_error if the server cannot be reached or does not answer.
   *
   * @param path added to the address, with a leading slash
   */
  Answer post(const std::string& path, const std::string& contentType, const std::string& body,
              const std::vector<std::pair<std::string, std::string>>& headers = {});

  struct Connection;  ///< everything that needs Boost.Beast

 private:
  HttpAddress address_;
  std::chrono::milliseconds patience_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace aftermint
