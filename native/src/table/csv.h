/** @file CSV files, read row by row, with the physical line of each row. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/byte_source.h"
#include "table/csv_parser.h"

namespace aftermint {

/** Used as a delimiter: guess it from the header. */
inline constexpr char kGuessDelimiter = '\0';

/**
 * Guesses the delimiter of a header: comma, semicolon, tab or vertical bar, whichever gives the most fields.
 *
 * Delimiters inside quotes do not count. Returns a comma if there is none of them, or in case of a tie. Only the text
 * up to the first line end outside quotes is read. Never returns `kGuessDelimiter`.
 */
[[nodiscard]] char guessDelimiter(std::string_view header);

/** Maximum bytes of one row. In a longer row a quote was probably never closed. */
inline constexpr std::size_t kMaxRowBytes = 8u << 20;

/**
 * Streams the rows of a CSV file (`CsvParser`). A UTF-8 byte order mark is skipped.
 *
 * A first line `sep=;`, which spreadsheets write, sets the delimiter and is not a row. Throws Unusable (`table_schema`)
 * for a quote that is never closed, a row longer than `kMaxRowBytes`, and a file in UTF-16.
 */
class CsvReader {
 public:
  /** Opens the file; `delimiter` is one byte or `kGuessDelimiter`. */
  explicit CsvReader(std::string path, char delimiter = kGuessDelimiter);

  /** Returns the next row, or nothing at the end. Throws Unusable, as `ByteSource::read` does too. */
  [[nodiscard]] std::optional<CsvRow> next();

  [[nodiscard]] const std::string& path() const { return source_.path(); }
  /** The delimiter; still `kGuessDelimiter` before the first `next()` if it has to be guessed. */
  [[nodiscard]] char delimiter() const { return delimiter_; }

 private:
  bool fill();
  std::size_t readHeader();
  void open();
  std::optional<CsvRow> finish();

  ByteSource source_;
  char delimiter_;
  CsvParser parser_;
  std::vector<char> buffer_;
  std::string_view rest_;  ///< bytes of the buffer that are not parsed yet
  bool opened_ = false, ended_ = false;
};

/** A CSV file with a header; its columns are found by name. */
class CsvTable {
 public:
  /**
   * Opens the file and reads its header. Names are compared without case and outer spaces.
   *
   * Throws Unusable (`table_schema`) if a required column is missing or the file is empty.
   */
  CsvTable(std::string path, const std::vector<std::string_view>& required, char delimiter = kGuessDelimiter);

  /**
   * Returns the index of a column, or nothing.
   *
   * Throws Unusable (`table_schema`) if two columns have this name. Repeated names that are not read are allowed.
   */
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  [[nodiscard]] std::size_t columns() const { return header_.size(); }
  /** The names as in the header, without outer spaces. */
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /** The physical line of the header. */
  [[nodiscard]] std::size_t headerLine() const { return headerLine_; }
  [[nodiscard]] std::optional<CsvRow> next() { return reader_.next(); }
  [[nodiscard]] const std::string& path() const { return reader_.path(); }
  [[nodiscard]] char delimiter() const { return reader_.delimiter(); }

 private:
  CsvReader reader_;
  std::vector<std::string> header_, names_;
  std::size_t headerLine_ = 0;
};

}  // namespace aftermint
