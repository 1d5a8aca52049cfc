/** @file The rows of a query, for readings of many rows: a value is not copied, and costs no lock. */
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string_view>

#include "sqlite.h"

struct sqlite3;
struct sqlite3_mutex;
struct sqlite3_stmt;

namespace aftermint {

/**
 * One run of a query. The connection must outlive it. It holds the connection's mutex, as taking it for each value
 * would cost a tenth of a reading; so it ends in the thread in which it began.
 */
class SqliteRows {
 public:
  /** Binds the values in order. Throws SQLite::Exception. */
  SqliteRows(Sqlite& db, const char* sql, std::initializer_list<std::int64_t> values);

  /** Goes to the next row; false after the last one. Throws SQLite::Exception. */
  bool next();
  /** A value of this row, from 0 on; valid until `next`. Throws StoreError if SQLite has no memory for it. */
  [[nodiscard]] std::string_view text(int column);
  /** Throws StoreError for a value that is not an integer. */
  [[nodiscard]] std::int64_t number(int column);

 private:
  struct Finish {
    void operator()(sqlite3_stmt* statement) const;
  };
  struct Leave {
    void operator()(sqlite3_mutex* mutex) const;
  };
  sqlite3* db_;
  std::unique_ptr<sqlite3_mutex, Leave> mutex_;  ///< null if SQLite was built without
  std::unique_ptr<sqlite3_stmt, Finish> statement_;
};

}  // namespace aftermint
