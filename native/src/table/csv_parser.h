/** @file The CSV grammar (RFC 4180) as a state machine that is fed piece by piece. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aftermint {

/** One row of a file, with quotes removed. */
struct CsvRow {
  std::size_t line = 0;  ///< physical line where the first field begins, from 1
  std::vector<std::string> fields;
};

/**
 * Splits bytes into rows and fields. It refuses nothing: `isInQuotes` at the end means that a quote was never closed.
 *
 * A row ends at LF, CRLF or CR. Blank lines are skipped. Spaces belong to their field. A field that begins with a quote
 * (U+0022) ends at the first quote that a delimiter or a line end follows; inside it, two quotes mean one. Any other
 * quote is ordinary text, because spreadsheets and shop systems do write such quotes.
 */
class CsvParser {
 public:
  /** @param line physical line of the first byte */
  explicit CsvParser(char delimiter, std::size_t line = 1) : delimiter_(delimiter), line_(line) {}

  /** Parses up to the end of a row or of `bytes`, and removes what it has parsed. Returns the row if one ended. */
  [[nodiscard]] std::optional<CsvRow> parse(std::string_view& bytes);

  /** Returns the last row if the file does not end with a line end. Call it once, after the last byte. */
  [[nodiscard]] std::optional<CsvRow> finish();

  /** Whether the bytes so far end inside a quoted field. */
  [[nodiscard]] bool isInQuotes() const { return state_ == State::Quoted; }
  /** Physical line where the current or last row begins. */
  [[nodiscard]] std::size_t rowLine() const { return rowLine_; }
  /** Bytes of the current or last row so far. */
  [[nodiscard]] std::size_t rowBytes() const { return rowBytes_; }

 private:
  enum class State : std::uint8_t { RowStart, FieldStart, Plain, Quoted, AfterQuote };

  void parseRun(std::string_view& bytes);
  bool parseByte(char byte);
  void endField(State next);

  char delimiter_;
  State state_ = State::RowStart;
  std::size_t line_, rowLine_ = 1, rowBytes_ = 0;
  std::string field_;
  std::vector<std::string> fields_;
};

}  // namespace aftermint
