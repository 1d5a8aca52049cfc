// Orders of the shop's database.
#include "demo/server/shop_db.h"
#include "demo/server/shop_sql.h"

namespace aftermint::demo {
std::optional<ShopOrder> ShopDb::readOrder(const char* sql, const std::string& by) {
  SQLite::Statement& row = db_.query(sql, by);
  if (!row.executeStep()) {
    row.reset();
    return std::nullopt;
  }
  ShopOrder order;
  order.id = row.getColumn("id").getString();
  order.number = row.getColumn("number").getInt64();
  order.session = row.getColumn("session").getString();
  order.nonce = row.getColumn("nonce").getString();
  order.state = parseOrderState(row.getColumn("state").getString());
  order.attempt = row.getColumn("attempt").getInt64();
  order.currency = row.getColumn("currency").getString();
  order.name = row.getColumn("name").getString();
  order.email = row.getColumn("email").getString();
  order.address = row.getColumn("address").getString();
  order.method = row.getColumn("method").getString();
  order.visitor = row.getColumn("visitor").getString();
  order.locale = row.getColumn("locale").getString();
  order.notice = row.getColumn("notice").getString();
  order.form = row.getColumn("form").getString();
  order.leaseUntil = row.getColumn("lease_until").getInt64();
  order.placedAt = row.getColumn("placed").getInt64();
  if (!row.getColumn("paid").isNull()) order.paidAt = row.getColumn("paid").getInt64();
  row.reset();

  SQLite::Statement& lines = db_.query(
      "SELECT product, variant, title, variant_title, quantity, price, offer, undone, replaces FROM order_lines "
      "WHERE order_id = ? ORDER BY position",
      order.id);
  while (lines.executeStep()) {
    OrderLine line;
    line.product = lines.getColumn("product").getString();
    line.variant = lines.getColumn("variant").getString();
    line.title = lines.getColumn("title").getString();
    line.variantTitle = lines.getColumn("variant_title").getString();
    line.quantity = lines.getColumn("quantity").getInt64();
    line.price = lines.getColumn("price").getInt64();
    line.offer = lines.getColumn("offer").getString();
    line.undone = lines.getColumn("undone").getInt() != 0;
    line.replaces = lines.getColumn("replaces").getString();
    order.lines.push_back(std::move(line));
  }
  lines.reset();

  SQLite::Statement& offers =
      db_.query("SELECT offer, placement, arms FROM order_offers WHERE order_id = ? ORDER BY rowid", order.id);
  while (offers.executeStep()) {
    order.offers.push_back({offers.getColumn("offer").getString(), offers.getColumn("placement").getString(),
                            offers.getColumn("arms").getString()});
  }
  offers.reset();
  return order;
}

std::optional<ShopOrder> ShopDb::order(const std::string& id) {
  const std::lock_guard lock(mutex_);
  return readOrder(kOrderById, id);
}

std::optional<ShopOrder> ShopDb::orderByNonce(const std::string& nonce) {
  const std::lock_guard lock(mutex_);
  return readOrder(kOrderByNonce, nonce);
}

void ShopDb::writeLines(const std::string& order, const std::vector<OrderLine>& lines) {
  std::int64_t position = 0;
  for (const OrderLine& line : lines) {
    db_.run(
        "INSERT INTO order_lines (order_id, position, product, variant, title, variant_title, quantity, price, offer) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        order, position++, line.product, line.variant, line.title, line.variantTitle, line.quantity, line.price,
        line.offer);
  }
}

LinesAdded ShopDb::addLines(const std::string& order, const std::string& acceptKey,
                            const std::vector<OrderLine>& lines) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  // Before the state of the order is checked: lines that were added once count as added, even if it was closed since.
  if (hasRow(db_.query("SELECT position FROM order_lines WHERE order_id = ? AND accept_key = ?", order, acceptKey))) {
    return LinesAdded::Yes;
  }
  if (!hasRow(db_.query("SELECT id FROM orders WHERE id = ? AND state = 'paid'", order)))
    return LinesAdded::OrderClosed;
  for (const OrderLine& line : lines) {
    db_.run(
        "INSERT INTO order_lines (order_id, position, product, variant, title, variant_title, quantity, price, offer, "
        "accept_key, replaces) SELECT ?1, coalesce(max(position), -1) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 "
        "FROM order_lines WHERE order_id = ?1",
        order, line.product, line.variant, line.title, line.variantTitle, line.quantity, line.price, line.offer,
        acceptKey, line.replaces);
  }
  transaction.commit();
  return LinesAdded::Yes;
}

