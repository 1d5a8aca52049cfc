/** @file Rows of a table as NDJSON, CSV or Parquet. */
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "aftermint/book.h"
#include "json.h"

namespace aftermint {

enum class ExportFormat {
  Ndjson,   ///< one JSON object a line
  Csv,      ///< RFC 4180 with a header; texts that look like formulas get an apostrophe (table/csv_field.h)
  Parquet,  ///< typed columns, compressed
};

/** The names of the formats, which are also the ends of their files' names. */
inline constexpr std::array<std::string_view, 3> kExportFormatNames = {"ndjson", "csv", "parquet"};

[[nodiscard]] constexpr std::string_view toString(ExportFormat format) {
  return kExportFormatNames[static_cast<std::size_t>(format)];
}

/** The inverse of `toString`; none for another text. */
[[nodiscard]] std::optional<ExportFormat> parseExportFormat(std::string_view name);

enum class ColumnKind { String, Integer, Boolean, Timestamp, JsonText };

struct Column {
  std::string_view name;
  ColumnKind kind;
};

/** Takes the next bytes of a file. */
using ByteSink = std::function<void(std::string_view)>;

/**
 * Writes the values of a row one by one, in the order of the columns, and hands bytes to a sink.
 *
 * Every column may have missing values: `null` in NDJSON and Parquet, an empty cell in CSV. An empty text is a missing
 * value. Times are in ms since 1970; as a text they are RFC 3339 in UTC, always with milliseconds, so that they sort.
 *
 * A value of another kind than its column, one too many, or a row that lacks one throws std::logic_error.
 */
class RowWriter {
 public:
  virtual ~RowWriter() = default;

  virtual void text(std::string_view value) = 0;
  virtual void number(std::optional<std::int64_t> value) = 0;
  virtual void flag(std::optional<bool> value) = 0;
  virtual void time(std::optional<Millis> value) = 0;
  /** A JSON value; in CSV and Parquet its text. */
  virtual void json(const Json& value) = 0;

  virtual void endRow() = 0;
  /** Hands over what waits, and completes the file. Call it once, after the last row. */
  virtual void finish() = 0;

  [[nodiscard]] std::int64_t rows() const { return rows_; }

 protected:
  explicit RowWriter(std::span<const Column> columns) : columns_(columns) {}

  /** The index of the next column, which must be of this kind. */
  std::size_t nextColumn(ColumnKind kind);
  /** Counts the row, which must be complete. */
  void countRow();

  std::span<const Column> columns_;

 private:
  std::size_t column_ = 0;
  std::int64_t rows_ = 0;
};

/** `columns` must outlive the writer. */
[[nodiscard]] std::unique_ptr<RowWriter> makeRowWriter(ExportFormat format, std::span<const Column> columns,
                                                       ByteSink sink);

}  // namespace aftermint
