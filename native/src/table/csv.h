/** @file A table in CSV (RFC 4180, by libcsv), row by row, with the physical line each row begins on. */
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/byte_source.h"

struct csv_parser;

namespace aftermint {

/** One row as it stands in the file. */
struct CsvRow {
  std::size_t line = 0;  ///< physical line its first field begins on, from 1
  std::vector<std::string> fields;
};

/** In place of a delimiter: take the one that the header shows. */
inline constexpr char kGuessDelimiter = '\0';

/**
 * The delimiter of a header: the one of comma, semicolon, tab and bar that divides it into the most fields.
 *
 * Delimiters inside quotes do not count. A comma where none is found, and where the count is equal. Only the text up to
 * the first line end outside quotes is read, so the beginning of a file will do. Never `kGuessDelimiter`.
 */
[[nodiscard]] char guessDelimiter(std::string_view header);

/** Most bytes of one row: past it a quote was most likely never closed. */
inline constexpr std::size_t kMaxRowBytes = 8u << 20;

/**
 * Streams the rows of a CSV file: quoted newlines, doubled quotes, CRLF or LF, a UTF-8 byte order mark.
 *
 * A first line `sep=;`, which spreadsheets write and read, names the delimiter and is no row.
 *
 * Blank lines are no rows. Spaces belong to their field. Throws Unusable (`table_schema`) for a quote that is never
 * closed, a row beyond kMaxRowBytes and a file in UTF-16.
 */
class CsvReader {
 public:
  /** Opens the file; `delimiter` is one byte or `kGuessDelimiter`. */
  explicit CsvReader(std::string path, char delimiter = kGuessDelimiter);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  /** The next row, or nothing at the end. */
  [[nodiscard]] std::optional<CsvRow> next();

  [[nodiscard]] const std::string& path() const { return source_.path(); }
  /** What divides the fields; `kGuessDelimiter` before the first `next()` where it is to be found. */
  [[nodiscard]] char delimiter() const { return delimiter_; }

 private:
  static void onField(void* text, std::size_t size, void* self);
  static void onRow(int terminator, void* self);
  bool fill();
  std::size_t readHeader();
  void open();
  void feed(std::string_view piece);
  void finish();

  ByteSource source_;
  char delimiter_;
  std::unique_ptr<csv_parser> parser_;
  std::vector<char> buffer_;
  std::string_view rest_;  ///< of the buffer, not yet fed
  std::size_t line_ = 1, rowLine_ = 1, rowBytes_ = 0;
  std::vector<std::string> fields_;
  std::deque<CsvRow> ready_;
  bool opened_ = false, ended_ = false;
};

/** A CSV file with a header: columns by name. */
class CsvTable {
 public:
  /**
   * Opens the file and reads its header; names meet without regard to case and outer spaces.
   *
   * Throws Unusable (`table_schema`) where a required column is missing or there is no header.
   */
  CsvTable(std::string path, const std::vector<std::string_view>& required, char delimiter = kGuessDelimiter);

  /**
   * Where that column stands, or nothing.
   *
   * Throws Unusable (`table_schema`) where two columns have this name: a name that nobody asks for may stand twice.
   */
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  [[nodiscard]] std::size_t columns() const { return header_.size(); }
  /** The names as the header writes them, without outer spaces. */
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /** The physical line of the header. */
  [[nodiscard]] std::size_t headerLine() const { return headerLine_; }
  [[nodiscard]] std::optional<CsvRow> next() { return reader_.next(); }
  [[nodiscard]] const std::string& path() const { return reader_.path(); }
  /** What divides the fields. */
  [[nodiscard]] char delimiter() const { return reader_.delimiter(); }

 private:
  CsvReader reader_;
  std::vector<std::string> header_, names_;
  std::size_t headerLine_ = 0;
};

}  // namespace aftermint