void ShopDb::removeLines(const std::string& order, const std::string& acceptKey) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE order_lines SET undone = 1 WHERE order_id = ? AND accept_key = ?", order, acceptKey);
}

ShopOrder ShopDb::placeOrder(const ShopOrder& order) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const std::optional<ShopOrder> before = readOrder(kOrderById, order.id);
  if (before && before->state != OrderState::Declined) return *before;
  if (before) {
    db_.run("DELETE FROM order_offers WHERE order_id = ?", order.id);
    db_.run("DELETE FROM order_lines WHERE order_id = ?", order.id);
    db_.run("DELETE FROM orders WHERE id = ?", order.id);
  }
  ShopOrder placed = order;
  placed.state = OrderState::Pending;
  placed.attempt = before ? before->attempt + 1 : 1;
  db_.run(
      "INSERT INTO orders (id, number, session, nonce, state, attempt, currency, name, email, address, method, "
      "visitor, locale, notice, placed, form, lease_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      placed.id, placed.number, placed.session, placed.nonce, toString(placed.state), placed.attempt, placed.currency,
      placed.name, placed.email, placed.address, placed.method, placed.visitor, placed.locale, placed.notice,
      placed.placedAt, placed.form, placed.leaseUntil);
  writeLines(placed.id, placed.lines);
  for (const OrderOffer& taken : placed.offers) {
    db_.run("INSERT INTO order_offers (order_id, offer, placement, arms) VALUES (?, ?, ?, ?)", placed.id, taken.offer,
            taken.placement, taken.arms);
  }
  transaction.commit();
  return placed;
}

bool ShopDb::leaseOrder(const std::string& id, std::int64_t attempt, Millis until) {
  const std::lock_guard lock(mutex_);
  return db_.run("UPDATE orders SET lease_until = ? WHERE id = ? AND state = 'pending' AND attempt = ?", until, id,
                 attempt) > 0;
}

bool ShopDb::payOrder(const std::string& id, std::int64_t attempt, Millis paidAt, const std::vector<Event>& events) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const int changed = db_.run("UPDATE orders SET state = ?, paid = ? WHERE id = ? AND state = ? AND attempt = ?",
                              toString(OrderState::Paid), paidAt, id, toString(OrderState::Pending), attempt);
  if (changed == 0) return false;
  SQLite::Statement& row = db_.query("SELECT session FROM orders WHERE id = ?", id);
  row.executeStep();
  const std::string session = row.getColumn("session").getString();
  row.reset();
  renewSession(session, paidAt);
  for (const Event& event : events) leaveEvent(db_, event);
  transaction.commit();
  return true;
}

bool ShopDb::declineOrder(const std::string& id, std::int64_t attempt) {
  const std::lock_guard lock(mutex_);
  return db_.run("UPDATE orders SET state = ? WHERE id = ? AND state = ? AND attempt = ?",
                 toString(OrderState::Declined), id, toString(OrderState::Pending), attempt) > 0;
}

bool ShopDb::hasBought(const std::string& visitor) {
  const std::lock_guard lock(mutex_);
  return hasRow(db_.query(kPaidOrderOf, visitor));
}

std::vector<std::string> ShopDb::pendingOrders() {
  const std::lock_guard lock(mutex_);
  return readKeys(db_.query("SELECT id FROM orders WHERE state = ?", toString(OrderState::Pending)));
}

std::optional<PlacedOrder> ShopOrders::find(const std::string& id) {
  auto order = db_.order(id);
  if (!order || order->state != OrderState::Paid) return std::nullopt;
  return std::move(*order);
}

LinesAdded ShopOrders::addLines(const std::string& order, const std::string& acceptKey,
                                const std::vector<OrderLine>& lines) {
  return db_.addLines(order, acceptKey, lines);
}

void ShopOrders::removeLines(const std::string& order, const std::string& acceptKey) {
  db_.removeLines(order, acceptKey);
}

}  // namespace aftermint::demo
