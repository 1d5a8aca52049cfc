/** @file The events that wait for the one thread that writes them. */
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <vector>

#include "events/store.h"

namespace aftermint {

/** The events of one request. They are stored together, or none of them. */
struct WaitingEvents {
  std::vector<Event> events;
  AppendDone done;                       ///< to be called with `failure`, by the thread that took the batch
  std::exception_ptr failure = nullptr;  ///< null: stored
};

/**
 * Two lines of batches: those of the shop's server come before those of pages, which are refused while too many wait.
 * Any thread may add; one thread takes.
 */
class EventQueue {
 public:
  /** `mostTaken`: how many events `take` returns at most, except for one larger batch. */
  explicit EventQueue(std::size_t mostTaken) : mostTaken_(mostTaken) {}

  /**
   * Adds a batch. Calls `done` at once if it is empty, or with a StoreError if too many events of pages wait. A batch
   * of any size is taken if no other event of a page waits.
   */
  void add(std::vector<Event> events, AppendDone done);
  /** Waits for batches and returns the next ones in order. Empty: the queue is closed and nothing is left. */
  [[nodiscard]] std::vector<WaitingEvents> take();
  /** Lets `take` end when everything was taken. */
  void close();
  /** How many batches wait. */
  [[nodiscard]] std::size_t size();

 private:
  const std::size_t mostTaken_;
  std::mutex mutex_;  ///< guards the members below
  std::condition_variable changed_;
  std::deque<WaitingEvents> fromServer_, fromPages_;
  std::size_t pageEvents_ = 0;  ///< in fromPages_
  bool isClosed_ = false;
};

/** Calls `store.appendThen` and waits for its end. Throws what it failed with. */
void appendAndWait(Store& store, std::vector<Event> events);

}  // namespace aftermint
