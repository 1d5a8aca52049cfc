/** @file ClickHouse's HTTP interface: statements, inserts, retries. It knows no table of ours. */
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/curl_client.h"
#include "sqlite.h"

namespace aftermint {

/**
 * An address `clickhouse://[USER[:PASSWORD]@]HOST[:PORT][/DATABASE]`, or `clickhouses://…` for TLS. User, password and
 * database may be `%`-coded.
 */
struct ClickHouseAddress {
  bool isSecure = false;  ///< over TLS
  std::string user, password;
  std::string host;           ///< an IPv6 address with its brackets
  std::uint16_t port = 8123;  ///< with TLS 8443 if the URL has none
  std::string database = "default";

  /** Throws StoreError for another URL; the message does not hold the password. */
  explicit ClickHouseAddress(const std::string& url);

  /** For messages: `ClickHouse at HOST:PORT`. */
  [[nodiscard]] std::string name() const;
};

/** Whether the URL is one of ClickHouse. */
[[nodiscard]] bool isClickHouseUrl(std::string_view url);

/** How long a client waits, and how much it takes. */
struct ClickHouseLimits {
  std::chrono::milliseconds connect{5'000};    ///< until a connection is open
  std::chrono::milliseconds answer{20'000};    ///< for one short statement or insert
  std::chrono::milliseconds reading{300'000};  ///< for one statement of a reading; the engine stops then, too
  std::chrono::milliseconds total{20'000};     ///< for a statement with all its retries
  std::size_t bytes = 64U << 20U;              ///< of one answer
};

/** What one statement needs besides its text. */
struct ClickHouseCall {
  std::string session;  ///< name of the session, which has the temporary tables; empty: none
  bool isReading = false;
  bool isRepeatable = true;  ///< whether it may be sent again after a fault of the connection
  std::vector<std::pair<std::string, std::string>> settings = {};
};

/** Rows of texts. */
using ClickHouseRows = std::vector<std::vector<std::string>>;

/**
 * Sends statements to one server; safe to call from several threads.
 *
 * A fault that may pass (no connection, a time-out, too many queries or parts) is tried again, with pauses that double
 * from 50 ms to 2 s and vary, until `total` is over. Every other error is final. All members throw StoreError, with the
 * server's message; the message has neither the password nor the statement's data.
 */
class ClickHouseClient {
 public:
  explicit ClickHouseClient(ClickHouseAddress address, ClickHouseLimits limits = {});

  /** Runs a statement that gives no rows. */
  void run(const std::string& sql, const ClickHouseCall& call = {});
  /** All rows of a SELECT without a FORMAT. */
  [[nodiscard]] ClickHouseRows rows(const std::string& sql, const ClickHouseCall& call = {});
  /** The same row by row, however many there are. It is not repeated. `take` may throw. */
  void eachRow(const std::string& sql, ClickHouseCall call,
               const std::function<void(const std::vector<std::string>&)>& take);
  /** The only value of a SELECT. */
  [[nodiscard]] std::string value(const std::string& sql, const ClickHouseCall& call = {});
  /** Sends data in the format that the INSERT names. When it returns, the engine has all of it. */
  void insert(const std::string& sql, const std::string& data, const ClickHouseCall& call = {});

  [[nodiscard]] const ClickHouseAddress& address() const { return address_; }

 private:
  struct Attempt;
  struct Outcome;
  [[nodiscard]] std::string urlOf(const std::string& insert, const ClickHouseCall& call) const;
  Outcome tryOnce(const Attempt& attempt);
  std::string perform(const std::string& insert, const std::string& body, const ClickHouseCall& call);

  ClickHouseAddress address_;
  ClickHouseLimits limits_;
  CurlClient client_;
};

/** A text as a literal of ClickHouse's SQL. */
[[nodiscard]] std::string clickHouseText(std::string_view text);

/** An id between back quotes. */
[[nodiscard]] std::string clickHouseName(std::string_view name);

}  // namespace aftermint
