#include "store/shop_db.h"

#include "ids.h"
#include "store/shop_sql.h"

namespace aftermint {

Minor ShopOrder::total() const {
  Minor sum = 0;
  for (const OrderLine& line : lines) {
    if (!line.undone) sum += line.price * line.quantity;
  }
  return sum;
}

ShopDb::ShopDb(const std::string& path) : db_(path, "shop", {kShopSchema, kShopUpgrades, kShopOffers}) {}

std::string ShopDb::setting(const std::string& name, const std::string& initial) {
  const std::lock_guard lock(mutex_);
  db_.run("INSERT INTO settings VALUES (?, ?) ON CONFLICT DO NOTHING", name, initial);
  SQLite::Statement& row = db_.query("SELECT value FROM settings WHERE name = ?", name);
  row.executeStep();
  std::string value = row.getColumn(0).getString();
  row.reset();
  return value;
}

Session ShopDb::createSession(const std::string& id, const std::string& visitor, Millis now) {
  const std::lock_guard lock(mutex_);
  db_.run("INSERT INTO sessions (id, visitor, created) VALUES (?, ?, ?)", id, visitor, now);
  return {id, visitor};
}

std::optional<Session> ShopDb::session(const std::string& id) {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& row = db_.query("SELECT visitor FROM sessions WHERE id = ?", id);
  std::optional<Session> found;
  if (row.executeStep()) found = Session{id, row.getColumn(0).getString()};
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
  std::string notice = row.executeStep() ? row.getColumn(0).getString() : "";
  row.reset();
  if (!notice.empty()) db_.run("UPDATE sessions SET notice = '' WHERE id = ?", session);
  return notice;
}

Cart ShopDb::cart(const std::string& session) {
  const std::lock_guard lock(mutex_);
  Cart cart;
  SQLite::Statement& version = db_.query("SELECT cart_version FROM sessions WHERE id = ?", session);
  if (version.executeStep()) cart.version = version.getColumn(0).getInt64();
  version.reset();
  SQLite::Statement& rows = db_.query(
      "SELECT product, variant, quantity, offer FROM cart_lines WHERE session = ? ORDER BY position", session);
  while (rows.executeStep()) {
    cart.lines.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getInt64(),
                          rows.getColumn(3).getString()});
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
    db_.run("INSERT INTO cart_lines VALUES (?, ?, ?, ?, ?, ?)", session, position++, line.product, line.variant,
            line.quantity, line.offer);
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
  if (found) draft = {row.getColumn(0).getString(), row.getColumn(1).getInt64(), row.getColumn(2).getString()};
  row.reset();
  if (found) return draft;
  db_.run("INSERT INTO order_numbers DEFAULT VALUES");
  draft.number = db_.database().getLastInsertRowid();
  // The letters keep ids apart when a demo starts again from an empty store and browsers still remember the old one.
  draft.order = std::to_string(draft.number) + "-" + randomLetters(4);
  draft.nonce = randomId();
  db_.run("INSERT INTO drafts VALUES (?, ?, ?, ?)", session, draft.order, draft.number, draft.nonce);
  transaction.commit();
  return draft;
}

void ShopDb::leaveEvent(const Event& event) {
  SQLite::Statement& insert = db_.prepare(
      "INSERT INTO outbox (source, id, type, key, time, offer, placement, order_id, visitor, amount, currency, json) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int at = 0;
  for (const std::string* text : {&event.source, &event.id, &event.type, &event.key}) insert.bind(++at, *text);
  insert.bind(++at, event.time);
  for (const std::string* text : {&event.offer, &event.placement, &event.order, &event.visitor}) {
    insert.bind(++at, *text);
  }
  event.amount ? insert.bind(++at, *event.amount) : insert.bind(++at);
  insert.bind(++at, event.currency);
  insert.bind(++at, event.json);
  insert.exec();
  insert.reset();
}

void ShopDb::relay(Store& store) {
  std::vector<Event> events;
  std::int64_t last = 0;
  {
    const std::lock_guard lock(mutex_);
    SQLite::Statement& rows = db_.query(
        "SELECT seq, source, id, type, key, time, offer, placement, order_id, visitor, amount, currency, json "
        "FROM outbox ORDER BY seq LIMIT 1000");
    while (rows.executeStep()) {
      Event event;
      last = rows.getColumn(0).getInt64();
      event.source = rows.getColumn(1).getString();
      event.id = rows.getColumn(2).getString();
      event.type = rows.getColumn(3).getString();
      event.key = rows.getColumn(4).getString();
      event.time = event.received = rows.getColumn(5).getInt64();
      event.offer = rows.getColumn(6).getString();
      event.placement = rows.getColumn(7).getString();
      event.order = rows.getColumn(8).getString();
      event.visitor = rows.getColumn(9).getString();
      if (!rows.getColumn(10).isNull()) event.amount = rows.getColumn(10).getInt64();
      event.currency = rows.getColumn(11).getString();
      event.json = rows.getColumn(12).getString();
      event.trusted = true;
      events.push_back(std::move(event));
    }
    rows.reset();
  }
  if (events.empty()) return;
  // Not under the mutex: a slow event store must not hold up the shop.
  store.append(std::move(events));
  const std::lock_guard lock(mutex_);
  db_.run("DELETE FROM outbox WHERE seq <= ?", last);
}

void ShopDb::ping() {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& one = db_.query("SELECT count(*) FROM schema_versions");
  one.executeStep();
  one.reset();
}

std::vector<std::string> ShopDb::readKeys(SQLite::Statement& rows) {
  std::vector<std::string> keys;
  while (rows.executeStep()) keys.push_back(rows.getColumn(0).getString());
  rows.reset();
  return keys;
}

}  // namespace aftermint
