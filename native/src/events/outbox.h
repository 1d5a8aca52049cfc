/**
 * @file The outbox: a table in the database of a change. An event is written there in the transaction of its change,
 * and handed to the event store afterwards, so that no event is lost or invented.
 */
#pragma once

#include <array>
#include <mutex>

#include "events/store.h"
#include "sqlite.h"

namespace aftermint {

inline constexpr const char* kOutboxSchema = R"sql(
CREATE TABLE event_outbox (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  source    TEXT NOT NULL,
  id        TEXT NOT NULL,
  type      TEXT NOT NULL,
  key       TEXT NOT NULL,
  time      INTEGER NOT NULL,
  offer     TEXT NOT NULL,
  placement TEXT NOT NULL,
  order_id  TEXT NOT NULL,
  visitor   TEXT NOT NULL,
  amount    INTEGER,
  currency  TEXT NOT NULL,
  json      TEXT NOT NULL
);
)sql";

inline constexpr std::array kOutboxSteps = {kOutboxSchema};
/** The outbox as a part of a database. */
inline constexpr SqlitePart kOutboxPart{"outbox", kOutboxSteps};

/** Puts an event of the server into the outbox, in the open transaction of its change. Throws SQLite::Exception. */
void leaveEvent(Sqlite& db, const Event& event);

/**
 * Hands the oldest 1,000 waiting events to the event store, and deletes them when they are stored. After a crash in
 * between they are handed over again, and the store drops repeats.
 *
 * `mutex` guards `db`; it is not held while the store writes. Throws StoreError (then the events keep waiting) and
 * SQLite::Exception.
 */
void relayOutbox(std::mutex& mutex, Sqlite& db, Store& store);

}  // namespace aftermint
