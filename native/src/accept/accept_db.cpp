#include "accept/accept_db.h"

#include <spdlog/spdlog.h>

#include "accept/accept_sql.h"
#include "ids.h"
#include "telemetry/metrics.h"

namespace aftermint {
namespace {

/** Counts an accept that entered a state. Call it when that is stored. */
void countChange(AcceptState state) {
  metrics().acceptChanges.Add({{"state", std::string(toString(state))}}).Increment();
}

}  // namespace

std::string chargeKeyOf(const AcceptRecord& record) {
  if (!record.chargeKey.empty()) return record.chargeKey;
  return "accept-" + sha256Hex(record.order + "\n" + record.key);
}

AcceptDb::AcceptDb(const std::string& path) : db_(path, {kOutboxPart, kAcceptPart}), owner_(randomId()) {
  chargePrefix_ = "accept-" + setting("store_id", randomId()) + "-";
  // So that a rate of changes is 0, and not unknown, before the first one.
  for (const std::string_view state : kAcceptStateCodes) metrics().acceptChanges.Add({{"state", std::string(state)}});
}

std::string AcceptDb::setting(const std::string& name, const std::string& initial) {
  const std::lock_guard lock(mutex_);
  db_.run("INSERT INTO server_settings (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, initial);
  SQLite::Statement& row = db_.query("SELECT value FROM server_settings WHERE name = ?", name);
  row.executeStep();
  std::string value = row.getColumn("value").getString();
  row.reset();
  return value;
}

std::optional<std::string> AcceptDb::findSetting(const std::string& name) {
  const std::lock_guard lock(mutex_);
  SQLite::Statement& row = db_.query("SELECT value FROM server_settings WHERE name = ?", name);
  std::optional<std::string> value;
  if (row.executeStep()) value = row.getColumn("value").getString();
  row.reset();
  return value;
}

void AcceptDb::eraseSetting(const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (db_.run("DELETE FROM server_settings WHERE name = ?", name) == 0) return;
  try {
    // What is deleted stays in free pages, and in the log of writes, until both are written anew.
    db_.database().exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (const SQLite::Exception& error) {
    spdlog::warn("{} is deleted, but the store may still have a copy in a free page: {}", name, error.what());
  }
}

void AcceptDb::set(const std::string& name, const std::string& value) {
  const std::lock_guard lock(mutex_);
  db_.run(
      "INSERT INTO server_settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name, value);
}

std::optional<AcceptRecord> AcceptDb::read(const char* sql, const std::string& by) {
  SQLite::Statement& row = db_.query(sql, by);
  if (!row.executeStep()) {
    row.reset();
    return std::nullopt;
  }
  const auto text = [&row](const char* column) { return row.getColumn(column).getString(); };
  AcceptRecord record;
  record.key = text("key");
  record.requestHash = text("request_hash");
  record.order = text("order_id");
  record.offer = text("offer");
  record.state = parseAcceptState(text("state"));
  record.amount = row.getColumn("amount").getInt64();
  record.currency = text("currency");
  record.method = text("method");
  record.visitor = text("visitor");
  record.arms = text("arms");
  record.ticket = text("ticket");
  record.charge = text("charge");
  record.reason = text("reason");
  record.createdAt = row.getColumn("created").getInt64();
  record.undoUntil = row.getColumn("undo_until").getInt64();
  record.chargeKey = text("charge_key");
  record.chargeUntil = row.getColumn("charge_until").getInt64();
  record.leaseOwner = text("lease_owner");
  record.leaseUntil = row.getColumn("lease_until").getInt64();
  record.receipt = {text("receipt"), text("headline"), text("shown_price"),
                    text("label"),   text("locale"),   text("terms")};
  row.reset();

  SQLite::Statement& lines = db_.query(kAcceptLines, record.key);
  while (lines.executeStep()) {
    OrderLine line;
    line.product = lines.getColumn("product").getString();
    line.variant = lines.getColumn("variant").getString();
    line.title = lines.getColumn("title").getString();
    line.variantTitle = lines.getColumn("variant_title").getString();
    line.quantity = lines.getColumn("quantity").getInt64();
    line.price = lines.getColumn("price").getInt64();
    line.replaces = lines.getColumn("replaces").getString();
    line.offer = record.offer;
    record.lines.push_back(std::move(line));
  }
  lines.reset();
  return record;
}

std::optional<AcceptRecord> AcceptDb::accept(const std::string& key) {
  const std::lock_guard lock(mutex_);
  return read(kAcceptByKey, key);
}

std::optional<AcceptRecord> AcceptDb::acceptOfCharge(const std::string& chargeKey) {
  const std::lock_guard lock(mutex_);
  return read(kAcceptByChargeKey, chargeKey);
}

std::optional<AcceptRecord> AcceptDb::liveAccept(const std::string& order) {
  const std::lock_guard lock(mutex_);
  return read(kLiveAccept, order);
}

std::vector<AcceptRecord> AcceptDb::acceptsOf(const std::string& order) {
  const std::lock_guard lock(mutex_);
  std::vector<AcceptRecord> accepts;
  for (const std::string& key : keys(db_.query(kAcceptsOfOrder, order))) {
    if (auto record = read(kAcceptByKey, key)) accepts.push_back(std::move(*record));
  }
  return accepts;
}

bool AcceptDb::insert(const AcceptRecord& record, AcceptState state, Millis leaseUntil) {
  const int inserted =
      db_.run(kInsertAccept, record.key, record.requestHash, record.order, record.offer, toString(state), record.amount,
              record.currency, record.method, record.visitor, record.arms, record.ticket, record.charge, record.reason,
              record.createdAt, record.undoUntil, record.receipt.id, record.receipt.headline, record.receipt.price,
              record.receipt.label, record.receipt.locale, record.receipt.terms, record.chargeKey, record.chargeUntil,
              owner_, leaseUntil);
  if (inserted == 0) return false;
  std::int64_t position = 0;
  for (const OrderLine& line : record.lines) {
    db_.run(kInsertAcceptLine, record.key, position++, line.product, line.variant, line.title, line.variantTitle,
            line.quantity, line.price, line.replaces);
  }
  return true;
}

bool AcceptDb::begin(AcceptRecord& record, Millis now) {
  const std::lock_guard lock(mutex_);
  // A hash of the order and the request's key, so that its length is fixed.
  record.chargeKey = chargePrefix_ + sha256Hex(record.order + "\n" + record.key);
  WriteTransaction transaction(db_);
  if (!insert(record, AcceptState::Charging, now + kLeaseMillis)) return false;
  transaction.commit();
  countChange(AcceptState::Charging);
  return true;
}

bool AcceptDb::restore(const AcceptRecord& record, Millis now) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  if (!insert(record, AcceptState::Charging, now + kLeaseMillis)) return false;
  transaction.commit();
  return true;
}

bool AcceptDb::move(const AcceptRecord& from, AcceptState to, const std::string& charge, const std::string& reason) {
  const std::lock_guard lock(mutex_);
  const int moved = db_.run("UPDATE offer_accepts SET state = ?, charge = ?, reason = ? WHERE key = ? AND state = ?",
                            toString(to), charge, reason, from.key, toString(from.state));
  if (moved > 0) countChange(to);
  return moved > 0;
}

Stored AcceptDb::storedAs(const std::string& key) {
  const auto record = read(kAcceptByKey, key);
  if (!record) return Stored::Gone;
  switch (record->state) {
    case AcceptState::Charging:
    case AcceptState::Processing:
    case AcceptState::RequiresAction:
      return Stored::Now;
    case AcceptState::Accepted:
    case AcceptState::Undoing:
    case AcceptState::Undone:
      return Stored::Before;
    case AcceptState::Declined:
    case AcceptState::Refunded:
    case AcceptState::Refunding:
    case AcceptState::Expired:
    case AcceptState::Review:
      return Stored::Closed;
  }
  return Stored::Gone;
}

Stored AcceptDb::storeCharge(const std::string& key, const std::string& charge) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const Stored stored = storedAs(key);
  if (stored != Stored::Now) return stored;
  db_.run(kStoreCharge, charge, key);
  transaction.commit();
  return stored;
}

Stored AcceptDb::commit(const AcceptRecord& record, Millis now, const std::string& receiptHash, const Event& event) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const Stored stored = storedAs(record.key);
  if (stored != Stored::Now) return stored;
  db_.run("UPDATE offer_accepts SET state = 'accepted', charge = ?, undo_until = ? WHERE key = ?", record.charge,
          record.undoUntil, record.key);
  const Receipt& shown = record.receipt;
  db_.run(kInsertReceipt, shown.id, record.order, record.offer, record.key, now, shown.headline, shown.price,
          shown.label, shown.locale, shown.terms, record.amount, record.currency, receiptHash);
  leaveEvent(db_, event);
  transaction.commit();
  countChange(AcceptState::Accepted);
  return stored;
}

void AcceptDb::startRefund(const AcceptRecord& record, const std::string& charge, const std::string& reason) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  bool isNew = db_.run(kStartRefund, charge, reason, record.key) > 0;
  if (!isNew) {
    AcceptRecord lost = record;
    lost.charge = charge;
    lost.reason = reason;
    isNew = insert(lost, AcceptState::Refunding, 0);  // does nothing for an accept that is there
  }
  transaction.commit();
  if (isNew) countChange(AcceptState::Refunding);
}

