/** @file Rows of a table as NDJSON or CSV. */
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "aftermint/book.h"
#include "json.h"

namespace aftermint {

enum class ExportFormat {
  Ndjson,  ///< one JSON object a line
  Csv,     ///< RFC 4180 with a header; texts that look like formulas get an apostrophe (table/csv_field.h)
};

/** Takes the next bytes of a file. */
using ByteSink = std::function<void(std::string_view)>;

/**
 * Writes the values of a row one by one, in the order of the columns, and hands whole rows to a sink.
 *
 * A missing value is `null` in NDJSON and an empty cell in CSV. So is an empty text. Times are RFC 3339 in UTC, always
 * with milliseconds, so that they sort as texts. At most about 64 KiB wait for the sink.
 */
class RowWriter {
 public:
  /** `columns` must outlive the writer. The header of a CSV is written at once. */
  RowWriter(ExportFormat format, std::span<const std::string_view> columns, ByteSink sink);

  void text(std::string_view value);
  void number(std::optional<std::int64_t> value);
  void flag(std::optional<bool> value);
  void time(std::optional<Millis> value);
  /** A JSON value; in CSV its text. */
  void json(const Json& value);

  /** Ends the row. Throws std::logic_error if it has not one value for each column. */
  void endRow();
  /** Hands over what waits. Call it after the last row. */
  void finish();
  [[nodiscard]] std::int64_t rows() const { return rows_; }

 private:
  void put(std::string_view inJson, std::string_view inCsv);

  ExportFormat format_;
  std::span<const std::string_view> columns_;
  ByteSink sink_;
  std::string waiting_;
  std::size_t column_ = 0;
  std::int64_t rows_ = 0;
};

}  // namespace aftermint
