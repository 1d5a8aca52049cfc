#include "events/sqlite_store.h"

#include <SQLiteCpp/Savepoint.h>
#include <sqlite3.h>

#include <exception>
#include <memory>
#include <utility>

#include "events/event_schema.h"
#include "events/event_sql.h"
#include "events/read_sums.h"
#include "telemetry/commit_timer.h"

namespace aftermint {

namespace {

constexpr std::size_t kTransactionEvents = 500;  // so that no purchase waits long for its turn to write

/** Whether a failed write says nothing about what was written: no space, locked, read-only, damaged. */
bool isOfTheStore(const SQLite::Exception& error) {
  switch (error.getErrorCode()) {
    case SQLITE_ERROR:
    case SQLITE_TOOBIG:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
      return false;
    default:
      return true;
  }
}

/** An event that every store in order takes. */
Event soundEvent() {
  Event event;
  event.source = "/trial";
  event.id = "trial";
  event.type = toString(EventType::Exposure);
  event.json = "{}";
  return event;
}

}  // namespace

SqliteStore::SqliteStore(const std::string& path, SqliteAccess access)
    : db_(path, {kEventPart}, access), queue_(kTransactionEvents) {
  // A database in memory is that of its connection alone.
  if (path != ":memory:" && access == SqliteAccess::Write) reader_ = std::make_unique<Sqlite>(path);
  db_.setRank(WriteRank::Events);
  writer_ = std::thread([this] { write(); });
}

SqliteStore::~SqliteStore() {
  queue_.close();
  writer_.join();
}

void SqliteStore::append(std::vector<Event> events) { appendAndWait(*this, std::move(events)); }

void SqliteStore::appendThen(std::vector<Event> events, AppendDone done) {
  queue_.add(std::move(events), std::move(done));
}

void SqliteStore::write() {
  for (;;) {
    std::vector<WaitingEvents> batch = queue_.take();
    if (batch.empty()) return;
    try {
      const std::lock_guard lock(database_);
      try {
        writeGroup(batch);
      } catch (const SQLite::Exception& error) {
        if (isOfTheStore(error)) throw;
        writeEachOf(batch);
      }
    } catch (const std::exception& error) {
      const auto failure =
          std::make_exception_ptr(StoreError(std::string("the event store cannot write: ") + error.what()));
      for (WaitingEvents& waiting : batch) waiting.failure = failure;
    }
    for (const WaitingEvents& waiting : batch) waiting.done(waiting.failure);
  }
}

void SqliteStore::writeGroup(std::vector<WaitingEvents>& group) {
  CommitTimer timer;
  WriteTransaction transaction(db_);
  std::size_t events = 0;
  for (const WaitingEvents& waiting : group) {
    insertAll(waiting.events);
    events += waiting.events.size();
  }
  transaction.commit();
  timer.committed(events);
}

void SqliteStore::writeEachOf(std::vector<WaitingEvents>& group) {
  CommitTimer timer;
  WriteTransaction transaction(db_);
  std::size_t events = 0;
  // If not even a sound event can be written, the fault is the store's: this throws.
  {
    SQLite::Savepoint trial(db_.database(), "trial");
    insertAll({soundEvent()});
  }
  for (WaitingEvents& waiting : group) {
    SQLite::Savepoint part(db_.database(), "part");
    try {
      insertAll(waiting.events);
      part.release();
      events += waiting.events.size();
    } catch (const SQLite::Exception& error) {
      if (isOfTheStore(error)) throw;
      waiting.failure =
          std::make_exception_ptr(UnstorableEvent(std::string("an event cannot be stored: ") + error.what()));
    }
  }
  transaction.commit();
  timer.committed(events);
}

void SqliteStore::insertAll(const std::vector<Event>& events) {
  for (const Event& event : events) insert(event);
}

void SqliteStore::insert(const Event& event) {
  // An event of the server replaces a page's. A page's event that comes later violates the unique key and is dropped.
  if (event.trusted && !event.key.empty()) db_.run(kDropClaim, event.type, event.key);
  SQLite::Statement& insert = db_.prepare(kInsertEvent);
  insert.bind("$source", event.source);
  insert.bind("$id", event.id);
  insert.bind("$type", event.type);
  if (!event.key.empty()) insert.bind("$key", event.key);
  insert.bind("$trusted", event.trusted ? 1 : 0);
  insert.bind("$time", event.time);
  insert.bind("$received", event.received);
  insert.bind("$offer", event.offer);
  insert.bind("$placement", event.placement);
  insert.bind("$order", event.order);
  insert.bind("$visitor", event.visitor);
  if (event.amount) insert.bind("$amount", *event.amount);
  insert.bind("$currency", event.currency);
  insert.bind("$json", event.json);
  const bool isNew = insert.exec() > 0;
  insert.reset();
  if (isNew) insertArms(event, db_.database().getLastInsertRowid());
}

void SqliteStore::insertArms(const Event& event, std::int64_t seq) {
  if (event.json.find("\"arms\"") != std::string::npos) db_.run(kInsertArms, seq);
  for (const EventType type : {EventType::Assignment, EventType::Control, EventType::Exposure}) {
    if (event.type == toString(type)) db_.run(kInsertAssignments, seq);
  }
}

std::vector<ArmSums> SqliteStore::sums(const SumsQuery& query) {
  try {
    const std::lock_guard lock(reader_ ? reading_ : database_);
    return readSums(reader_ ? *reader_ : db_, query);
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot be summed: ") + error.what());
  }
}

std::vector<EarlierSums> SqliteStore::earlier(const SumsQuery& query) {
  try {
    const std::lock_guard lock(reader_ ? reading_ : database_);
    return readEarlier(reader_ ? *reader_ : db_, query);
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot be summed: ") + error.what());
  }
}

StoreCounts SqliteStore::counts() {
  try {
    const std::lock_guard lock(database_);
    StoreCounts counts;
    SQLite::Statement& sums = db_.query(kCountOrders);
    if (sums.executeStep()) {
      counts.currency = sums.getColumn("currency").getString();
      counts.orders = sums.getColumn("orders").getInt64();
      counts.orderValue = sums.getColumn("order_value").getInt64();
      counts.offerValue = sums.getColumn("offer_value").getInt64();
    }
    sums.reset();
    SQLite::Statement& rows = db_.query(kCountRows);
    while (rows.executeStep()) {
      OfferCounts row;
      row.offer = rows.getColumn("offer").getString();
      row.placement = rows.getColumn("placement").getString();
      row.exposures = rows.getColumn("exposures").getInt64();
      row.accepts = rows.getColumn("accepts").getInt64();
      row.declines = rows.getColumn("declines").getInt64();
      row.undos = rows.getColumn("undos").getInt64();
      row.revenue = rows.getColumn("revenue").getInt64();
      counts.rows.push_back(std::move(row));
    }
    rows.reset();
    return counts;
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot be read: ") + error.what());
  }
}

namespace {

/** The first text after every text that begins with this one, as SQLite compares texts. No byte of UTF-8 is 0xff. */
std::string afterPrefix(std::string_view prefix) { return std::string(prefix) + "\xff"; }

}  // namespace

std::int64_t SqliteStore::countFrom(std::string_view source) {
  try {
    const std::lock_guard lock(database_);
    SQLite::Statement& count = db_.query(kCountFrom, source, afterPrefix(source));
    count.executeStep();
    const std::int64_t events = count.getColumn(0).getInt64();
    count.reset();
    return events;
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot be read: ") + error.what());
  }
}

std::int64_t SqliteStore::dropFrom(std::string_view source) {
  try {
    const std::lock_guard lock(database_);
    WriteTransaction transaction(db_);
    const int dropped = db_.run(kDropFrom, source, afterPrefix(source));
    transaction.commit();
    return dropped;
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot write: ") + error.what());
  }
}

OrderMoney SqliteStore::orderMoney(std::string_view order) {
  try {
    const std::lock_guard lock(database_);
    OrderMoney money;
    SQLite::Statement& rows = db_.query(kOrderMoney, order);
    while (rows.executeStep()) {
      const std::string type = rows.getColumn("type").getString();
      const Minor amount = rows.getColumn("amount").getInt64();
      money.gross += rows.getColumn("gross_change").getInt64();
      if (type == toString(EventType::Order)) {
        money.isPlaced = true;
        money.amount = amount;
        money.currency = rows.getColumn("currency").getString();
      } else if (type == toString(EventType::Refund)) {
        money.refunded += amount;
        money.refundKeys.push_back(rows.getColumn("key").getString());
      }
    }
    rows.reset();
    return money;
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot be read: ") + error.what());
  }
}

std::string SqliteStore::currency() {
  try {
    const std::lock_guard lock(database_);
    SQLite::Statement& newest = db_.query(kNewestCurrency);
    std::string currency = newest.executeStep() ? newest.getColumn(0).getString() : std::string();
    newest.reset();
    return currency;
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot be read: ") + error.what());
  }
}

void SqliteStore::ping() {
  try {
    const std::lock_guard lock(database_);
    db_.ping();
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store does not answer: ") + error.what());
  }
}

void SqliteStore::probeWrite() {
  try {
    const std::lock_guard lock(database_);
    db_.probeWrite();
  } catch (const SQLite::Exception& error) {
    throw StoreError(std::string("the event store cannot write: ") + error.what());
  }
}

}  // namespace aftermint
