#include "events/event_feed.h"

#include "events/event_schema.h"

namespace aftermint {
namespace {

const std::string& requireFile(const std::string& path) {
  if (path == ":memory:") throw StoreError("a feed of events needs a store in a file");
  return path;
}

}  // namespace

EventFeed::EventFeed(const std::string& path) : db_(requireFile(path), {kEventPart, kFeedPart}) {
  db_.setRank(WriteRank::Events);
  db_.run("INSERT INTO event_feed_readers (name) VALUES ('kafka') ON CONFLICT DO NOTHING");
}

std::vector<FeedEvent> EventFeed::next(std::size_t most) {
  const std::lock_guard lock(mutex_);
  std::vector<FeedEvent> events;
  SQLite::Statement& rows = db_.query(
      "SELECT f.seq AS place, coalesce(e.received, 0) AS received, coalesce(e.order_id, '') AS order_id, "
      "coalesce(e.visitor, '') AS visitor, coalesce(e.json, '') AS json FROM event_feed f LEFT JOIN events e "
      "ON e.seq = f.event ORDER BY f.seq LIMIT ?",
      static_cast<std::int64_t>(most));
  while (rows.executeStep()) {
    events.push_back({rows.getColumn("place").getInt64(), rows.getColumn("received").getInt64(),
                      rows.getColumn("order_id").getString(), rows.getColumn("visitor").getString(),
                      rows.getColumn("json").getString()});
  }
  rows.reset();
  return events;
}

void EventFeed::done(std::int64_t last) {
  const std::lock_guard lock(mutex_);
  db_.run("DELETE FROM event_feed WHERE seq <= ?", last);
}

FeedLag EventFeed::lag() {
  const std::lock_guard lock(mutex_);
  FeedLag lag;
  SQLite::Statement& row = db_.query(
      "SELECT coalesce(max(seq) - min(seq) + 1, 0) AS events, coalesce((SELECT e.received FROM event_feed f JOIN "
      "events "
      "e ON e.seq = f.event ORDER BY f.seq LIMIT 1), 0) AS oldest FROM event_feed");
  if (row.executeStep()) {
    lag.events = row.getColumn("events").getInt64();
    lag.oldest = row.getColumn("oldest").getInt64();
  }
  row.reset();
  return lag;
}

std::int64_t EventFeed::waitingIn(const std::string& path) {
  if (path == ":memory:") return 0;
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  if (!db.tableExists("event_feed")) return 0;
  return db.execAndGet("SELECT count(*) FROM event_feed").getInt64();
}

}  // namespace aftermint
