#include "accept/ticket_orders.h"

#include <array>

#include "accept/order_lines.h"

namespace aftermint {
namespace {

constexpr const char* kTicketOrderSchema = R"sql(
CREATE TABLE ticket_orders (
  id          TEXT PRIMARY KEY,
  currency    TEXT NOT NULL,
  method      TEXT NOT NULL,
  visitor     TEXT NOT NULL,
  locale      TEXT NOT NULL,
  paid        INTEGER NOT NULL,
  other_costs INTEGER NOT NULL
);
CREATE TABLE ticket_order_lines (
  order_id      TEXT NOT NULL REFERENCES ticket_orders (id),
  position      INTEGER NOT NULL,
  accept_key    TEXT NOT NULL,
  product       TEXT NOT NULL,
  variant       TEXT NOT NULL,
  title         TEXT NOT NULL,
  variant_title TEXT NOT NULL,
  quantity      INTEGER NOT NULL CHECK (quantity > 0),
  price         INTEGER NOT NULL CHECK (price >= 0),
  offer         TEXT NOT NULL,
  replaces      TEXT NOT NULL,
  undone        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (order_id, position)
);
)sql";

constexpr std::array kTicketOrderSteps = {kTicketOrderSchema};

bool hasRow(SQLite::Statement& rows) {
  const bool has = rows.executeStep();
  rows.reset();
  return has;
}

}  // namespace

TicketOrders::TicketOrders(const std::string& path, const IndexedBook& book)
    : book_(book), db_(path, {{"ticket_orders", kTicketOrderSteps}}) {}

std::optional<PlacedOrder> TicketOrders::find(const std::string& id) {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& row = db_.query("SELECT * FROM ticket_orders WHERE id = ?", id);
  if (!row.executeStep()) {
    row.reset();
    return std::nullopt;
  }
  PlacedOrder order;
  order.id = id;
  order.currency = row.getColumn("currency").getString();
  order.method = row.getColumn("method").getString();
  order.visitor = row.getColumn("visitor").getString();
  order.locale = row.getColumn("locale").getString();
  order.paidAt = row.getColumn("paid").getInt64();
  order.otherCosts = row.getColumn("other_costs").getInt64();
  row.reset();
  SQLite::Statement& lines = db_.query("SELECT * FROM ticket_order_lines WHERE order_id = ? ORDER BY position", id);
  const auto text = [&lines](const char* column) { return lines.getColumn(column).getString(); };
  while (lines.executeStep()) {
    OrderLine line;
    line.product = text("product");
    line.variant = text("variant");
    line.title = text("title");
    line.variantTitle = text("variant_title");
    line.quantity = lines.getColumn("quantity").getInt64();
    line.price = lines.getColumn("price").getInt64();
    line.offer = text("offer");
    line.replaces = text("replaces");
    line.undone = lines.getColumn("undone").getInt() != 0;
    order.lines.push_back(std::move(line));
  }
  lines.reset();
  return order;
}

void TicketOrders::remember(const Ticket& ticket) {
  const std::string& locale = ticket.locale.empty() ? book_.book().locale : ticket.locale;
  std::vector<OrderLine> lines = ticket.lines;
  for (OrderLine& line : lines) {
    if (!line.title.empty()) continue;
    std::vector<OrderLine> named = {line};
    nameLines(book_, named, locale);
    line = std::move(named.front());
  }
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const int inserted = db_.run(
      "INSERT INTO ticket_orders (id, currency, method, visitor, locale, paid, other_costs) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      ticket.order, ticket.currency, ticket.method, ticket.visitor, locale, ticket.paidAt.value_or(ticket.issued),
      ticket.total - totalOf(ticket.lines));
  if (inserted == 0) return;
  write(ticket.order, "", lines);
  transaction.commit();
}

void TicketOrders::write(const std::string& order, const std::string& acceptKey, const std::vector<OrderLine>& lines) {
  for (const OrderLine& line : lines) {
    db_.run(
        "INSERT INTO ticket_order_lines (order_id, position, accept_key, product, variant, title, variant_title, "
        "quantity, price, offer, replaces) "
        "SELECT ?1, coalesce(max(position), -1) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 "
        "FROM ticket_order_lines WHERE order_id = ?1",
        order, acceptKey, line.product, line.variant, line.title, line.variantTitle, line.quantity, line.price,
        line.offer, line.replaces);
  }
}

LinesAdded TicketOrders::addLines(const std::string& order, const std::string& acceptKey,
                                  const std::vector<OrderLine>& lines) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  if (!hasRow(db_.query("SELECT id FROM ticket_orders WHERE id = ?", order))) return LinesAdded::OrderClosed;
  if (hasRow(db_.query("SELECT position FROM ticket_order_lines WHERE order_id = ? AND accept_key = ?", order,
                       acceptKey))) {
    return LinesAdded::Yes;
  }
  write(order, acceptKey, lines);
  transaction.commit();
  return LinesAdded::Yes;
}

void TicketOrders::removeLines(const std::string& order, const std::string& acceptKey) {
  const std::lock_guard lock(mutex_);
  db_.run("UPDATE ticket_order_lines SET undone = 1 WHERE order_id = ? AND accept_key = ?", order, acceptKey);
}

}  // namespace aftermint
