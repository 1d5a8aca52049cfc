/** @file Which connections are open, and which of them has to make room. */
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace aftermint {

/** What a connection does. */
enum class ConnectionPhase {
  Idle,     ///< it waits for a request, and nothing of one has come
  Head,     ///< a request line and headers are coming
  Body,     ///< a body is coming
  Working,  ///< a handler makes the answer
  Writing,  ///< the answer goes out
};

/** One connection as the table sees it. */
class ConnectionEntry {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit ConnectionEntry(std::string client) : peer_(std::move(client)) {}
  virtual ~ConnectionEntry() = default;
  ConnectionEntry(const ConnectionEntry&) = delete;
  ConnectionEntry& operator=(const ConnectionEntry&) = delete;

  /** Closes the socket at once. The table has forgotten the entry by then. */
  virtual void evict() = 0;

  void enter(ConnectionPhase phase, Time now) {
    phase_ = phase;
    since_ = now;
  }
  [[nodiscard]] ConnectionPhase phase() const { return phase_; }
  [[nodiscard]] Time since() const { return since_; }
  [[nodiscard]] const std::string& peer() const { return peer_; }

 private:
  ConnectionPhase phase_ = ConnectionPhase::Idle;
  Time since_{};
  std::string peer_;
};

/**
 * The open connections, in total and by client. Not thread-safe.
 *
 * If there is no room, the connection goes that has waited for its client the longest: first those that wait for a
 * request, then those that wait for the rest of one or for their answer to be read. One whose handler works stays.
 */
class ConnectionTable {
 public:
  /** `byClient` 0: no limit by client. */
  ConnectionTable(std::size_t total, std::size_t byClient) : total_(total), byClient_(byClient) {}

  /**
   * Makes room for one more connection of that client; an empty text is counted in total alone. False if every
   * connection in question works.
   */
  [[nodiscard]] bool makeRoom(const std::string& peer);
  /** Evicts the connection that has waited the longest. False if there is none. */
  bool evictOne() { return evictOf(nullptr); }

  void add(ConnectionEntry& entry);
  /** Does nothing if the entry is not in the table, as after an eviction. */
  void remove(ConnectionEntry& entry);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const std::unordered_set<ConnectionEntry*>& entries() const { return entries_; }

 private:
  bool evictOf(const std::string* peer);

  std::size_t total_;
  std::size_t byClient_;
  std::unordered_set<ConnectionEntry*> entries_;
  std::unordered_map<std::string, std::size_t> clients_;
};

/**
 * What counts as one client: an IPv4 address, or the first 64 bits of an IPv6 address, because a single machine has all
 * addresses of such a network. The text itself if it is not an address.
 */
[[nodiscard]] std::string clientKey(std::string_view address);

}  // namespace aftermint
