#include "events/clickhouse_store.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <random>
#include <utility>

#include "aftermint/decision.h"
#include "clock.h"
#include "events/clickhouse_reading.h"
#include "events/clickhouse_row.h"
#include "events/clickhouse_schema.h"

namespace aftermint {
namespace {

constexpr std::size_t kInsertEvents = 10'000;  // one block for the engine: stored whole or not at all

std::int64_t storedNumber(const std::string& text) {
  char* end = nullptr;
  const std::int64_t number = std::strtoll(text.c_str(), &end, 10);
  if (text.empty() || *end != '\0') throw StoreError("\"" + text + "\" is not a number");
  return number;
}

ClickHouseCall readingCall() {
  ClickHouseCall call;
  call.isReading = true;
  return call;
}

/** Whether the tables are there, and of which version; 0: none. */
unsigned versionIn(ClickHouseClient& client) {
  const bool hasVersions = client.value("EXISTS TABLE schema_versions") == "1";
  if (!hasVersions) {
    if (client.value("EXISTS TABLE events") == "1") {
      throw StoreError("the database " + client.address().database +
                       " has a table events, but is not a store of aftermint");
    }
    return 0;
  }
  return static_cast<unsigned>(
      storedNumber(client.value("SELECT max(version) FROM schema_versions WHERE part = 'events'")));
}

const std::string kInsertRows = "INSERT INTO events (" + std::string(kClickHouseColumns) + ") FORMAT RowBinary";

/**
 * Settings of a user could make an insert return before the engine has the rows. Older releases do not know each of
 * them.
 */
ClickHouseCall insertCall(ClickHouseClient& client) {
  ClickHouseCall call;
  for (const auto& [name, value] : {std::pair{"async_insert", "0"}, {"insert_distributed_sync", "1"}}) {
    if (client.value("SELECT count() FROM system.settings WHERE name = " + clickHouseText(name)) != "0") {
      call.settings.emplace_back(name, value);
    }
  }
  return call;
}

[[noreturn]] void refuseVersion(const ClickHouseClient& client, unsigned version) {
  throw StoreError("another version of aftermint wrote the database " + client.address().database +
                   ": its tables are of step " + std::to_string(version) + ", this program knows step " +
                   std::to_string(kClickHouseVersion));
}

}  // namespace

void requireClickHouseVersion(ClickHouseClient& client) {
  const unsigned version = versionIn(client);
  if (version == 0) {
    throw StoreError("the database " + client.address().database +
                     " has no tables of aftermint; start `aftermint serve` with it once");
  }
  if (version != kClickHouseVersion) refuseVersion(client, version);
}

ClickHouseStore::ClickHouseStore(ClickHouseAddress address, ClickHouseAccess access, ClickHouseLimits limits)
    : client_(std::move(address), limits), access_(access), queue_(kInsertEvents) {
  if (access == ClickHouseAccess::Read) {
    requireClickHouseVersion(client_);
    return;
  }
  open();
  writer_ = std::thread([this] { write(); });
}

void ClickHouseStore::open() {
  const std::string& database = client_.address().database;
  // The right to create databases is needed only if this one is missing.
  ClickHouseAddress server = client_.address();
  server.database = "default";
  ClickHouseClient outside(server);
  if (outside.value("SELECT count() FROM system.databases WHERE name = " + clickHouseText(database)) == "0") {
    outside.run("CREATE DATABASE IF NOT EXISTS " + clickHouseName(database));
  }
  unsigned version = versionIn(client_);
  if (version > kClickHouseVersion) refuseVersion(client_, version);
  if (version == 0) {
    client_.run(kClickHouseVersions);
    for (const char* statement : kClickHouseStep1) client_.run(statement);
    version = 1;
    client_.run("INSERT INTO schema_versions (part, version) VALUES ('events', 1)");
  }
  inserting_ = insertCall(client_);
}

ClickHouseStore::~ClickHouseStore() {
  queue_.close();
  if (writer_.joinable()) writer_.join();
}

void ClickHouseStore::append(std::vector<Event> events) { appendAndWait(*this, std::move(events)); }

void ClickHouseStore::appendThen(std::vector<Event> events, AppendDone done) {
  if (access_ == ClickHouseAccess::Read) {
    return done(std::make_exception_ptr(StoreError("the event store was opened only to be read")));
  }
  queue_.add(std::move(events), std::move(done));
}

void ClickHouseStore::write() {
  for (;;) {
    std::vector<WaitingEvents> batch = queue_.take();
    if (batch.empty()) return;
    std::exception_ptr failure;
    try {
      insert(batch);
    } catch (const std::exception& error) {
      failure = std::make_exception_ptr(StoreError(std::string("the event store cannot write: ") + error.what()));
    }
    for (const WaitingEvents& waiting : batch) waiting.done(failure);
  }
}

std::uint64_t ClickHouseStore::nextStored() {
  using std::chrono::microseconds;
  thread_local std::minstd_rand random(std::random_device{}());
  constexpr std::uint64_t kMicroParts = 1'024;
  const auto micros = std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch());
  // The random part keeps the rows of two collectors apart that store the same key in the same microsecond.
  const std::uint64_t fresh = static_cast<std::uint64_t>(micros.count()) * kMicroParts + random() % kMicroParts;
  lastStored_ = std::max(fresh, lastStored_ + 1);
  return lastStored_;
}

void ClickHouseStore::insert(const std::vector<WaitingEvents>& batch) {
  std::string rows;
  std::size_t count = 0;
  const auto send = [&] {
    if (count == 0) return;
    client_.insert(kInsertRows, rows, inserting_);
    rows.clear();
    count = 0;
  };
  // A retry sends the same bytes: a row that was stored twice has one version, and counts once.
  for (const WaitingEvents& waiting : batch) {
    for (const Event& event : waiting.events) {
      appendClickHouseRow(rows, event, clickHouseVersion(event.trusted, nextStored()));
      if (++count == kInsertEvents) send();
    }
  }
  send();
}

