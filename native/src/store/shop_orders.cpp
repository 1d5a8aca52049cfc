// Orders of the shop's database.
#include "store/shop_db.h"
#include "store/shop_sql.h"

namespace aftermint {
namespace {

const std::string kOrderById = std::string(kOrderColumns) + "WHERE id = ?";
const std::string kOrderByNonce = std::string(kOrderColumns) + "WHERE nonce = ?";

}  // namespace

std::optional<ShopOrder> ShopDb::readOrder(const char* sql, const std::string& by) {
  SQLite::Statement& row = db_.query(sql, by);
  if (!row.executeStep()) {
    row.reset();
    return std::nullopt;
  }
  ShopOrder order;
  order.id = row.getColumn(0).getString();
  order.number = row.getColumn(1).getInt64();
  order.session = row.getColumn(2).getString();
  order.nonce = row.getColumn(3).getString();
  order.state = static_cast<OrderState>(row.getColumn(4).getInt());
  order.attempt = row.getColumn(5).getInt64();
  order.currency = row.getColumn(6).getString();
  order.name = row.getColumn(7).getString();
  order.email = row.getColumn(8).getString();
  order.address = row.getColumn(9).getString();
  order.method = row.getColumn(10).getString();
  order.visitor = row.getColumn(11).getString();
  order.locale = row.getColumn(12).getString();
  order.notice = row.getColumn(13).getString();
  order.placedAt = row.getColumn(14).getInt64();
  if (!row.getColumn(15).isNull()) order.paidAt = row.getColumn(15).getInt64();
  row.reset();

  SQLite::Statement& lines = db_.query(
      "SELECT product, variant, title, variant_title, quantity, price, offer, undone, replaces FROM order_lines "
      "WHERE order_id = ? ORDER BY position",
      order.id);
  while (lines.executeStep()) {
    OrderLine line;
    line.product = lines.getColumn(0).getString();
    line.variant = lines.getColumn(1).getString();
    line.title = lines.getColumn(2).getString();
    line.variantTitle = lines.getColumn(3).getString();
    line.quantity = lines.getColumn(4).getInt64();
    line.price = lines.getColumn(5).getInt64();
    line.offer = lines.getColumn(6).getString();
    line.undone = lines.getColumn(7).getInt() != 0;
    line.replaces = lines.getColumn(8).getString();
    order.lines.push_back(std::move(line));
  }
  lines.reset();

  SQLite::Statement& offers =
      db_.query("SELECT offer, placement, arms FROM order_offers WHERE order_id = ? ORDER BY rowid", order.id);
  while (offers.executeStep()) {
    order.offers.push_back(
        {offers.getColumn(0).getString(), offers.getColumn(1).getString(), offers.getColumn(2).getString()});
  }
  offers.reset();
  return order;
}

std::optional<ShopOrder> ShopDb::order(const std::string& id) {
  const std::lock_guard lock(mutex_);
  return readOrder(kOrderById.c_str(), id);
}

std::optional<ShopOrder> ShopDb::orderByNonce(const std::string& nonce) {
  const std::lock_guard lock(mutex_);
  return readOrder(kOrderByNonce.c_str(), nonce);
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

ShopOrder ShopDb::placeOrder(const ShopOrder& order) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const std::optional<ShopOrder> before = readOrder(kOrderById.c_str(), order.id);
  if (before && before->state != OrderState::Declined) return *before;
  if (before) {
    db_.run("DELETE FROM order_offers WHERE order_id = ?", order.id);
    db_.run("DELETE FROM order_lines WHERE order_id = ?", order.id);
    db_.run("DELETE FROM orders WHERE id = ?", order.id);
  }
  ShopOrder placed = order;
  placed.state = OrderState::Pending;
  placed.attempt = before ? before->attempt + 1 : 1;
  db_.run("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", placed.id, placed.number,
          placed.session, placed.nonce, static_cast<int>(placed.state), placed.attempt, placed.currency, placed.name,
          placed.email, placed.address, placed.method, placed.visitor, placed.locale, placed.notice, placed.placedAt);
  writeLines(placed.id, placed.lines);
  for (const OrderOffer& taken : placed.offers) {
    db_.run("INSERT INTO order_offers VALUES (?, ?, ?, ?)", placed.id, taken.offer, taken.placement, taken.arms);
  }
  transaction.commit();
  return placed;
}

bool ShopDb::payOrder(const std::string& id, Millis paidAt, const std::vector<Event>& events) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const int changed = db_.run("UPDATE orders SET state = ?, paid = ? WHERE id = ? AND state = ?",
                              static_cast<int>(OrderState::Paid), paidAt, id, static_cast<int>(OrderState::Pending));
  if (changed == 0) return false;
  db_.run("DELETE FROM cart_lines WHERE session = (SELECT session FROM orders WHERE id = ?)", id);
  db_.run("UPDATE sessions SET cart_version = cart_version + 1 WHERE id = (SELECT session FROM orders WHERE id = ?)",
          id);
  db_.run("DELETE FROM drafts WHERE order_id = ?", id);
  for (const Event& event : events) leaveEvent(event);
  transaction.commit();
  return true;
}

void ShopDb::declineOrder(const std::string& id, std::int64_t attempt) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE orders SET state = ? WHERE id = ? AND state = ? AND attempt = ?",
          static_cast<int>(OrderState::Declined), id, static_cast<int>(OrderState::Pending), attempt);
}

std::vector<std::string> ShopDb::pendingOrders() {
  const std::lock_guard lock(mutex_);
  return readKeys(db_.query("SELECT id FROM orders WHERE state = ?", static_cast<int>(OrderState::Pending)));
}

}  // namespace aftermint
