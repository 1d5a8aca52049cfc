/** @file Accepts, their receipts and their events in SQLite. */
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accept/accept_types.h"
#include "events/outbox.h"
#include "events/store.h"
#include "sqlite.h"

namespace aftermint {

class AcceptDb;

/** Between two questions to the provider about an accept that expired. */
inline constexpr Millis kPostponeMillis = 600'000;

/** A lease on an accept that this process holds: while the object lives, `AcceptDb::renewLeases` renews it. */
class Lease {
 public:
  Lease() = default;  ///< holds nothing
  Lease(AcceptDb& db, std::string key) : db_(&db), key_(std::move(key)) {}
  Lease(Lease&& other) noexcept : db_(std::exchange(other.db_, nullptr)), key_(std::move(other.key_)) {}
  Lease& operator=(Lease&&) = delete;
  ~Lease();

  /** Whether the lease was taken. False: another process works on the accept, or it is settled. */
  explicit operator bool() const { return db_ != nullptr; }

  /** Ends the lease at once, unless another object of this process holds it. Throws SQLite::Exception. */
  void giveBack();

 private:
  AcceptDb* db_ = nullptr;
  std::string key_;
};

/** The accepts in one state. */
struct UnsettledState {
  AcceptState state = AcceptState::Charging;
  std::int64_t accepts = 0;
  Millis oldest = 0;  ///< when the oldest of them was made
};

/** What an accept was when something was to be stored in it. */
enum class Stored {
  Now,     ///< it was open, and the change is stored
  Before,  ///< it is accepted, being undone or undone, so it has its charge
  Closed,  ///< it is declined, expired, in review, or its charge is paid back: nothing is stored
  Gone     ///< there is no such accept
};

/**
 * What the accept endpoint keeps; safe to call from several threads.
 *
 * A change and its event are written in one transaction, the event into a table of waiting events (events/outbox.h).
 * `relay` hands it to the event store, at least once; the store drops repeats. Each object is one owner of leases: one
 * process has one. An accept is never deleted. All members throw SQLite::Exception if the file fails, and those that
 * read accepts throw StoreError for a state that is not in AcceptState.
 */
class AcceptDb {
 public:
  /** Opens or creates the file and its tables. */
  explicit AcceptDb(const std::string& path);

  /** The value of a setting. If it is not set yet, stores `initial` and returns it. */
  std::string setting(const std::string& name, const std::string& initial);
  /** The value of a setting; none if it is not set. */
  std::optional<std::string> findSetting(const std::string& name);
  /**
   * Deletes a setting, also from the file's free pages: if it was set, the file is written anew. If another program
   * uses the file, that fails and is logged: a copy may then stay in a free page.
   */
  void eraseSetting(const std::string& name);
  /** Sets a setting. */
  void set(const std::string& name, const std::string& value);

  /** What every idempotency key of this store's charges begins with; random, so no other store uses it. */
  [[nodiscard]] const std::string& chargePrefix() const { return chargePrefix_; }

  /** The accept with that idempotency key; none if there is no such accept. */
  std::optional<AcceptRecord> accept(const std::string& key);
  /** The accept whose charge has that key at the provider; none if there is no such accept. */
  std::optional<AcceptRecord> acceptOfCharge(const std::string& chargeKey);
  /** The one accept of an order for which money is or may be kept: while it exists, the order takes no other. */
  std::optional<AcceptRecord> liveAccept(const std::string& order);
  /** All accepts of an order, oldest first. */
  std::vector<AcceptRecord> acceptsOf(const std::string& order);

  /**
   * Stores the intent to charge, with a lease of this process that starts at `now`; false if the key is used already,
   * or the order has a live accept. Sets `record.chargeKey`.
   */
  bool begin(AcceptRecord& record, Millis now);
  /** Stores an accept again whose row is gone, with its charge; false as `begin`. */
  bool restore(const AcceptRecord& record, Millis now);

  /**
   * Takes the lease of an unsettled accept, or keeps it if this process has it. Another process can take it once it has
   * run out. A `chargeUntil` after the stored one replaces it.
   */
  [[nodiscard]] Lease lease(const std::string& key, Millis now, Millis chargeUntil = 0);
  /** Renews the leases of all live Lease objects of this database. */
  void renewLeases(Millis now);

  /** Sets state, charge id and reason; false, and nothing is set, if the accept is not in the state `from.state`. */
  bool move(const AcceptRecord& from, AcceptState to, const std::string& charge, const std::string& reason);
  /** Closes an accept that has no charge and is past `chargeUntil`, if this process has its lease; else false. */
  bool expire(const std::string& key, Millis now, const std::string& reason);
  /** Closes an accept that has no charge, whatever its time, if this process has its lease; else false. */
  bool closeUncharged(const std::string& key, const std::string& reason);
  /** Stores in an open accept that it was charged: from then on it cannot expire. */
  Stored storeCharge(const std::string& key, const std::string& charge);
  /** Stores an open accept as accepted, with its receipt and its event. */
  Stored commit(const AcceptRecord& record, Millis now, const std::string& receiptHash, const Event& event);
  /**
   * Stores the intent to pay back a charge for which nothing was added. If the accept is gone, it is stored again, as
   * `refunding`. Changes nothing if it is accepted, undone, or paid back already.
   */
  void startRefund(const AcceptRecord& record, const std::string& charge, const std::string& reason);
  /** Stores an accept in state `undoing` as undone, with its event; false if that was done before. */
  bool commitUndo(const std::string& key, const Event& event);

  /** The keys of accepts in state charging, processing, requires_action, undoing or refunding: of all, or one order. */
  std::vector<std::string> unsettled();
  std::vector<std::string> unsettled(const std::string& order);
  /** How many accepts are in each of these states, and when the oldest of each was made; without states of none. */
  std::vector<UnsettledState> unsettledStates();
  /** Of `unsettled`, those whose lease has run out, oldest first. */
  std::vector<std::string> idle(Millis now);
  /** The keys of accepts made since then that expired or are in review, and are not postponed. */
  std::vector<std::string> expiredSince(Millis since, Millis now);
  /** Leaves such an accept out of `expiredSince` for kPostponeMillis. */
  void postpone(const std::string& key, Millis now);

  /** Hands up to 1,000 waiting events to the event store. Throws StoreError; then they keep waiting. */
  void relay(Store& store);

  /** Throws if the file cannot be read. */
  void ping();

 private:
  friend class Lease;
  std::optional<AcceptRecord> read(const char* sql, const std::string& by);
  std::vector<std::string> keys(SQLite::Statement& rows);
  bool insert(const AcceptRecord& record, AcceptState state, Millis leaseUntil);
  Stored storedAs(const std::string& key);
  /** Forgets one Lease object; true if it was the last one of its key. `mutex_` must be locked. */
  bool release(const std::string& key);

  std::mutex mutex_;  ///< guards db_ and held_
  Sqlite db_;
  std::string owner_;                ///< of the leases: random
  std::map<std::string, int> held_;  ///< keys of live Lease objects, and how many each has
  std::string chargePrefix_;
};

/** The provider's idempotency key of an accept. */
[[nodiscard]] std::string chargeKeyOf(const AcceptRecord& record);

}  // namespace aftermint