std::vector<ArmSums> ClickHouseStore::sums(const SumsQuery& query) {
  return ClickHouseReading(client_, query.now).sums(query);
}

std::vector<EarlierSums> ClickHouseStore::earlier(const SumsQuery& query) {
  return ClickHouseReading(client_, query.now).earlier();
}

StoreCounts ClickHouseStore::counts() {
  // All events, also those of the future.
  constexpr Millis kEnd = 9'000'000'000'000'000;
  return ClickHouseReading(client_, kEnd).counts();
}

std::int64_t ClickHouseStore::countFrom(std::string_view source) {
  const std::string begins = "substring(source, 1, " + std::to_string(source.size()) + ") = " + clickHouseText(source);
  return storedNumber(
      client_.value("SELECT count() FROM (SELECT argMax(m_is, m_version) AS is_from FROM (SELECT max(version) AS "
                    "m_version, argMax(i1, version) AS m_i1, argMax(i2, version) AS m_i2, argMax(" +
                        begins +
                        ", version) AS m_is FROM events GROUP BY h1, h2) GROUP BY m_i1, m_i2) WHERE "
                        "is_from = 1",
                    readingCall()));
}

std::int64_t ClickHouseStore::dropFrom(std::string_view source) {
  const std::int64_t events = countFrom(source);
  deleteClickHouseRows(client_,
                       "substring(source, 1, " + std::to_string(source.size()) + ") = " + clickHouseText(source));
  return events;
}

std::int64_t ClickHouseStore::dropPageEvents(Millis before, const std::vector<std::string>& keptOffers,
                                             std::stop_token stop) {
  std::string old = "trusted = 0 AND received < " + std::to_string(before);
  if (!keptOffers.empty()) {
    std::string kept;
    for (const std::string& offer : keptOffers) kept += (kept.empty() ? "" : ", ") + clickHouseText(offer);
    old += " AND offer NOT IN (" + kept + ")";
  }
  const std::int64_t events =
      storedNumber(client_.value("SELECT uniqExact((h1, h2)) FROM events WHERE " + old, readingCall()));
  if (events == 0) return 0;
  deleteClickHouseRows(client_, old, stop);
  client_.run("INSERT INTO probes (id, time) VALUES (" + std::to_string(kCompleteSinceRow) + ", " +
              std::to_string(before) + ")");
  return events;
}

Millis ClickHouseStore::completeSince() {
  return storedNumber(
      client_.value("SELECT max(time) FROM probes WHERE id = " + std::to_string(kCompleteSinceRow), readingCall()));
}

OrderMoney ClickHouseStore::orderMoney(std::string_view order) {
  OrderMoney money;
  // A server's key names the order, so that all its rows are here.
  for (const std::vector<std::string>& row :
       client_.rows("SELECT argMax(type, version), argMax(key, version), argMax(amount, version), argMax(gross_change, "
                    "version), "
                    "argMax(currency, version) FROM events WHERE class = 1 AND order_id = " +
                        clickHouseText(order) + " AND trusted = 1 GROUP BY h1, h2",
                    readingCall())) {
    const Minor amount = storedNumber(row.at(2));
    money.gross += storedNumber(row.at(3));
    if (row[0] == toString(EventType::Order)) {
      money.isPlaced = true;
      money.amount = amount;
      money.currency = row.at(4);
    } else if (row[0] == toString(EventType::Refund)) {
      money.refunded += amount;
      money.refundKeys.push_back(row[1]);
    }
  }
  return money;
}

std::string ClickHouseStore::currency() {
  std::string newest = client_.value(
      "SELECT argMax(currency, trusted * 9000000000000000 + time) FROM events WHERE class = 1 AND type = 'order' AND "
      "currency != ''",
      readingCall());
  if (!newest.empty()) return newest;
  // The low bits of a version fall with the time at which the row was stored.
  return client_.value("SELECT argMin(currency, bitAnd(version, 9223372036854775807)) FROM events WHERE currency != ''",
                       readingCall());
}

void ClickHouseStore::ping() { (void)client_.value("SELECT 1"); }

void ClickHouseStore::probeWrite() {
  if (access_ == ClickHouseAccess::Read) return ping();
  client_.run("INSERT INTO probes (id, time) VALUES (" + std::to_string(kProbeRow) + ", " +
              std::to_string(systemMillis()) + ")");
}

void insertClickHouseRows(ClickHouseClient& client, const std::string& rows) {
  client.insert(kInsertRows, rows, insertCall(client));
}

void deleteClickHouseRows(ClickHouseClient& client, const std::string& condition, const std::stop_token& stop) {
  using std::chrono::milliseconds;
  constexpr milliseconds kPoll{50};
  constexpr std::chrono::minutes kLongest{30};
  ClickHouseCall once;
  once.isRepeatable = false;
  client.run("ALTER TABLE events DELETE WHERE " + condition, once);
  const auto end = std::chrono::steady_clock::now() + kLongest;
  const std::string waiting =
      "SELECT count() FROM system.mutations WHERE database = currentDatabase() AND table = "
      "'events' AND is_done = 0";
  while (client.value(waiting) != "0") {
    if (stop.stop_requested()) return;  // the engine goes on by itself
    if (std::chrono::steady_clock::now() > end) {
      throw StoreError("ClickHouse has not deleted the rows in 30 minutes; see its table system.mutations");
    }
    std::this_thread::sleep_for(kPoll);
  }
}

}  // namespace aftermint
