/** @file An OrderBook that knows orders only from signed tickets, for a server without access to the shop's database.
 */
#pragma once

#include <mutex>

#include "accept/order_book.h"
#include "aftermint/index.h"
#include "sqlite.h"

namespace aftermint {

/**
 * Stores orders as their tickets describe them, and the lines that accepts added, in SQLite; safe for several threads.
 *
 * The first ticket of an order counts: a later one with another total, currency or set of lines changes nothing, and
 * the accept endpoint refuses it. An order counts as paid from the claim `paid_at` on, else from when its first ticket
 * was issued. The shop reads what was added with `GET /orders/ID/accepts` and fulfils it; it cannot tell us that an
 * order was cancelled, so it must not issue tickets for orders that take no more lines.
 */
class TicketOrders final : public OrderBook {
 public:
  /**
   * Opens or creates the tables. `book` gives titles to lines whose ticket has none, and must outlive this object.
   * Throws SQLite::Exception, StoreError.
   */
  TicketOrders(const std::string& path, const IndexedBook& book);

  std::optional<PlacedOrder> find(const std::string& id) override;
  void remember(const Ticket& ticket) override;
  LinesAdded addLines(const std::string& order, const std::string& acceptKey,
                      const std::vector<OrderLine>& lines) override;
  void removeLines(const std::string& order, const std::string& acceptKey) override;

 private:
  void write(const std::string& order, const std::string& acceptKey, const std::vector<OrderLine>& lines);

  const IndexedBook& book_;
  std::mutex mutex_;  ///< guards db_
  Sqlite db_;
};

}  // namespace aftermint
