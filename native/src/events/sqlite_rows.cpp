#include "events/sqlite_rows.h"

#include <sqlite3.h>

namespace aftermint {

void SqliteRows::Finish::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void SqliteRows::Leave::operator()(sqlite3_mutex* mutex) const { sqlite3_mutex_leave(mutex); }

SqliteRows::SqliteRows(Sqlite& db, const char* sql, std::initializer_list<std::int64_t> values)
    : db_(db.database().getHandle()), mutex_(sqlite3_db_mutex(db_)) {
  sqlite3_mutex_enter(mutex_.get());
  sqlite3_stmt* statement = nullptr;
  int result = sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr);
  statement_.reset(statement);
  int place = 0;
  for (const std::int64_t value : values) {
    if (result == SQLITE_OK) result = sqlite3_bind_int64(statement, ++place, value);
  }
  if (result != SQLITE_OK) throw SQLite::Exception(db_, result);
}

bool SqliteRows::next() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) throw SQLite::Exception(db_, result);
  return false;
}

std::string_view SqliteRows::text(int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (text == nullptr) throw StoreError("a text of the event store cannot be read");
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t SqliteRows::number(int column) {
  if (sqlite3_column_type(statement_.get(), column) != SQLITE_INTEGER) {
    throw StoreError("a number of the event store is not an integer");
  }
  return sqlite3_column_int64(statement_.get(), column);
}

}  // namespace aftermint
