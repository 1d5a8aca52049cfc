#include "demo/server/shop_db.h"

#include <algorithm>

#include "accept/accept_sql.h"
#include "demo/server/shop_sql.h"
#include "ids.h"

namespace aftermint::demo {

ShopDb::ShopDb(const std::string& path) : db_(path, {kOutboxPart, kAcceptPart, kShopPart}) {}

Session ShopDb::createSession(const std::string& id, const std::string& visitor, Millis now) {
  const std::lock_guard lock(mutex_);
  db_.run("INSERT INTO sessions (id, visitor, created) VALUES (?, ?, ?)", id, visitor, now);
  return {id, visitor};
}

std::optional<Session> ShopDb::session(const std::string& id) {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& row = db_.query("SELECT visitor FROM sessions WHERE id = ?", id);
  std::optional<Session> found;
  if (row.executeStep()) found = Session{id, row.getColumn("visitor").getString()};
  row.reset();
  return found;
}

void ShopDb::leaveNotice(const std::string& session, const std::string& notice) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE sessions SET notice = ? WHERE id = ?", notice, session);
}

std::string ShopDb::takeNotice(const std::string& session) {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& row = db_.query("SELECT notice FROM sessions WHERE id = ?", session);
  std::string notice = row.executeStep() ? row.getColumn("notice").getString() : "";
  row.reset();
  if (!notice.empty()) db_.run("UPDATE sessions SET notice = '' WHERE id = ?", session);
  return notice;
}

Cart ShopDb::cart(const std::string& session) {
  const std::lock_guard lock(mutex_);
  Cart cart;
  SQLite::Statement& version = db_.query("SELECT cart_version FROM sessions WHERE id = ?", session);
  if (version.executeStep()) cart.version = version.getColumn("cart_version").getInt64();
  version.reset();
  SQLite::Statement& rows = db_.query(
      "SELECT product, variant, quantity, offer FROM cart_lines WHERE session = ? ORDER BY position", session);
  while (rows.executeStep()) {
    cart.lines.push_back({rows.getColumn("product").getString(), rows.getColumn("variant").getString(),
                          rows.getColumn("quantity").getInt64(), rows.getColumn("offer").getString()});
  }
  rows.reset();
  return cart;
}

void ShopDb::setCart(const std::string& session, const std::vector<CartLine>& lines) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  db_.run("DELETE FROM cart_lines WHERE session = ?", session);
  std::int64_t position = 0;
  for (const CartLine& line : lines) {
    db_.run("INSERT INTO cart_lines (session, position, product, variant, quantity, offer) VALUES (?, ?, ?, ?, ?, ?)",
            session, position++, line.product, line.variant, line.quantity, line.offer);
  }
  db_.run("UPDATE sessions SET cart_version = cart_version + 1 WHERE id = ?", session);
  transaction.commit();
}

Draft ShopDb::draft(const std::string& session) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  SQLite::Statement& row = db_.query("SELECT order_id, number, nonce FROM drafts WHERE session = ?", session);
  Draft draft;
  const bool found = row.executeStep();
  if (found)
    draft = {row.getColumn("order_id").getString(), row.getColumn("number").getInt64(),
             row.getColumn("nonce").getString()};
  row.reset();
  if (found) return draft;
  db_.run("INSERT INTO order_numbers DEFAULT VALUES");
  draft.number = db_.database().getLastInsertRowid();
  // The letters make ids unique when the demo starts with an empty store and browsers still remember old orders.
  draft.order = std::to_string(draft.number) + "-" + randomLetters(4);
  draft.nonce = randomId();
  db_.run("INSERT INTO drafts (session, order_id, number, nonce) VALUES (?, ?, ?, ?)", session, draft.order,
          draft.number, draft.nonce);
  transaction.commit();
  return draft;
}

void ShopDb::relay(Store& store) { relayOutbox(mutex_, db_, store); }

void ShopDb::ping() {
  const std::lock_guard lock(mutex_);
  db_.ping();
}

std::vector<std::string> ShopDb::readKeys(SQLite::Statement& rows) {
  std::vector<std::string> keys;
  while (rows.executeStep()) keys.push_back(rows.getColumn("id").getString());
  rows.reset();
  return keys;
}

OrderState parseOrderState(std::string_view code) {
  const auto* const found = std::find(kOrderStateCodes.begin(), kOrderStateCodes.end(), code);
  if (found == kOrderStateCodes.end()) {
    throw StoreError("the store has an order in the unknown state \"" + std::string(code) + "\"");
  }
  return static_cast<OrderState>(found - kOrderStateCodes.begin());
}

}  // namespace aftermint::demo
