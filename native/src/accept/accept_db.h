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
 * A change and its event are written in one transaction, the event into a table of waiting events (events/outbox.h).
 * `relay` hands it to the event store, at least once; the store drops repeats. All members throw SQLite::Exception if
 * the file fails, and those that read accepts throw StoreError for a state that is not in AcceptState.
 */
class AcceptDb {
 public:
  /** Opens or creates the file and its tables. */
  explicit AcceptDb(const std::string& path);

  /** The value of a setting. If it is not set yet, stores `initial` and returns it. */
  std::string setting(const std::string& name, const std::string& initial);

  /** The accept with that idempotency key; none if there is no such accept. */
  std::optional<AcceptRecord> accept(const std::string& key);
  /** The one accept of an order that is not `declined` or `refunded`: while it exists, the order takes no other. */
  std::optional<AcceptRecord> liveAccept(const std::string& order);
  /** All accepts of an order, oldest first. */
  std::vector<AcceptRecord> acceptsOf(const std::string& order);

  /** Stores the intent to charge; false if the key is used already, or the order has a live accept. */
  bool begin(const AcceptRecord& record);
  /** Sets state, charge id and reason, if the accept is still in the state `from.state`; if not, does nothing. */
  void move(const AcceptRecord& from, AcceptState to, const std::string& charge, const std::string& reason);
  /** Deletes an accept in state `charging`; in any other state it stays. */
  void drop(const std::string& key);
  /** Stores an accept as accepted, with its receipt and its event; false if that was done before. */
  bool commit(const AcceptRecord& record, Millis now, const std::string& receiptHash, const Event& event);
  /** Stores an accept in state `undoing` as undone, with its event; false if that was done before. */
  bool commitUndo(const std::string& key, const Event& event);

  /** The keys of accepts in state charging, processing, requires_action or undoing: of all orders, or of one. */
  std::vector<std::string> unsettled();
  std::vector<std::string> unsettled(const std::string& order);

  /** Hands up to 1,000 waiting events to the event store. Throws StoreError; then they keep waiting. */
  void relay(Store& store);

  /** Throws if the file cannot be read. */
  void ping();

 private:
  std::optional<AcceptRecord> read(const char* sql, const std::string& by);
  std::vector<std::string> keys(SQLite::Statement& rows);

  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

}  // namespace aftermint
