/** @file The shop's own tables in SQLite, beside the event store. */
#pragma once

#include <mutex>

#include "events/store.h"
#include "sqlite.h"
#include "store/shop_types.h"

namespace aftermint {

/**
 * Sessions, carts, orders, accepts and the outbox; safe to call from several threads.
 *
 * Every change that has an event writes it to the outbox in the same transaction. `relay` takes it on to the
 * event store, at least once; the store drops repeats. All members throw SQLite::Exception when the file fails.
 */
class ShopDb {
 public:
  explicit ShopDb(const std::string& path);

  /** The value of a setting, made by `make` and kept at the first call. */
  std::string setting(const std::string& name, const std::string& initial);

  Session createSession(const std::string& id, const std::string& visitor, Millis now);
  std::optional<Session> session(const std::string& id);
  /** A message for the next page; `takeNotice` gives it once. */
  void leaveNotice(const std::string& session, const std::string& notice);
  std::string takeNotice(const std::string& session);

  Cart cart(const std::string& session);
  void setCart(const std::string& session, const std::vector<CartLine>& lines);

  /** The draft of that session's checkout; the first call makes it. */
  Draft draft(const std::string& session);

  std::optional<ShopOrder> order(const std::string& id);
  std::optional<ShopOrder> orderByNonce(const std::string& nonce);
  /**
   * Stores the intent to place an order and gives what stands in the table now.
   *
   * An order pending or paid under the same id stays as it is; one declined before is replaced, with the
   * next attempt.
   */
  ShopOrder placeOrder(const ShopOrder& order);
  /** Makes a pending order final, empties the cart it came from and leaves its events; false where it was final. */
  bool payOrder(const std::string& id, Millis paidAt, const std::vector<Event>& events);
  void declineOrder(const std::string& id, std::int64_t attempt);
  std::vector<std::string> pendingOrders();

  std::optional<AcceptRecord> accept(const std::string& key);
  /** The accept that stands for an order, whatever its key: charged, being charged, or taken back. */
  std::optional<AcceptRecord> liveAccept(const std::string& order);
  /** Stores the intent to charge; false where the key is taken or another accept stands for the order. */
  bool beginAccept(const AcceptRecord& record);
  /** Moves an accept on from the state it was read in; nothing happens where another thread moved it first. */
  void moveAccept(const AcceptRecord& from, AcceptState to, const std::string& charge, const std::string& reason);
  /** Forgets an accept whose charge was never made; one further on stays. */
  void dropAccept(const std::string& key);
  enum class Commit { Done, Before, OrderClosed };
  /** Adds the lines, the receipt and the event of a charged accept at once; `Before` where that was done. */
  Commit commitAccept(const AcceptRecord& record, Millis now, const std::string& receiptHash, const Event& event);
  /** Marks the lines of an accept undone with its event; false where that was done. */
  bool commitUndo(const std::string& key, const Event& event);
  std::vector<std::string> unsettledAccepts();
  std::vector<std::string> unsettledAccepts(const std::string& order);

  /** Hands what waits in the outbox to the event store. Throws StoreError; then it waits on. */
  void relay(Store& store);

  void ping();

 private:
  std::optional<ShopOrder> readOrder(const char* sql, const std::string& by);
  std::optional<AcceptRecord> readAccept(const char* sql, const std::string& by);
  void writeLines(const std::string& order, const std::vector<OrderLine>& lines);
  void leaveEvent(const Event& event);
  std::vector<std::string> readKeys(SQLite::Statement& rows);

  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

}  // namespace aftermint
