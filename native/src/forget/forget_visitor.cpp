#include "forget/forget_visitor.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <utility>

#include "events/clickhouse_client.h"
#include "events/event_schema.h"
#include "forget/forget_clickhouse.h"
#include "json.h"
#include "sqlite.h"

namespace aftermint {
namespace {

/** A table of ours whose rows stay, but without the visitor. */
struct VisitorTable {
  std::string_view part;  ///< in `schema_versions`: without it, a table of this name is somebody else's
  std::string table;
  bool hasJson = false;  ///< the visitor is also in the column `json`
};

/** The last three are of the demo shop; `accepts` and `outbox` are its tables before version 0.2. */
const std::array<VisitorTable, 7> kVisitorTables = {{{"accepts", "offer_accepts"},
                                                     {"outbox", "event_outbox", true},
                                                     {"ticket_orders", "ticket_orders"},
                                                     {"shop", "orders"},
                                                     {"shop", "sessions"},
                                                     {"shop", "accepts"},
                                                     {"shop", "outbox", true}}};

/**
 * The orders of the visitor, and the events of pages that go. A page that kept no visitor id called the visitor
 * `order:` and the order's id.
 */
constexpr const char* kFindForgotten = R"sql(
CREATE TEMP TABLE forgotten_orders (order_id TEXT PRIMARY KEY);
CREATE TEMP TABLE forgotten_events (seq INTEGER PRIMARY KEY);
)sql";
constexpr const char* kForgottenOrders = R"sql(
INSERT INTO forgotten_orders
SELECT DISTINCT order_id FROM events AS e
WHERE visitor = ?1 AND order_id <> '' AND NOT EXISTS (
  SELECT 1 FROM events AS other
  WHERE other.order_id = e.order_id AND other.type IN ('order', 'accept', 'undo', 'refund') AND other.trusted = 1
    AND other.visitor NOT IN ('', ?1) AND substr(other.visitor, 1, 6) <> 'order:')
)sql";
constexpr const char* kForgottenEvents = R"sql(
INSERT INTO forgotten_events
SELECT seq FROM events
WHERE trusted = 0 AND (visitor = ? OR unit IN (SELECT 'order:' || order_id FROM forgotten_orders))
)sql";

/** Members of an event that mean something else, also if they have the same text as the visitor. */
constexpr std::array<std::string_view, 10> kNeverVisitor = {
    "specversion", "id", "source", "type", "order", "offer", "placement", "currency", "experiment", "arm"};

void removeValue(Json& json, std::string_view value) {
  if (!json.is_structured()) return;
  const auto meansOther = [&](const auto& at) {
    return json.is_object() && std::find(kNeverVisitor.begin(), kNeverVisitor.end(), at.key()) != kNeverVisitor.end();
  };
  for (auto at = json.begin(); at != json.end();) {
    if (at->is_string() && at->get_ref<const std::string&>() == value && !meansOther(at)) {
      at = json.erase(at);
    } else {
      removeValue(*at, value);
      ++at;
    }
  }
}

/** The statements of one visitor in one file. */
class Forgetting {
 public:
  Forgetting(Sqlite& db, const std::string& visitor) : db_(db), visitor_(visitor) {}

  std::vector<ForgottenRows> tables() {
    std::vector<ForgottenRows> all;
    db_.database().exec(kFindForgotten);
    db_.run(kForgottenOrders, visitor_);
    db_.run(kForgottenEvents, visitor_);
    ForgottenRows arms{"event_arms", count("event_arms WHERE event IN (SELECT seq FROM forgotten_events)")};
    ForgottenRows assignments{"assignments", count("assignments WHERE event IN (SELECT seq FROM forgotten_events)")};
    ForgottenRows events{"events"};
    // Arms and assignments go with their events (ON DELETE CASCADE).
    events.erased = db_.run("DELETE FROM events WHERE seq IN (SELECT seq FROM forgotten_events)");
    events.cleared = clearJson("events", "seq");
    db_.run(
        "UPDATE events SET visitor = '', unit = CASE WHEN order_id <> '' THEN 'order:' || order_id ELSE '' END "
        "WHERE visitor = ?",
        visitor_);
    all.insert(all.end(), {events, arms, assignments});
    for (const VisitorTable& each : kVisitorTables) {
      if (!isOurs(each)) continue;
      if (each.hasJson) clearJson(each.table, "seq");
      SQLite::Statement clear(db_.database(), "UPDATE " + each.table + " SET visitor = '' WHERE visitor = ?");
      clear.bind(1, visitor_);
      all.push_back({each.table, 0, clear.exec()});
    }
    return all;
  }

