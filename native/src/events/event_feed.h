/** @file What a reader of events, such as the Kafka sink, has not sent on yet. */
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "aftermint/book.h"
#include "sqlite.h"

namespace aftermint {

/**
 * The feed: a row for each event that is stored while there is a reader, written by a trigger in the event's own
 * transaction. `seq` is never used twice. (The number of an event is, after a server's event has replaced the last
 * one.)
 */
inline constexpr const char* kFeedSchema = R"sql(
CREATE TABLE event_feed (
  seq   INTEGER PRIMARY KEY AUTOINCREMENT,
  event INTEGER NOT NULL
);
CREATE TABLE event_feed_readers (
  name TEXT PRIMARY KEY
);
CREATE TRIGGER event_feed_insert AFTER INSERT ON events WHEN EXISTS (SELECT 1 FROM event_feed_readers)
BEGIN
  INSERT INTO event_feed (event) VALUES (NEW.seq);
END;
)sql";
inline constexpr std::array kFeedSteps = {kFeedSchema};
inline constexpr SqlitePart kFeedPart{"feed", kFeedSteps};

/** An event that waits in the feed. */
struct FeedEvent {
  std::int64_t seq = 0;  ///< its place in the feed
  Millis received = 0;   ///< when the server got it
  std::string order;
  std::string visitor;
  std::string json;  ///< the CloudEvent; empty: it is gone
};

/** What waits. */
struct FeedLag {
  std::int64_t events = 0;  ///< at most; events that are gone meanwhile count
  Millis oldest = 0;        ///< when the server got the oldest; 0 if none waits
};

/**
 * The feed of a store for one reader; safe to call from several threads. All members throw SQLite::Exception.
 */
class EventFeed {
 public:
  /**
   * Opens the feed of an SQLite store. From the first time on, every event that any process stores there waits in it.
   *
   * Throws StoreError for a store in memory, or one of a newer version.
   */
  explicit EventFeed(const std::string& path);

  /** The oldest events that wait. One that was erased or replaced meanwhile has an empty `json`. */
  [[nodiscard]] std::vector<FeedEvent> next(std::size_t most);
  /** Takes the events up to this place out of the feed. */
  void done(std::int64_t last);
  [[nodiscard]] FeedLag lag();

  /** How many events wait in a store that has no reader now; 0 if there is no feed. */
  [[nodiscard]] static std::int64_t waitingIn(const std::string& path);

 private:
  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

}  // namespace aftermint
