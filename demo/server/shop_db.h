/** @file The shop's own tables in SQLite, beside the event store and the accepts. */
#pragma once

#include <functional>
#include <mutex>

#include "accept/order_book.h"
#include "demo/server/shop_types.h"
#include "events/outbox.h"
#include "events/store.h"
#include "sqlite.h"

namespace aftermint::demo {

/**
 * Sessions, carts, orders and the outbox; safe to call from several threads.
 *
 * A change and its event are written in one transaction, the event into the outbox (events/outbox.h). `relay` hands it
 * to the event store, at least once; the store drops repeats. All members throw SQLite::Exception if the file fails,
 * and those that read orders throw StoreError for an unknown state.
 */
class ShopDb {
 public:
  /** Opens or creates the file and its tables. */
  explicit ShopDb(const std::string& path);

  /** Creates a session, unless there is one with this id. */
  Session createSession(const std::string& id, const std::string& visitor, Millis now);
  std::optional<Session> session(const std::string& id);
  /** Stores a message for the session's next page. `takeNotice` returns it and deletes it; empty if there is none. */
  void leaveNotice(const std::string& session, const std::string& notice);
  std::string takeNotice(const std::string& session);

  /** The session's cart. */
  Cart cart(const std::string& session);
  /**
   * Reads the lines of a cart, lets `change` change them, stores them and increases the version, in one transaction: so
   * no change of another request is lost. False, without a call, if there is no such session. `change` must not use
   * this object.
   */
  [[nodiscard]] bool changeCart(const std::string& session,
                                const std::function<void(std::vector<CartLine>& lines)>& change);

  /** The draft of that session's checkout, which the first call makes; none if there is no such session. */
  std::optional<Draft> draft(const std::string& session);

  std::optional<ShopOrder> order(const std::string& id);
  std::optional<ShopOrder> orderByNonce(const std::string& nonce);
  /**
   * Stores the intent to place an order and returns the stored order.
   *
   * A pending or paid order with the same id stays as it is. A declined one is replaced, with the next attempt.
   */
  ShopOrder placeOrder(const ShopOrder& order);
  /** Before a charge: says until when it may be under way; false if the order is not pending in this attempt. */
  bool leaseOrder(const std::string& id, std::int64_t attempt, Millis until);
  /**
   * Stores a pending order as paid, empties its cart, writes its events, and renews its session: the orders of the
   * session, and its visitor, go to one with a new id, and the old id is not valid any more. So who gave a shopper the
   * old id cannot read the order. False as `leaseOrder`.
   */
  bool payOrder(const std::string& id, std::int64_t attempt, Millis paidAt, const std::vector<Event>& events);
  /** Stores a pending order as declined; false as `leaseOrder`. */
  bool declineOrder(const std::string& id, std::int64_t attempt);
  /** Whether a visitor has a paid order. */
  bool hasBought(const std::string& visitor);
  /** The ids of orders that were placed and are neither paid nor declined. */
  std::vector<std::string> pendingOrders();

  /** Adds lines to a paid order, once per accept; see OrderBook::addLines. */
  LinesAdded addLines(const std::string& order, const std::string& acceptKey, const std::vector<OrderLine>& lines);
  /** Marks the lines of an accept as taken back. */
  void removeLines(const std::string& order, const std::string& acceptKey);

  /** Hands waiting events to the event store. Throws StoreError; then they keep waiting. */
  void relay(Store& store);

  void ping();

 private:
  std::optional<ShopOrder> readOrder(const char* sql, const std::string& by);
  std::vector<CartLine> readCart(const std::string& session);
  bool hasRow(SQLite::Statement& rows);
  void renewSession(const std::string& id, Millis now);
  void writeLines(const std::string& order, const std::vector<OrderLine>& lines);
  std::vector<std::string> readKeys(SQLite::Statement& rows);

  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

/** The shop's orders as the accept endpoint asks for them. */
class ShopOrders final : public OrderBook {
 public:
  explicit ShopOrders(ShopDb& db) : db_(db) {}
  std::optional<PlacedOrder> find(const std::string& id) override;
  LinesAdded addLines(const std::string& order, const std::string& acceptKey,
                      const std::vector<OrderLine>& lines) override;
  void removeLines(const std::string& order, const std::string& acceptKey) override;

 private:
  ShopDb& db_;
};

}  // namespace aftermint::demo
