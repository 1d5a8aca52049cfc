/** @file The events of Stripe that were received and wait to be handled, in SQLite. */
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "pay/stripe_notice.h"
#include "sqlite.h"

namespace aftermint {

/** A notice that waits. */
struct WaitingNotice {
  StripeNotice notice;
  Millis received = 0;  ///< the first time
  int tries = 0;        ///< after which it still waits
};

/**
 * Keeps notices until they are handled, and their ids for kKeepHandledMillis, so that a repeat of Stripe does nothing.
 * Safe for several threads and processes. All members throw SQLite::Exception if the file fails.
 */
class StripeInbox {
 public:
  /** Opens or creates the table. Throws StoreError if a newer aftermint wrote it. */
  explicit StripeInbox(const std::string& path);

  /** Stores a notice for good; false if its event was received before. */
  bool put(const StripeNotice& notice, Millis now);
  /** What is to be handled now, oldest first: 100 at most. Throws StoreError for a row that cannot be read. */
  [[nodiscard]] std::vector<WaitingNotice> due(Millis now);
  /** Marks an event as handled; what it said is forgotten, its id is not. */
  void finish(const std::string& event);
  /** Leaves an event out of `due` until then, after one more try. */
  void postpone(const std::string& event, Millis until);
  /** Forgets handled events that were received before that time. */
  void dropHandled(Millis before);
  /** How many events wait. */
  [[nodiscard]] std::int64_t waiting();
  /** When the oldest event that waits was received; none if none waits. */
  [[nodiscard]] std::optional<Millis> oldestWaiting();

 private:
  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

/** How long the id of a handled event is kept: Stripe repeats for three days, and by hand for thirty. */
inline constexpr Millis kKeepHandledMillis = Millis{31} * 24 * 3'600'000;

}  // namespace aftermint
