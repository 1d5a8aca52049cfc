#include "table/csv_parser.h"

#include <algorithm>
#include <utility>

namespace aftermint {
namespace {

bool isLineEnd(char byte) { return byte == '\n' || byte == '\r'; }

}  // namespace

std::optional<CsvRow> CsvParser::parse(std::string_view& bytes) {
  while (!bytes.empty()) {
    parseRun(bytes);
    if (bytes.empty()) break;
    const char byte = bytes.front();
    bytes.remove_prefix(1);
    if (parseByte(byte)) return CsvRow{rowLine_, std::exchange(fields_, {})};
  }
  return std::nullopt;
}

std::optional<CsvRow> CsvParser::finish() {
  if (state_ == State::RowStart) return std::nullopt;
  endField(State::RowStart);
  return CsvRow{rowLine_, std::exchange(fields_, {})};
}

/** Appends the text up to the next byte that can end the field. */
void CsvParser::parseRun(std::string_view& bytes) {
  if (state_ != State::Plain && state_ != State::Quoted) return;
  const auto endsField = [this](char byte) {
    return state_ == State::Quoted ? byte == '"' : byte == delimiter_ || isLineEnd(byte);
  };
  const auto size = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), endsField) - bytes.begin());
  const std::string_view run = bytes.substr(0, size);
  line_ += static_cast<std::size_t>(std::count(run.begin(), run.end(), '\n'));
  rowBytes_ += size;
  field_ += run;
  bytes.remove_prefix(size);
}

/** Returns whether the byte ended a row. */
bool CsvParser::parseByte(char byte) {
  const bool endsLine = isLineEnd(byte);
  if (state_ == State::RowStart && !endsLine) {
    rowLine_ = line_;
    rowBytes_ = 0;
    state_ = State::FieldStart;
  }
  if (byte == '\n') ++line_;
  if (state_ == State::RowStart) return false;  // a blank line, or the LF of a CRLF
  ++rowBytes_;
  if (state_ == State::Quoted) {  // the byte is a quote: all bytes before it were in the run
    state_ = State::AfterQuote;
  } else if (endsLine) {
    endField(State::RowStart);
    return true;
  } else if (byte == delimiter_) {
    endField(State::FieldStart);
  } else if (state_ == State::AfterQuote) {
    field_ += '"';
    if (byte != '"') field_ += byte;
    state_ = State::Quoted;
  } else if (byte == '"') {
    state_ = State::Quoted;
  } else {
    field_ += byte;
    state_ = State::Plain;
  }
  return false;
}

void CsvParser::endField(State next) {
  fields_.push_back(std::exchange(field_, {}));
  state_ = next;
}

}  // namespace aftermint
