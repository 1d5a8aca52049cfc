#include "sqlite.h"

namespace aftermint {
namespace {

constexpr int kBusyMillis = 5000;

}  // namespace

std::string sqlitePath(const std::string& url) {
  constexpr std::string_view kScheme = "sqlite:";
  if (url.rfind(kScheme, 0) != 0 || url.size() == kScheme.size()) {
    throw StoreError("the store \"" + url + "\" is unknown: use sqlite:PATH or sqlite::memory:");
  }
  return url.substr(kScheme.size());
}

Sqlite::Sqlite(const std::string& path, std::initializer_list<SqlitePart> parts)
    : database_(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMillis) {
  database_.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
  for (const SqlitePart& part : parts) migrate(part);
}

SQLite::Statement& Sqlite::prepare(const char* sql) {
  std::unique_ptr<SQLite::Statement>& statement = statements_[sql];
  if (!statement) {
    statement = std::make_unique<SQLite::Statement>(database_, sql);
  } else {
    // reset() would report the error of the last step again; it was handled when it happened.
    statement->tryReset();
    statement->clearBindings();
  }
  return *statement;
}

void Sqlite::migrate(const SqlitePart& part) {
  WriteTransaction transaction(*this);
  database_.exec("CREATE TABLE IF NOT EXISTS schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL)");
  SQLite::Statement& read = query("SELECT version FROM schema_versions WHERE part = ?", part.name);
  const std::size_t version = read.executeStep() ? static_cast<std::size_t>(read.getColumn("version").getInt64()) : 0;
  read.reset();
  if (version > part.steps.size()) {
    throw StoreError("the store was written by a newer aftermint (" + std::string(part.name) + " version " +
                     std::to_string(version) + ")");
  }
  std::size_t number = 0;
  for (const char* step : part.steps) {
    if (++number > version) database_.exec(step);
  }
  run("INSERT INTO schema_versions (part, version) VALUES (?, ?) "
      "ON CONFLICT (part) DO UPDATE SET version = excluded.version",
      part.name, static_cast<std::int64_t>(part.steps.size()));
  transaction.commit();
}

void Sqlite::ping() {
  SQLite::Statement& one = query("SELECT count(*) FROM schema_versions");
  one.executeStep();
  one.reset();
}

}  // namespace aftermint
