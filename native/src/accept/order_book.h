/** @file What the accept endpoint asks of a shop's orders. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accept/accept_types.h"
#include "accept/ticket.h"

namespace aftermint {

/** Whether the lines of an accept are part of their order. */
enum class LinesAdded {
  Yes,         ///< added now, or by an earlier call with the same key
  OrderClosed  ///< the order is unknown or takes no more lines; nothing was added
};

/**
 * The orders of a shop: in its database, behind its HTTP interface, or in a test.
 *
 * The accept and the order need no common transaction. An accept is stored as an intent, then charged, then its lines
 * are added here, and only then is it stored as accepted. If a process dies between two of these steps, they are
 * repeated by the next request with the same key, or by the reconciler of any process with the same store
 * (accept/reconciler.h). So `addLines` and `removeLines` must be idempotent by the accept's key, and must have stored
 * their change for good when they return:
 *
 *     intent stored → charged → addLines → accepted           (or: addLines says closed → refund stored → refunded)
 *     undo stored → refunded → removeLines → undone
 *
 * Lines are added at most once per key: `addLines` after `removeLines` with the same key changes nothing and
 * says `Yes`. Members are called from several threads. They may throw StoreError or SQLite::Exception if the orders
 * cannot be reached. The accept then keeps its stored state, the server answers 503, and the page tries again.
 */
class OrderBook {
 public:
  virtual ~OrderBook() = default;

  /** The paid order with that id, with the lines of accepts; none if it is unknown or not paid. */
  virtual std::optional<PlacedOrder> find(const std::string& id) = 0;

  /**
   * Called before `find` with each ticket whose signature is valid, expired ones too. A shop that keeps its own orders
   * ignores it; one that learns of orders from tickets stores what the ticket says (accept/ticket_orders.h).
   */
  virtual void remember(const Ticket& /*ticket*/) {}

  /** Adds the lines of an accept to a paid order; each line has the accepted offer's id. */
  virtual LinesAdded addLines(const std::string& order, const std::string& acceptKey,
                              const std::vector<OrderLine>& lines) = 0;

  /** Takes the lines of an accept out of their order, or marks them as `undone`. Does nothing if there are none. */
  virtual void removeLines(const std::string& order, const std::string& acceptKey) = 0;
};

}  // namespace aftermint
