/** @file The interface of an event store, and what is counted in it. */
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "events/known_books.h"
#include "events/left_out.h"
#include "events/store_counts.h"
#include "events/sums.h"
#include "sqlite.h"

namespace aftermint {

/**
 * The type of an event of a page that is stored but never counts: no query of a store asks for it. The real type is in
 * its JSON, and it has no key.
 */
inline constexpr std::string_view kClaimType = "claim";

/** One event for a store: the CloudEvent as JSON, and the members of it that queries use. Times are in ms. */
struct Event {
  std::string source;
  std::string id;
  std::string type;     ///< without `aftermint.`; or `kClaimType`
  std::string key;      ///< the business key: equal for two reports of one thing; empty: none
  Millis time = 0;      ///< when it happened, by its writer's clock
  Millis received = 0;  ///< by the server's clock
  std::string offer;
  std::string placement;
  std::string order;
  std::string visitor;
  std::optional<Minor> amount;
  std::string currency;
  std::string json;      ///< the whole CloudEvent
  bool trusted = false;  ///< written by the shop's own server; all others are claims of a page
};

/** What servers have written of one order. Amounts are in minor units. */
struct OrderMoney {
  bool isPlaced = false;  ///< whether there is an `order` event
  Minor amount = 0;       ///< of that event
  Minor gross = 0;        ///< with what was accepted after payment
  Minor refunded = 0;
  std::string currency;                 ///< of the `order` event
  std::vector<std::string> refundKeys;  ///< business keys of the refunds
};

/** What waits on disk because the store cannot be reached (spooled_store.h). */
struct SpoolState {
  std::uint64_t bytes = 0;
  Millis since = 0;    ///< when the store was reached last, as far as this process knows; wall clock
  std::string reason;  ///< of the last failure; empty: it takes what waits now
};

/** A batch with an event that the store will never take, though it works. A repeat of the batch fails again. */
class UnstorableEvent : public StoreError {
 public:
  using StoreError::StoreError;
};

/** Gets null when a batch is on disk, else why it is not. */
using AppendDone = std::function<void(std::exception_ptr failure)>;

/**
 * Keeps events; safe to call from several threads.
 *
 * An event that is there already (same source and id, or same type and business key) is ignored without an error. But
 * an event of the server replaces a page's event of the same type and key.
 */
class Store {
 public:
  virtual ~Store() = default;

  /**
   * Returns when every event is on disk. Events of the shop's server come before those of pages that wait. Throws
   * StoreError, also if too many events of pages wait; then some or none are stored, and a retry is safe.
   * UnstorableEvent: a retry is useless.
   */
  virtual void append(std::vector<Event> events) = 0;

  /**
   * As `append`, but calls `done` with the outcome, once, from any thread; `done` must neither throw nor wait. A
   * store that can overrides this, so that batches wait for the disk together, without a thread for each.
   */
  virtual void appendThen(std::vector<Event> events, AppendDone done) {
    std::exception_ptr failure;
    try {
      append(std::move(events));
    } catch (...) {
      failure = std::current_exception();
    }
    done(failure);
  }

  /**
   * What was counted in total, without arms.
   *
   * Once the shop's server has written an order here, only its events count for orders, accepts, undos and money. Until
   * then, those of pages count. Exposures and declines of pages count in any case. Throws StoreError.
   */
  [[nodiscard]] virtual StoreCounts counts() = 0;

  /** How many events have a `source` that begins with this; with an empty text all. Throws StoreError. */
  [[nodiscard]] virtual std::int64_t countFrom(std::string_view source) = 0;

  /** Deletes every event whose `source` begins with this text, which is not empty. Returns how many. Throws StoreError.
   */
  virtual std::int64_t dropFrom(std::string_view source) = 0;

  /**
   * What became of the units that were assigned to an arm: one row for each slice, arm, week of the assignment and kind
   * of buyer, in that order.
   *
   * Once the shop's server has written an order, only events of servers count for orders, accepts and money; until then
   * those of pages do. An order counts for one unit: the visitor it names, if that visitor was assigned; else the first
   * unit whose assignment names the order. It counts if it was paid in the window, and also if the assignment names it
   * and it was paid before, as it is with offers after payment. Accepts, undos and refunds count with their order.
   *
   * Once the shop's server has written an order, an assignment after payment (placements `post_purchase` and
   * `thank_you`) counts only for the unit that its order counts for. So an order that does not exist makes no visitor,
   * and one that does makes one. Throws StoreError.
   */
  [[nodiscard]] virtual std::vector<ArmSums> sums(const SumsQuery& query) = 0;

  /**
   * For each experiment and arm, the arms of other experiments to which its units had been assigned before. Units in
   * the holdout are left out, as they are in the holdout of every experiment. Only `now` of the query is used. Throws
   * StoreError.
   */
  [[nodiscard]] virtual std::vector<EarlierSums> earlier(const SumsQuery& query) = 0;

  /** What servers have written of an order: nothing of an unknown one. Throws StoreError. */
  [[nodiscard]] virtual OrderMoney orderMoney(std::string_view order) = 0;

  /** The currency of the newest order, else of any event (ISO 4217); empty if no event has one. Throws StoreError. */
  [[nodiscard]] virtual std::string currency() = 0;

  /**
   * Remembers a book that is served from now on, and returns what is known of all books. A store that cannot remember
   * knows the given one alone. Throws StoreError.
   */
  virtual KnownBooks rememberBook(const BookRules& book, Millis now);

  /** Adds to the counts of the day of `now`, UTC. A store that cannot keep them drops them. Throws StoreError. */
  virtual void countLeftOut(std::span<const LeftOutCount> counts, Millis now);

  /**
   * What was left out on the days from that of `from` on, by reason in the order of the codes. `OrderUnknown` is
   * counted in the assignments from `from` on, as they are now. Throws StoreError.
   */
  [[nodiscard]] virtual std::vector<LeftOutCount> leftOut(Millis from);

  /**
   * Deletes the events of pages that were received before a time, with their assignments, in small steps between which
   * others write. Those that name one of these offers stay, and so does what the shop's server wrote.
   *
   * Ends early if the token says so. Returns how many were deleted. Throws StoreError, also if the store cannot do it.
   */
  virtual std::int64_t dropPageEvents(Millis before, const std::vector<std::string>& keptOffers, std::stop_token stop);

  /** The time since which no event of a page was deleted for its age; 0: none ever was. Throws StoreError. */
  [[nodiscard]] virtual Millis completeSince();

  /** Throws StoreError if the store does not answer. */
  virtual void ping() = 0;
  /** What waits on disk; none if nothing does. */
  [[nodiscard]] virtual std::optional<SpoolState> spooled() { return std::nullopt; }
  /** Writes something harmless. Throws StoreError if that fails. A store that cannot try it only answers `ping`. */
  virtual void probeWrite() { ping(); }
};

/**
 * Opens `sqlite:PATH`, `sqlite::memory:` or `clickhouse://USER:PASSWORD@HOST:PORT/DATABASE` and creates missing tables.
 * Throws StoreError, also for another URL; no message has the password.
 */
[[nodiscard]] std::unique_ptr<Store> openStore(const std::string& url);

/**
 * Opens an existing store only to read it: nothing is created or changed, and `append` throws StoreError.
 *
 * Throws StoreError if there is no such store, if it is not one, or if another version of aftermint wrote it.
 */
[[nodiscard]] std::unique_ptr<Store> openStoreReadOnly(const std::string& url);

/** The URL for messages and pages: without the password. */
[[nodiscard]] std::string storeForDisplay(const std::string& url);

}  // namespace aftermint
