// A ClickHouse server for tests: Debian's `clickhouse-server` as a child process with its own folder and ports.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace aftermint::testing {

/** Whether a test can start a server. */
[[nodiscard]] bool canStartClickHouse();

/** A TCP port of 127.0.0.1 that is free now. */
[[nodiscard]] std::uint16_t freeTcpPort();

/** One server of its own; it ends with the object, and with this process. */
class ClickHouseServer {
 public:
  /** `shards`: TCP ports of servers for the cluster `shards`. Throws std::runtime_error if it does not start. */
  explicit ClickHouseServer(const std::vector<std::uint16_t>& shards = {});
  ~ClickHouseServer();
  ClickHouseServer(const ClickHouseServer&) = delete;
  ClickHouseServer& operator=(const ClickHouseServer&) = delete;

  void start();
  /** As after a power cut of the process: SIGKILL. */
  void kill();
  void pause() const { ::kill(process_, SIGSTOP); }
  void resume() const { ::kill(process_, SIGCONT); }

  [[nodiscard]] std::string url(const std::string& database) const;
  [[nodiscard]] std::uint16_t tcpPort() const { return tcp_; }

 private:
  [[nodiscard]] bool answers() const;

  std::string folder_;  ///< with a slash at its end
  std::uint16_t http_, tcp_, interserver_;
  pid_t process_ = -1;
};

/**
 * The URL of a database that no other test has, on a server for all tests of this process. The variable
 * AFTERMINT_TEST_CLICKHOUSE (`clickhouse://HOST:PORT`) names one for all processes. Nothing if there is neither: then
 * the test must be skipped with `kNoClickHouse`.
 */
[[nodiscard]] std::string freshClickHouse();

/** Deletes a database that `freshClickHouse` gave. */
void dropClickHouse(const std::string& url);

inline constexpr const char* kNoClickHouse =
    "SKIPPED: clickhouse-server is not installed, so that the ClickHouse store is NOT tested. Run `npm run setup`.";

}  // namespace aftermint::testing
