#include "sqlite.h"

#include <algorithm>

#include "private_file.h"

namespace aftermint {
namespace {

constexpr int kBusyMillis = 5000;

std::string newerVersion(const SqlitePart& part, std::size_t version) {
  return "the store was written by a newer aftermint (" + std::string(part.name) + " version " +
         std::to_string(version) + ")";
}

/** Before SQLite creates the file, and with its mode the files of its log. */
const std::string& prepared(const std::string& path, SqliteAccess access) {
  if (access == SqliteAccess::Write && !path.empty() && path != ":memory:") preparePrivateFile(path);
  return path;
}

}  // namespace

std::string sqlitePath(const std::string& url) {
  constexpr std::string_view kScheme = "sqlite:";
  if (url.rfind(kScheme, 0) != 0 || url.size() == kScheme.size()) {
    // Another URL may have a password.
    const std::string scheme = url.substr(0, std::min(url.find(':'), url.size()));
    throw StoreError("a store of the kind \"" + scheme + "\" cannot be used here: give sqlite:PATH or sqlite::memory:");
  }
  return url.substr(kScheme.size());
}

Sqlite::Sqlite(const std::string& path, std::initializer_list<SqlitePart> parts)
    : Sqlite(path, parts, SqliteAccess::Write) {}

Sqlite::Sqlite(const std::string& path, std::initializer_list<SqlitePart> parts, SqliteAccess access)
    : gate_(WriteGate::of(path)),
      database_(prepared(path, access),
                access == SqliteAccess::Read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                kBusyMillis) {
  if (access == SqliteAccess::Write) {
    database_.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
    for (const SqlitePart& part : parts) migrate(part);
    return;
  }
  bool isOurs = false;
  try {
    isOurs = database_.tableExists("schema_versions");
  } catch (const SQLite::Exception& error) {
    throw StoreError(path + " is not a store: " + error.what());
  }
  if (!isOurs) throw StoreError(path + " is a database, but not a store of aftermint");
  for (const SqlitePart& part : parts) requireVersion(part);
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

void Sqlite::requireVersion(const SqlitePart& part) {
  SQLite::Statement& read = query("SELECT version FROM schema_versions WHERE part = ?", part.name);
  const std::size_t version = read.executeStep() ? static_cast<std::size_t>(read.getColumn("version").getInt64()) : 0;
  read.reset();
  if (version == part.steps.size()) return;
  throw StoreError(version > part.steps.size()
                       ? newerVersion(part, version)
                       : "the store was written by an older aftermint (" + std::string(part.name) + " version " +
                             std::to_string(version) +
                             "): start `aftermint serve` with it once, which brings it up to date");
}

void Sqlite::migrate(const SqlitePart& part) {
  WriteTransaction transaction(*this);
  database_.exec("CREATE TABLE IF NOT EXISTS schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL)");
  SQLite::Statement& read = query("SELECT version FROM schema_versions WHERE part = ?", part.name);
  const std::size_t version = read.executeStep() ? static_cast<std::size_t>(read.getColumn("version").getInt64()) : 0;
  read.reset();
  if (version > part.steps.size()) {
    throw StoreError(newerVersion(part, version));
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

void Sqlite::probeWrite() {
  WriteTransaction transaction(*this);
  // The number has to change: SQLite does not write a row that stays as it is.
  run("INSERT INTO schema_versions (part, version) VALUES ('write_probe', 1) "
      "ON CONFLICT (part) DO UPDATE SET version = version + 1");
  transaction.commit();
}

}  // namespace aftermint
