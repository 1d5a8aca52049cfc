// Accepts of the shop's database.
#include "store/shop_db.h"
#include "store/shop_sql.h"

namespace aftermint {
namespace {

const std::string kAcceptByKey = std::string(kAcceptColumns) + "WHERE key = ?";
const std::string kLiveAccept = std::string(kAcceptColumns) + "WHERE order_id = ? AND state < 6";

static_assert(static_cast<int>(AcceptState::Undone) == 5 && static_cast<int>(AcceptState::Declined) == 6,
              "the index one_accept_an_order counts on it");

constexpr const char* kUnsettled = "SELECT key FROM accepts WHERE state IN (0, 1, 2, 4)";

}  // namespace

std::optional<AcceptRecord> ShopDb::readAccept(const char* sql, const std::string& by) {
  SQLite::Statement& row = db_.query(sql, by);
  if (!row.executeStep()) {
    row.reset();
    return std::nullopt;
  }
  AcceptRecord record;
  record.key = row.getColumn(0).getString();
  record.requestHash = row.getColumn(1).getString();
  record.order = row.getColumn(2).getString();
  record.offer = row.getColumn(3).getString();
  record.state = static_cast<AcceptState>(row.getColumn(4).getInt());
  record.amount = row.getColumn(5).getInt64();
  record.currency = row.getColumn(6).getString();
  record.method = row.getColumn(7).getString();
  record.visitor = row.getColumn(8).getString();
  record.arms = row.getColumn(9).getString();
  record.ticket = row.getColumn(10).getString();
  record.charge = row.getColumn(11).getString();
  record.reason = row.getColumn(12).getString();
  record.createdAt = row.getColumn(13).getInt64();
  record.undoUntil = row.getColumn(14).getInt64();
  record.receipt = {row.getColumn(15).getString(), row.getColumn(16).getString(), row.getColumn(17).getString(),
                    row.getColumn(18).getString(), row.getColumn(19).getString(), row.getColumn(20).getString()};
  row.reset();

  SQLite::Statement& lines = db_.query(
      "SELECT product, variant, title, variant_title, quantity, price, replaces FROM accept_lines WHERE key = ? ORDER "
      "BY "
      "position",
      record.key);
  while (lines.executeStep()) {
    OrderLine line;
    line.product = lines.getColumn(0).getString();
    line.variant = lines.getColumn(1).getString();
    line.title = lines.getColumn(2).getString();
    line.variantTitle = lines.getColumn(3).getString();
    line.quantity = lines.getColumn(4).getInt64();
    line.price = lines.getColumn(5).getInt64();
    line.replaces = lines.getColumn(6).getString();
    line.offer = record.offer;
    record.lines.push_back(std::move(line));
  }
  lines.reset();
  return record;
}

std::optional<AcceptRecord> ShopDb::accept(const std::string& key) {
  const std::lock_guard lock(mutex_);
  return readAccept(kAcceptByKey.c_str(), key);
}

std::optional<AcceptRecord> ShopDb::liveAccept(const std::string& order) {
  const std::lock_guard lock(mutex_);
  return readAccept(kLiveAccept.c_str(), order);
}

bool ShopDb::beginAccept(const AcceptRecord& record) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const int inserted = db_.run(
      "INSERT INTO accepts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO "
      "NOTHING",
      record.key, record.requestHash, record.order, record.offer, static_cast<int>(AcceptState::Charging),
      record.amount, record.currency, record.method, record.visitor, record.arms, record.ticket, record.charge,
      record.reason, record.createdAt, record.undoUntil, record.receipt.id, record.receipt.headline,
      record.receipt.price, record.receipt.label, record.receipt.locale, record.receipt.terms);
  if (inserted == 0) return false;
  std::int64_t position = 0;
  for (const OrderLine& line : record.lines) {
    db_.run("INSERT INTO accept_lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", record.key, position++, line.product,
            line.variant, line.title, line.variantTitle, line.quantity, line.price, line.replaces);
  }
  transaction.commit();
  return true;
}

void ShopDb::moveAccept(const AcceptRecord& from, AcceptState to, const std::string& charge,
                        const std::string& reason) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE accepts SET state = ?, charge = ?, reason = ? WHERE key = ? AND state = ?", static_cast<int>(to),
          charge, reason, from.key, static_cast<int>(from.state));
}

void ShopDb::dropAccept(const std::string& key) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  db_.run("DELETE FROM accept_lines WHERE key = (SELECT key FROM accepts WHERE key = ? AND state = 0)", key);
  db_.run("DELETE FROM accepts WHERE key = ? AND state = 0", key);
  transaction.commit();
}

ShopDb::Commit ShopDb::commitAccept(const AcceptRecord& record, Millis now, const std::string& receiptHash,
                                    const Event& event) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  SQLite::Statement& order = db_.query("SELECT state FROM orders WHERE id = ?", record.order);
  const bool open = order.executeStep() && order.getColumn(0).getInt() == static_cast<int>(OrderState::Paid);
  order.reset();
  if (!open) return Commit::OrderClosed;
  const int changed = db_.run("UPDATE accepts SET state = ?, charge = ?, undo_until = ? WHERE key = ? AND state < 3",
                              static_cast<int>(AcceptState::Accepted), record.charge, record.undoUntil, record.key);
  if (changed == 0) return Commit::Before;
  for (const OrderLine& line : record.lines) {
    db_.run(
        "INSERT INTO order_lines (order_id, position, product, variant, title, variant_title, quantity, price, offer, "
        "accept_key, replaces) SELECT ?1, coalesce(max(position), -1) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 "
        "FROM order_lines "
        "WHERE order_id = ?1",
        record.order, line.product, line.variant, line.title, line.variantTitle, line.quantity, line.price,
        record.offer, record.key, line.replaces);
  }
  db_.run("INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", record.receipt.id, record.order,
          record.offer, record.key, now, record.receipt.headline, record.receipt.price, record.receipt.label,
          record.receipt.locale, record.amount, record.currency, receiptHash, record.receipt.terms);
  leaveEvent(event);
  transaction.commit();
  return Commit::Done;
}

bool ShopDb::commitUndo(const std::string& key, const Event& event) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const int changed = db_.run("UPDATE accepts SET state = ? WHERE key = ? AND state = ?",
                              static_cast<int>(AcceptState::Undone), key, static_cast<int>(AcceptState::Undoing));
  if (changed == 0) return false;
  db_.run("UPDATE order_lines SET undone = 1 WHERE accept_key = ?", key);
  leaveEvent(event);
  transaction.commit();
  return true;
}

std::vector<std::string> ShopDb::unsettledAccepts() {
  const std::lock_guard lock(mutex_);
  return readKeys(db_.query(kUnsettled));
}

std::vector<std::string> ShopDb::unsettledAccepts(const std::string& order) {
  const std::lock_guard lock(mutex_);
  return readKeys(db_.query("SELECT key FROM accepts WHERE order_id = ? AND state IN (0, 1, 2, 4)", order));
}

}  // namespace aftermint
