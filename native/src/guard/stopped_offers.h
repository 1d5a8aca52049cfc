/** @file The table of offers that the guard stopped, and of who released them. */
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "aftermint/book.h"
#include "sqlite.h"

namespace aftermint {

/** One stop of an offer. Times are in ms since 1970, UTC. */
struct OfferStop {
  std::string offer;               ///< id
  std::string experiment, arm;     ///< ids, if the finding is about an arm; else empty
  std::string because;             ///< what the verdict rested on
  std::string figures = "[]";      ///< its figures, as a JSON array like that of a verdict
  Millis countedFrom = 0;          ///< only units assigned from then on were counted; 0: all
  Millis stopped = 0;              ///< when
  std::optional<Millis> released;  ///< absent: the offer is still stopped
  std::string releasedBy, why;     ///< by whom it was released, and for what reason; the reason may be empty
};

/**
 * The stops in a store's file; safe to call from several threads.
 *
 * A row is never deleted: it is the history of an offer. At most one stop of an offer is not released. All members
 * throw SQLite::Exception if the file fails.
 */
class StoppedOffers {
 public:
  /** Opens or creates the file and its table. Throws also StoreError, if a newer aftermint wrote it. */
  explicit StoppedOffers(const std::string& path);

  /** All stops that nobody released, oldest first. */
  [[nodiscard]] std::vector<OfferStop> open();

  /** When each offer was last released. */
  [[nodiscard]] std::map<std::string, Millis> releases();

  /** The last stop of an offer; none if it was never stopped. */
  [[nodiscard]] std::optional<OfferStop> last(const std::string& offer);

  /**
   * Stores a stop, which is not released. False if the offer is stopped already, or was released after
   * `stop.countedFrom`: then the finding rests on what the person who released it knew.
   */
  bool stop(const OfferStop& stop);

  /** Stores that a person released an offer; false if it is not stopped. */
  bool release(const std::string& offer, const std::string& by, const std::string& why, Millis now);

 private:
  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

/**
 * Whether a guard has used a file, which is only read: if not, it has no table of stops. Throws StoreError if the file
 * cannot be read.
 */
[[nodiscard]] bool hasStoppedOffers(const std::string& path);

/**
 * The stops that nobody released, oldest first, of a file that is only read; none if no guard has used it yet.
 *
 * Throws StoreError if the file cannot be read.
 */
[[nodiscard]] std::vector<OfferStop> readOpenStops(const std::string& path);

/** The command that releases an offer, to copy into a shell. */
[[nodiscard]] std::string releaseCommand(const std::string& offer, const std::string& storeUrl);

}  // namespace aftermint
