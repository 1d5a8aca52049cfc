/** @file The interface of an event store, and the sums behind a Reading. */
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aftermint/reading.h"
#include "sqlite.h"

namespace aftermint {

/** One event for a store: a CloudEvent, and its members that are queried. */
struct Event {
  std::string source;
  std::string id;
  std::string type;  ///< without `aftermint.`
  std::string key;   ///< the business key; none where empty
  Millis time = 0;
  Millis received = 0;
  std::string offer;
  std::string placement;
  std::string order;
  std::string visitor;
  std::optional<Minor> amount;
  std::string currency;
  std::string json;      ///< the whole CloudEvent
  bool trusted = false;  ///< written by the shop's own server; all others are claims of a page
};

/**
 * Keeps events; safe to call from several threads.
 *
 * A repeat (same source and id, or same type and business key) is accepted and stored once. An event of the server
 * replaces a page's event of the same type and key, never the other way round.
 */
class Store {
 public:
  virtual ~Store() = default;

  /** Returns when every event is durably stored. Throws StoreError; then some or none may be stored. */
  virtual void append(std::vector<Event> events) = 0;

  /**
   * The sums behind a Reading.
   *
   * As soon as the shop's server has written an order here, only its events count for orders, accepts, undos and
   * money. In a store with events of pages only, these count. Throws StoreError.
   */
  [[nodiscard]] virtual StoreCounts counts() = 0;

  /** Throws StoreError where the store does not answer. */
  virtual void ping() = 0;
};

/** Opens `sqlite:PATH` or `sqlite::memory:` and creates missing tables. Throws StoreError, also for another URL. */
[[nodiscard]] std::unique_ptr<Store> openStore(const std::string& url);

}  // namespace aftermint
