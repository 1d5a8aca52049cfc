/** @file Where events are kept, and the sums a Reading is made of. */
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aftermint/reading.h"
#include "sqlite.h"

namespace aftermint {

/** One event on its way into a store: a CloudEvent, with what is asked for later pulled out. */
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
  bool trusted = false;  ///< said by the shop's own server; all else is a claim of some page
};

/**
 * Keeps events; safe to call from several threads.
 *
 * A repeat (same source and id, or same type and business key) is taken and kept once. The server's own
 * word replaces a page's claim of the same type and key, never the other way round.
 */
class Store {
 public:
  virtual ~Store() = default;

  /** Returns once every event is durably stored. Throws StoreError: then none of them need be. */
  virtual void append(std::vector<Event> events) = 0;

  /**
   * The sums behind a Reading.
   *
   * Once the shop's server has written an order here, accepts, undos and money are its word alone; a store
   * fed by pages only counts what they claim. Throws StoreError.
   */
  [[nodiscard]] virtual StoreCounts counts() = 0;

  /** Throws StoreError where the store does not answer. */
  virtual void ping() = 0;
};

/** Opens `sqlite:PATH` or `sqlite::memory:`, making what is missing. Throws StoreError, also for another URL. */
[[nodiscard]] std::unique_ptr<Store> openStore(const std::string& url);

}  // namespace aftermint
