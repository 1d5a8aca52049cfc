#include <utility>

#include "events/event_schema.h"
#include "export/export_sql.h"
#include "export/table_source.h"
#include "json.h"
#include "sqlite.h"

namespace aftermint {
namespace {

class SqliteRow final : public SourceRow {
 public:
  explicit SqliteRow(SQLite::Statement& row) : row_(row) {}
  [[nodiscard]] std::string text(const char* column) const override { return row_.getColumn(column).getString(); }
  [[nodiscard]] std::optional<std::int64_t> optional(const char* column) const override {
    const SQLite::Column value = row_.getColumn(column);
    if (value.isNull()) return std::nullopt;
    return value.getInt64();
  }
  [[nodiscard]] std::map<std::string, std::string> arms(const char* column) const override {
    std::map<std::string, std::string> arms;
    const Json list = Json::parse(text(column));
    for (const Json& arm : list) arms[arm["experiment"].get<std::string>()] = arm["arm"].get<std::string>();
    return arms;
  }

 private:
  SQLite::Statement& row_;
};

Sqlite openedForExport(const std::string& url) {
  try {
    return Sqlite(sqlitePath(url), {kEventPart}, SqliteAccess::Read);
  } catch (const SQLite::Exception& error) {
    throw StoreError("cannot read " + url + ": " + error.what());
  }
}

class SqliteTables final : public TableSource {
 public:
  SqliteTables(const std::string& url, Millis now) : now_(now), db_(openedForExport(url)), snapshot_(db_.database()) {
    try {
      // SQLite fixes what a transaction sees when it reads first.
      db_.ping();
    } catch (const SQLite::Exception& error) {
      throw StoreError("cannot read " + url + ": " + error.what());
    }
  }

  void assignments(const TakeRow& take) override { read(assignmentRowsSql(), std::nullopt, take); }
  void orders(Millis window, const TakeRow& take) override { read(orderRowsSql(), window, take); }
  void offerFacts(const TakeRow& take) override { read(offerFactsSql(), std::nullopt, take); }

 private:
  void read(const char* sql, std::optional<Millis> window, const TakeRow& take) {
    try {
      SQLite::Statement& rows = db_.prepare(sql);
      rows.bind(":now", now_);
      if (window) rows.bind(":window", *window);
      const SqliteRow row(rows);
      while (rows.executeStep()) take(row);
      rows.reset();
    } catch (const SQLite::Exception& error) {
      throw StoreError(std::string("the event store cannot be exported: ") + error.what());
    }
  }

  Millis now_;
  Sqlite db_;
  SQLite::Transaction snapshot_;
};

}  // namespace

std::unique_ptr<TableSource> sqliteTables(const std::string& url, Millis now) {
  return std::make_unique<SqliteTables>(url, now);
}

}  // namespace aftermint
