/** @file One SQLite connection, set up the way every part of the server needs it. */
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "write_gate.h"

namespace aftermint {

/** A store that cannot be opened, read or written; the message says which and why. */
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/** The PATH of `sqlite:PATH`. Throws StoreError for any other URL. */
[[nodiscard]] std::string sqlitePath(const std::string& url);

/**
 * The tables of one part of the program.
 *
 * `steps` are SQL scripts, oldest first. The version of a part is the number of steps taken. A published step never
 * changes; a change of the tables is a new step.
 */
struct SqlitePart {
  std::string_view name;
  std::span<const char* const> steps;
};

/** What a connection may do with its file. */
enum class SqliteAccess {
  Write,  ///< create it, migrate it, change it
  Read,   ///< nothing but read it
};

/**
 * A connection that caches its prepared statements. Not thread-safe: the owner locks a mutex.
 *
 * It uses WAL with synchronous=FULL, so that a committed transaction survives a power cut. Events, accepts, shop and
 * payments each have their own connection to the same file; they write in turn (write_gate.h). For another process it
 * waits up to five seconds.
 */
class Sqlite {
 public:
  /**
   * Opens or creates a database and migrates the tables of these parts, in this order.
   *
   * Throws SQLite::Exception if the file cannot be opened or changed, StoreError if a newer aftermint wrote it.
   */
  explicit Sqlite(const std::string& path, std::initializer_list<SqlitePart> parts = {});

  /**
   * Opens an existing database only to read it. Tables are not migrated.
   *
   * Throws SQLite::Exception if the file cannot be opened; StoreError if it is not a database of ours, or if another
   * version of aftermint wrote one of these parts.
   */
  Sqlite(const std::string& path, std::initializer_list<SqlitePart> parts, SqliteAccess access);

  /** The prepared statement for an SQL literal (it is cached by address), reset and without bound values. */
  [[nodiscard]] SQLite::Statement& prepare(const char* sql);

  /** How urgent its writes are; `Shop` unless it is said. */
  void setRank(WriteRank rank) { rank_ = rank; }

  /** Binds the values in order and runs the statement, in its turn. Returns the number of changed rows. */
  template <class... Values>
  int run(const char* sql, const Values&... values) {
    std::optional<WriteTurn> turn;
    if (!isWriting_) turn.emplace(*gate_, rank_);
    SQLite::Statement& statement = prepare(sql);
    bindAll(statement, values...);
    const int changed = statement.exec();
    statement.reset();
    return changed;
  }

  /** Binds the values in order. Read the rows with `executeStep`. */
  template <class... Values>
  SQLite::Statement& query(const char* sql, const Values&... values) {
    SQLite::Statement& statement = prepare(sql);
    bindAll(statement, values...);
    return statement;
  }

  /** Throws SQLite::Exception where the database does not answer. */
  void ping();
  /** Commits a small change to the disk. Throws SQLite::Exception where that fails: no space, read-only, locked. */
  void probeWrite();

  [[nodiscard]] SQLite::Database& database() { return database_; }

 private:
  friend class WriteTransaction;
  template <class... Values>
  static void bindAll(SQLite::Statement& statement, const Values&... values) {
    int index = 0;
    (bindOne(statement, ++index, values), ...);
  }
  template <class Value>
  static void bindOne(SQLite::Statement& statement, int index, const Value& value) {
    statement.bind(index, value);
  }
  static void bindOne(SQLite::Statement& statement, int index, std::string_view value) {
    statement.bind(index, std::string(value));
  }

  void migrate(const SqlitePart& part);
  void requireVersion(const SqlitePart& part);

  std::shared_ptr<WriteGate> gate_;
  WriteRank rank_ = WriteRank::Shop;
  bool isWriting_ = false;  ///< in a WriteTransaction
  SQLite::Database database_;
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

/** A transaction that takes the write lock at once, so that it never fails half way because the file is busy. */
class WriteTransaction {
 public:
  explicit WriteTransaction(Sqlite& db)
      : turn_(*db.gate_, db.rank_), mark_(db), transaction_(db.database(), SQLite::TransactionBehavior::IMMEDIATE) {}
  void commit() { transaction_.commit(); }

 private:
  /** Tells the connection that it is writing. */
  struct Mark {
    explicit Mark(Sqlite& marked) : db(marked) { db.isWriting_ = true; }
    ~Mark() { db.isWriting_ = false; }
    Sqlite& db;
  };
  WriteTurn turn_;
  Mark mark_;
  SQLite::Transaction transaction_;
};

}  // namespace aftermint
