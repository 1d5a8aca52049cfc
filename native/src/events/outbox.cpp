#include "events/outbox.h"

#include <utility>
#include <vector>

namespace aftermint {

void leaveEvent(Sqlite& db, const Event& event) {
  SQLite::Statement& insert = db.prepare(
      "INSERT INTO event_outbox (source, id, type, key, time, offer, placement, order_id, visitor, amount, currency, "
      "json) VALUES ($source, $id, $type, $key, $time, $offer, $placement, $order, $visitor, $amount, $currency, "
      "$json)");
  insert.bind("$source", event.source);
  insert.bind("$id", event.id);
  insert.bind("$type", event.type);
  insert.bind("$key", event.key);
  insert.bind("$time", event.time);
  insert.bind("$offer", event.offer);
  insert.bind("$placement", event.placement);
  insert.bind("$order", event.order);
  insert.bind("$visitor", event.visitor);
  if (event.amount) insert.bind("$amount", *event.amount);
  insert.bind("$currency", event.currency);
  insert.bind("$json", event.json);
  insert.exec();
  insert.reset();
}

void relayOutbox(std::mutex& mutex, Sqlite& db, Store& store) {
  std::vector<Event> events;
  std::int64_t last = 0;
  {
    const std::lock_guard lock(mutex);
    SQLite::Statement& rows = db.query("SELECT * FROM event_outbox ORDER BY seq LIMIT 1000");
    const auto text = [&rows](const char* column) { return rows.getColumn(column).getString(); };
    while (rows.executeStep()) {
      Event event;
      last = rows.getColumn("seq").getInt64();
      event.source = text("source");
      event.id = text("id");
      event.type = text("type");
      event.key = text("key");
      event.time = event.received = rows.getColumn("time").getInt64();
      event.offer = text("offer");
      event.placement = text("placement");
      event.order = text("order_id");
      event.visitor = text("visitor");
      if (const auto amount = rows.getColumn("amount"); !amount.isNull()) event.amount = amount.getInt64();
      event.currency = text("currency");
      event.json = text("json");
      event.trusted = true;
      events.push_back(std::move(event));
    }
    rows.reset();
  }
  if (events.empty()) return;
  store.append(std::move(events));
  const std::lock_guard lock(mutex);
  db.run("DELETE FROM event_outbox WHERE seq <= ?", last);
}

}  // namespace aftermint
