/** @file The guard of a server: takes harmful offers out of the served book until a person brings them back. */
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "aftermint/index.h"
#include "book/served_book.h"
#include "clock.h"
#include "events/store.h"
#include "guard/stopped_offers.h"

namespace aftermint {

/** What a guard works with; it owns none of it, and all must outlive it. */
struct GuardParts {
  Store& store;
  const IndexedBook& book;
  ServedBook& served;
  Clock clock;
  std::string path;  ///< of the SQLite file with the table of stops
};

/**
 * Looks for harm in rounds, on a thread of its own, so that no request waits for a report.
 *
 * The stops are in the store's file: they survive a restart, and `aftermint release` ends them while the server runs.
 * An offer that was released is stopped again only by units that were assigned after the release (guard/harm.h).
 * `isStopped` and `stopped` are safe to call from several threads.
 */
class Guard {
 public:
  /** Stops the offers that the file names. Throws SQLite::Exception and StoreError if it cannot be used. */
  explicit Guard(GuardParts parts);
  /** Ends the thread after the round that is under way. */
  ~Guard();
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  /** Starts rounds: one at once, then one `interval` after the end of the last. A failure is logged; the next round
   * tries again. */
  void start(std::chrono::milliseconds interval);

  /** One round: takes over releases, makes the reports, stops what does harm. Throws SQLite::Exception, StoreError. */
  void check();

  /** Whether an offer is stopped now. */
  [[nodiscard]] bool isStopped(std::string_view offer) const;

  /** The stops as of now, oldest first. */
  [[nodiscard]] std::vector<OfferStop> stopped() const;

 private:
  void run(std::chrono::milliseconds interval);
  /** Reads the stops from the file and serves the book without these offers. */
  void takeOver();

  GuardParts parts_;
  StoppedOffers table_;

  mutable std::mutex mutex_;  ///< guards stopped_ and isEnding_
  std::shared_ptr<const std::vector<OfferStop>> stopped_;
  bool isEnding_ = false;
  std::condition_variable wake_;
  std::thread thread_;
};

}  // namespace aftermint
