#include "demo/server/shop_db.h"

#include <algorithm>
#include <cstdint>

#include "accept/accept_sql.h"
#include "demo/server/shop_sql.h"
#include "ids.h"

namespace aftermint::demo {
namespace {

/** Ten random digits; the first one is not 0. */
std::int64_t randomOrderNumber() {
  constexpr std::uint64_t kFirst = 1'000'000'000, kCount = 9'000'000'000;
  return static_cast<std::int64_t>(kFirst + std::stoull(randomId().substr(0, 15), nullptr, 16) % kCount);
}

}  // namespace

ShopDb::ShopDb(const std::string& path) : db_(path, {kOutboxPart, kAcceptPart, kShopPart}) {}

Session ShopDb::createSession(const std::string& id, const std::string& visitor, Millis now) {
  const std::lock_guard lock(mutex_);
  db_.run("INSERT INTO sessions (id, visitor, created) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", id, visitor, now);
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

std::vector<CartLine> ShopDb::readCart(const std::string& session) {
  std::vector<CartLine> lines;
  SQLite::Statement& rows = db_.query(
      "SELECT product, variant, quantity, offer FROM cart_lines WHERE session = ? ORDER BY position", session);
  while (rows.executeStep()) {
    lines.push_back({rows.getColumn("product").getString(), rows.getColumn("variant").getString(),
                     rows.getColumn("quantity").getInt64(), rows.getColumn("offer").getString()});
  }
  rows.reset();
  return lines;
}

Cart ShopDb::cart(const std::string& session) {
  const std::lock_guard lock(mutex_);
  Cart cart;
  SQLite::Statement& version = db_.query("SELECT cart_version FROM sessions WHERE id = ?", session);
  if (version.executeStep()) cart.version = version.getColumn("cart_version").getInt64();
  version.reset();
  cart.lines = readCart(session);
  return cart;
}

bool ShopDb::changeCart(const std::string& session, const std::function<void(std::vector<CartLine>& lines)>& change) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  if (!hasRow(db_.query("SELECT 1 FROM sessions WHERE id = ?", session))) return false;
  std::vector<CartLine> lines = readCart(session);
  change(lines);
  db_.run("DELETE FROM cart_lines WHERE session = ?", session);
  std::int64_t position = 0;
  for (const CartLine& line : lines) {
    db_.run("INSERT INTO cart_lines (session, position, product, variant, quantity, offer) VALUES (?, ?, ?, ?, ?, ?)",
            session, position++, line.product, line.variant, line.quantity, line.offer);
  }
  db_.run("UPDATE sessions SET cart_version = cart_version + 1 WHERE id = ?", session);
  transaction.commit();
  return true;
}

std::optional<Draft> ShopDb::draft(const std::string& session) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  if (!hasRow(db_.query("SELECT 1 FROM sessions WHERE id = ?", session))) return std::nullopt;
  SQLite::Statement& row = db_.query("SELECT order_id, number, nonce FROM drafts WHERE session = ?", session);
  Draft draft;
  const bool found = row.executeStep();
  if (found)
    draft = {row.getColumn("order_id").getString(), row.getColumn("number").getInt64(),
             row.getColumn("nonce").getString()};
  row.reset();
  if (found) return draft;
  // Not a counter: a number must not tell how many orders there are.
  do {
    draft.number = randomOrderNumber();
  } while (hasRow(db_.query(kOrderNumber, draft.number)));
  // The letters make ids unique when the demo starts with an empty store and browsers still remember old orders.
  draft.order = std::to_string(draft.number) + "-" + randomLetters(4);
  draft.nonce = randomId();
  db_.run("INSERT INTO drafts (session, order_id, number, nonce) VALUES (?, ?, ?, ?)", session, draft.order,
          draft.number, draft.nonce);
  transaction.commit();
  return draft;
}

bool ShopDb::hasRow(SQLite::Statement& rows) {
  const bool has = rows.executeStep();
  rows.reset();
  return has;
}

void ShopDb::renewSession(const std::string& id, Millis now) {
  const std::string renewed = randomId();
  db_.run("DELETE FROM cart_lines WHERE session = ?", id);
  db_.run("DELETE FROM drafts WHERE session = ?", id);
  db_.run(
      "INSERT INTO sessions (id, visitor, created, cart_version, notice) "
      "SELECT ?, visitor, ?, cart_version + 1, notice FROM sessions WHERE id = ?",
      renewed, now, id);
  db_.run("DELETE FROM sessions WHERE id = ?", id);
  db_.run("UPDATE orders SET session = ? WHERE session = ?", renewed, id);
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
