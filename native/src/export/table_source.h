/** @file Where the rows of an export come from: SQLite or ClickHouse. */
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "aftermint/book.h"

namespace aftermint {

/** One row of a query; columns are asked for by name. All members throw StoreError for a value of another kind. */
class SourceRow {
 public:
  virtual ~SourceRow() = default;
  /** Empty for NULL, too. */
  [[nodiscard]] virtual std::string text(const char* column) const = 0;
  /** None for NULL. */
  [[nodiscard]] virtual std::optional<std::int64_t> optional(const char* column) const = 0;
  /** Arms by experiment. */
  [[nodiscard]] virtual std::map<std::string, std::string> arms(const char* column) const = 0;

  [[nodiscard]] std::int64_t number(const char* column) const { return optional(column).value_or(0); }
  [[nodiscard]] bool flag(const char* column) const { return number(column) != 0; }
};

using TakeRow = std::function<void(const SourceRow&)>;

/** The rows of one store. The columns are those of export_sql.h. All members throw StoreError. */
class TableSource {
 public:
  virtual ~TableSource() = default;
  virtual void assignments(const TakeRow& take) = 0;
  virtual void orders(Millis window, const TakeRow& take) = 0;
  /** Facts of `OfferFact`, sorted by unit, placement and offer. */
  virtual void offerFacts(const TakeRow& take) = 0;
};

/** The tables of a store in SQLite at one moment, with what happened up to `now`. */
[[nodiscard]] std::unique_ptr<TableSource> sqliteTables(const std::string& url, Millis now);

/** The same of a store in ClickHouse, as of the call and a few seconds after it: its tables are read one by one. */
[[nodiscard]] std::unique_ptr<TableSource> clickHouseTables(const std::string& url, Millis now);

}  // namespace aftermint