bool AcceptDb::commitUndo(const std::string& key, const Event& event) {
  const std::lock_guard lock(mutex_);
  WriteTransaction transaction(db_);
  const int changed = db_.run("UPDATE offer_accepts SET state = 'undone' WHERE key = ? AND state = 'undoing'", key);
  if (changed == 0) return false;
  leaveEvent(db_, event);
  transaction.commit();
  countChange(AcceptState::Undone);
  return true;
}

std::vector<std::string> AcceptDb::unsettled() {
  const std::lock_guard lock(mutex_);
  return keys(db_.query(kUnsettled));
}

std::vector<std::string> AcceptDb::unsettled(const std::string& order) {
  const std::lock_guard lock(mutex_);
  return keys(db_.query(kUnsettledOfOrder, order));
}

std::vector<UnsettledState> AcceptDb::unsettledStates() {
  const std::lock_guard lock(mutex_);
  std::vector<UnsettledState> states;
  SQLite::Statement& rows = db_.query(kUnsettledStates);
  while (rows.executeStep()) {
    states.push_back({parseAcceptState(rows.getColumn("state").getString()), rows.getColumn("accepts").getInt64(),
                      rows.getColumn("oldest").getInt64()});
  }
  rows.reset();
  return states;
}

void AcceptDb::relay(Store& store) { relayOutbox(mutex_, db_, store); }

void AcceptDb::ping() {
  const std::lock_guard lock(mutex_);
  db_.ping();
}

std::vector<std::string> AcceptDb::keys(SQLite::Statement& rows) {
  std::vector<std::string> found;
  while (rows.executeStep()) found.push_back(rows.getColumn("key").getString());
  rows.reset();
  return found;
}

}  // namespace aftermint
