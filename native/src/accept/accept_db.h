/** @file Accepts, their receipts and their events in SQLite. */
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "accept/accept_types.h"
#include "events/outbox.h"
#include "events/store.h"
#include "sqlite.h"

namespace aftermint {

/**
 * What the accept endpoint keeps; safe to call from several threads.
 *
 * A change and its event are written in one transaction, the event to an outbox. `relay` hands it to the event
 * store, at least once; the store drops repeats. All members throw SQLite::Exception when the file fails.
 */
class AcceptDb {
 public:
  explicit AcceptDb(const std::string& path);

  /** The value of a setting; `initial` where it has none, which is then kept. */
  std::string setting(const std::string& name, const std::string& initial);

  std::optional<AcceptRecord> accept(const std::string& key);
  /** The accept that holds an order, whatever its key: charged, being charged, or taken back. */
  std::optional<AcceptRecord> liveAccept(const std::string& order);
  /** All accepts of an order, oldest first. */
  std::vector<AcceptRecord> acceptsOf(const std::string& order);

  /** Stores the intent to charge; false where the key is taken or another accept holds the order. */
  bool begin(const AcceptRecord& record);
  /** Moves an accept on from the state it was read in; nothing happens where another thread moved it first. */
  void move(const AcceptRecord& from, AcceptState to, const std::string& charge, const std::string& reason);
  /** Deletes an accept whose charge was never made; one further on stays. */
  void drop(const std::string& key);
  /** Stores an accept as accepted, with its receipt and its event; false where that was done before. */
  bool commit(const AcceptRecord& record, Millis now, const std::string& receiptHash, const Event& event);
  /** Stores an accept as undone, with its event; false where that was done before. */
  bool commitUndo(const std::string& key, const Event& event);

  /** The keys of accepts that are not at an end: of all orders, or of one. */
  std::vector<std::string> unsettled();
  std::vector<std::string> unsettled(const std::string& order);

  /** Hands waiting events to the event store. Throws StoreError; then they keep waiting. */
  void relay(Store& store);

  void ping();

 private:
  std::optional<AcceptRecord> read(const char* sql, const std::string& by);
  std::vector<std::string> keys(SQLite::Statement& rows);

  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

}  // namespace aftermint
