#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "events/sqlite_store.h"
#include "json.h"

namespace aftermint {
namespace {

constexpr int kKnownBooks = 10;
constexpr std::int64_t kDropStep = 1'000;            // rows that one step looks at
constexpr std::chrono::milliseconds kDropPause{20};  // after each, for others to write

constexpr const char* kRememberOffer =
    "INSERT INTO served_offers (offer, placement) VALUES (?, ?) ON CONFLICT DO NOTHING";
constexpr const char* kRememberRules =
    "INSERT INTO served_rules (json, served) VALUES (?, ?) ON CONFLICT DO UPDATE SET served = excluded.served";
constexpr const char* kForgetRules =
    "DELETE FROM served_rules WHERE json NOT IN (SELECT json FROM served_rules ORDER BY served DESC, json LIMIT ?)";
constexpr const char* kKnownOffers = "SELECT offer, placement FROM served_offers ORDER BY offer, placement";
constexpr const char* kKnownRules = "SELECT json FROM served_rules ORDER BY json = ? DESC, served DESC, json";

constexpr const char* kCountLeftOut =
    "INSERT INTO left_out (day, reason, events) VALUES (?, ?, ?) "
    "ON CONFLICT DO UPDATE SET events = events + excluded.events";
constexpr const char* kLeftOut = "SELECT reason, sum(events) AS events FROM left_out WHERE day >= ? GROUP BY reason";
// `type IN` as in the index events_money, so that it is used.
constexpr const char* kOrdersUnknown = R"sql(
SELECT count(*) FROM assignments AS a
WHERE experiment = '' AND placement IN ('post_purchase', 'thank_you') AND time >= ?
  AND EXISTS (SELECT 1 FROM events WHERE type = 'order' AND trusted = 1)
  AND NOT EXISTS (
    SELECT 1 FROM events AS e
    WHERE e.order_id = a.order_id AND e.type IN ('order', 'accept', 'undo', 'refund') AND e.trusted = 1
      AND a.order_id <> '')
)sql";

constexpr const char* kMarkSince =
    "INSERT INTO page_events_since (id, since) VALUES (1, ?) "
    "ON CONFLICT DO UPDATE SET since = max(since, excluded.since)";
constexpr const char* kSince = "SELECT since FROM page_events_since";
// The last row that a step looks at; the index has `received` and the row's number.
constexpr const char* kDropUntil = R"sql(
SELECT received, seq FROM events
WHERE trusted = 0 AND received < ?1 AND (received, seq) > (?2, ?3)
ORDER BY received, seq LIMIT ?4
)sql";
constexpr const char* kDropRows = R"sql(
DELETE FROM events
WHERE trusted = 0 AND (received, seq) > (?1, ?2) AND (received, seq) <= (?3, ?4)
  AND (offer = '' OR offer NOT IN (SELECT value FROM json_each(?5)))
)sql";

[[noreturn]] void failed(const char* what, const SQLite::Exception& error) {
  throw StoreError(std::string("the event store cannot ") + what + ": " + error.what());
}

}  // namespace

KnownBooks SqliteStore::rememberBook(const BookRules& book, Millis now) {
  try {
    const std::lock_guard lock(database_);
    {
      WriteTransaction transaction(db_);
      for (const OfferPlace& place : book.places) db_.run(kRememberOffer, place.offer, place.placement);
      db_.run(kRememberRules, book.assignment, now);
      db_.run(kForgetRules, kKnownBooks);
      transaction.commit();
    }
    KnownBooks known;
    SQLite::Statement& offers = db_.query(kKnownOffers);
    while (offers.executeStep())
      known.places.push_back({offers.getColumn(0).getString(), offers.getColumn(1).getString()});
    offers.reset();
    SQLite::Statement& rules = db_.query(kKnownRules, book.assignment);
    while (rules.executeStep()) known.assignment.push_back(rules.getColumn(0).getString());
    rules.reset();
    return known;
  } catch (const SQLite::Exception& error) {
    failed("remember the book", error);
  }
}

void SqliteStore::countLeftOut(std::span<const LeftOutCount> counts, Millis now) {
  try {
    const std::lock_guard lock(database_);
    WriteTransaction transaction(db_);
    for (const LeftOutCount& each : counts) {
      db_.run(kCountLeftOut, now / kDayMillis * kDayMillis, toString(each.reason), each.events);
    }
    transaction.commit();
  } catch (const SQLite::Exception& error) {
    failed("write", error);
  }
}

std::vector<LeftOutCount> SqliteStore::leftOut(Millis from) {
  try {
    std::map<LeftOut, std::int64_t> counts;
    const std::lock_guard lock(reader_ ? reading_ : database_);
    Sqlite& db = reader_ ? *reader_ : db_;
    SQLite::Statement& rows = db.query(kLeftOut, from / kDayMillis * kDayMillis);
    while (rows.executeStep()) {
      // A reason that this version does not know was written by another one.
      const auto reason = parse<LeftOut>(rows.getColumn("reason").getString());
      if (reason) counts[*reason] = rows.getColumn("events").getInt64();
    }
    rows.reset();
    SQLite::Statement& unknown = db.query(kOrdersUnknown, from);
    unknown.executeStep();
    if (const std::int64_t assignments = unknown.getColumn(0).getInt64(); assignments > 0) {
      counts[LeftOut::OrderUnknown] = assignments;
    }
    unknown.reset();
    std::vector<LeftOutCount> all;
    for (const auto& [reason, events] : counts) all.push_back({reason, events});
    return all;
  } catch (const SQLite::Exception& error) {
    failed("be read", error);
  }
}

std::int64_t SqliteStore::dropPageEvents(Millis before, const std::vector<std::string>& keptOffers,
                                         std::stop_token stop) {
  const std::string kept = compact(Json(keptOffers));
  std::int64_t dropped = 0;
  Millis received = std::numeric_limits<Millis>::min();
  std::int64_t seq = 0;
  try {
    for (;;) {
      {
        const std::lock_guard lock(database_);
        SQLite::Statement& rows = db_.query(kDropUntil, before, received, seq, kDropStep);
        std::int64_t found = 0;
        Millis lastReceived = 0;
        std::int64_t lastSeq = 0;
        for (; rows.executeStep(); ++found) {
          lastReceived = rows.getColumn(0).getInt64();
          lastSeq = rows.getColumn(1).getInt64();
        }
        rows.reset();
        if (found == 0) return dropped;
        WriteTransaction transaction(db_);
        const int rowsDropped = db_.run(kDropRows, received, seq, lastReceived, lastSeq, kept);
        if (rowsDropped > 0) db_.run(kMarkSince, before);
        dropped += rowsDropped;
        transaction.commit();
        received = lastReceived;
        seq = lastSeq;
        if (found < kDropStep) return dropped;
      }
      if (stop.stop_requested()) return dropped;
      std::this_thread::sleep_for(kDropPause);
    }
  } catch (const SQLite::Exception& error) {
    failed("delete old events", error);
  }
}

Millis SqliteStore::completeSince() {
  try {
    const std::lock_guard lock(database_);
    SQLite::Statement& row = db_.query(kSince);
    const Millis since = row.executeStep() ? row.getColumn(0).getInt64() : 0;
    row.reset();
    return since;
  } catch (const SQLite::Exception& error) {
    failed("be read", error);
  }
}

}  // namespace aftermint
