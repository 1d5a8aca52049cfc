/** @file Whose turn it is to write to an SQLite file. */
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace aftermint {

/** How urgent a write is. */
enum class WriteRank : std::uint8_t {
  Shop,    ///< orders, payments and accepts: a shopper waits for it
  Events,  ///< everything that is only counted later
};

/**
 * Lets the connections of this process write to one file in turn: those of the shop first, each rank in order of
 * arrival.
 *
 * With SQLite alone, connections poll for the lock, and chance decides which one gets it. Under a flood of
 * events a purchase then waits for seconds. Other processes know nothing of the gate; for them SQLite's lock remains.
 */
class WriteGate {
 public:
  /** The gate of a file, the same for all its connections. A database in memory has one of its own. */
  [[nodiscard]] static std::shared_ptr<WriteGate> of(const std::string& path);

  /** Waits for its turn. After 16 turns of the shop in a row, one of the events is let through. */
  void enter(WriteRank rank);
  void leave();

  /** How many wait for their turn. */
  [[nodiscard]] std::size_t waiting();

 private:
  struct Line {
    std::uint64_t arrived = 0, served = 0;
    [[nodiscard]] bool isEmpty() const { return arrived == served; }
  };
  [[nodiscard]] bool isTurnOf(WriteRank rank, std::uint64_t ticket) const;

  std::mutex mutex_;
  std::condition_variable turn_;
  std::array<Line, 2> lines_;  ///< by WriteRank
  int inARow_ = 0;             ///< turns of the shop while events wait
  bool isTaken_ = false;
};

/** Holds a gate while it lives. */
class WriteTurn {
 public:
  WriteTurn(WriteGate& gate, WriteRank rank) : gate_(gate) { gate_.enter(rank); }
  ~WriteTurn() { gate_.leave(); }
  WriteTurn(const WriteTurn&) = delete;
  WriteTurn& operator=(const WriteTurn&) = delete;

 private:
  WriteGate& gate_;
};

}  // namespace aftermint