  /** Tables with a column `visitor` that none of our parts made. */
  std::vector<std::string> otherTables() {
    SQLite::Statement rows(db_.database(),
                           "SELECT m.name FROM main.sqlite_schema AS m, pragma_table_info(m.name) AS c "
                           "WHERE m.type = 'table' AND c.name = 'visitor' ORDER BY m.name");
    std::vector<std::string> others;
    while (rows.executeStep()) {
      std::string table = rows.getColumn(0).getString();
      const bool isKnown = table == "events" ||
                           std::any_of(kVisitorTables.begin(), kVisitorTables.end(),
                                       [&](const VisitorTable& each) { return each.table == table && isOurs(each); });
      if (!isKnown) others.push_back(std::move(table));
    }
    return others;
  }

 private:
  std::int64_t count(const std::string& from) {
    return db_.database().execAndGet("SELECT count(*) FROM " + from).getInt64();
  }

  bool isOurs(const VisitorTable& each) {
    SQLite::Statement part(
        db_.database(),
        "SELECT 1 FROM schema_versions, main.sqlite_schema WHERE part = ? AND type = 'table' AND name = ?");
    part.bind(1, std::string(each.part));
    part.bind(2, each.table);
    return part.executeStep();
  }

  /** Removes the visitor from the JSON of its rows. Returns how many rows there are. */
  std::int64_t clearJson(const std::string& table, const std::string& key) {
    std::vector<std::pair<std::int64_t, std::string>> rows;
    SQLite::Statement read(db_.database(), "SELECT " + key + ", json FROM " + table + " WHERE visitor = ?");
    read.bind(1, visitor_);
    while (read.executeStep()) rows.emplace_back(read.getColumn(0).getInt64(), read.getColumn(1).getString());
    SQLite::Statement write(db_.database(), "UPDATE " + table + " SET json = ? WHERE " + key + " = ?");
    for (const auto& [seq, json] : rows) {
      write.reset();
      write.bind(1, withoutValue(json, visitor_));
      write.bind(2, seq);
      write.exec();
    }
    return static_cast<std::int64_t>(rows.size());
  }

  Sqlite& db_;
  const std::string& visitor_;
};

/**
 * Writes the file anew, and empties the log. What was deleted before may still lie in the free space of the file, as
 * not every SQLite overwrites what it deletes.
 */
FileRewrite rewriteFile(Sqlite& db) {
  try {
    db.database().exec("VACUUM");
    SQLite::Statement checkpoint(db.database(), "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool isDone = checkpoint.executeStep() && checkpoint.getColumn(0).getInt() == 0;
    return isDone ? FileRewrite::Done : FileRewrite::Busy;
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() == SQLITE_BUSY || error.getErrorCode() == SQLITE_LOCKED) return FileRewrite::Busy;
    throw StoreError(std::string("the visitor is erased, but the file cannot be rewritten: ") + error.what());
  }
}

}  // namespace

std::string withoutValue(const std::string& json, std::string_view value) {
  Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) return "{}";
  removeValue(parsed, value);
  return compact(parsed);
}

std::int64_t Forgotten::rows() const {
  return std::accumulate(tables.begin(), tables.end(), std::int64_t{0},
                         [](std::int64_t sum, const ForgottenRows& each) { return sum + each.erased + each.cleared; });
}

Forgotten forgetVisitor(const std::string& url, const std::string& visitor, const ForgetOptions& options) {
  if (isClickHouseUrl(url)) return forgetInClickHouse(url, visitor, options);
  const std::string path = sqlitePath(url);
  try {
    // An older store has other columns. To open it for writing would bring it up to date, and a dry run changes
    // nothing.
    (void)Sqlite(path, {kEventPart}, SqliteAccess::Read);
    Sqlite db(path);
    // Deleted content is overwritten at once, so that it is gone even if the file cannot be rewritten.
    db.database().exec("PRAGMA secure_delete=ON");
    Forgotten forgotten;
    {
      WriteTransaction transaction(db);
      Forgetting forgetting(db, visitor);
      forgotten.tables = forgetting.tables();
      forgotten.otherTables = forgetting.otherTables();
      if (!options.dryRun) transaction.commit();
    }
    if (!options.dryRun && options.rewrite) forgotten.rewrite = rewriteFile(db);
    return forgotten;
  } catch (const SQLite::Exception& error) {
    throw StoreError("cannot forget in " + url + ": " + error.what());
  }
}

}  // namespace aftermint
