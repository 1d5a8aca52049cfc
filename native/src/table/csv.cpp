#include "table/csv.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "text.h"
#include "unusable.h"

namespace aftermint {
namespace {

std::string_view withoutReturn(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/** The position of the first line end outside quotes, or npos. */
std::size_t endOfFirstRow(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && (text[i] == '\n' || text[i] == '\r')) return i;
  }
  return std::string_view::npos;
}

}  // namespace

char guessDelimiter(std::string_view header) {
  constexpr std::string_view kDelimiters = ",;\t|";
  std::array<std::size_t, kDelimiters.size()> counts{};
  header = withoutMark(header);
  header.remove_prefix(std::min(header.find_first_not_of("\r\n"), header.size()));
  bool quoted = false;
  for (const char c : header.substr(0, endOfFirstRow(header))) {
    if (c == '"') quoted = !quoted;
    const std::size_t at = kDelimiters.find(c);
    if (!quoted && at != std::string_view::npos) ++counts[at];
  }
  return kDelimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

CsvReader::CsvReader(std::string path, char delimiter)
    : source_(std::move(path)), delimiter_(delimiter), parser_(delimiter), buffer_(1u << 16) {}

std::optional<CsvRow> CsvReader::next() {
  while (!ended_) {
    if (rest_.empty() && !fill()) return finish();
    std::optional<CsvRow> row = parser_.parse(rest_);
    if (parser_.rowBytes() > kMaxRowBytes) {
      throw Unusable(ErrorCode::TableSchema, "the row is longer than " + std::to_string(kMaxRowBytes >> 20) + " MiB",
                     "Close the quote that is still open in this row.", path(), parser_.rowLine());
    }
    if (row) return row;
  }
  return std::nullopt;
}

bool CsvReader::fill() {
  if (opened_) {
    const std::size_t size = source_.read(buffer_);
    rest_ = std::string_view(buffer_.data(), size);
    return size > 0;
  }
  opened_ = true;
  rest_ = std::string_view(buffer_.data(), readHeader());
  open();
  return !rest_.empty() || fill();
}

/** Fills the buffer until it has the whole header, as a pipe may deliver it byte by byte. Returns the bytes read. */
std::size_t CsvReader::readHeader() {
  std::size_t size = 0;
  for (;;) {
    const std::size_t more = source_.read(std::span(buffer_).subspan(size));
    size += more;
    if (more == 0 || size == buffer_.size()) return size;
    // Without a new line end the header cannot have become whole.
    if (std::string_view(buffer_.data() + size - more, more).find_first_of("\r\n") == std::string_view::npos) continue;
    const std::string_view text = withoutMark(std::string_view(buffer_.data(), size));
    const std::size_t begin = text.find_first_not_of("\r\n");
    if (begin != std::string_view::npos && endOfFirstRow(text.substr(begin)) != std::string_view::npos) return size;
  }
}

/** Reads the byte order mark and a "sep=" line, and sets the delimiter. */
void CsvReader::open() {
  if (rest_.starts_with("\xFF\xFE") || rest_.starts_with("\xFE\xFF")) {
    throw Unusable(ErrorCode::TableSchema, "the file is in UTF-16", "Save it as CSV in UTF-8.", path(), 1);
  }
  rest_ = withoutMark(rest_);
  std::size_t line = 1;
  const std::size_t end = rest_.find('\n');
  const std::string_view first = withoutReturn(rest_.substr(0, end));
  if (end != std::string_view::npos && first.size() == 5 && lowered(first.substr(0, 4)) == "sep=") {
    if (delimiter_ == kGuessDelimiter) delimiter_ = first[4];
    rest_.remove_prefix(end + 1);
    ++line;
  }
  if (delimiter_ == kGuessDelimiter) delimiter_ = guessDelimiter(rest_);
  parser_ = CsvParser(delimiter_, line);
}

std::optional<CsvRow> CsvReader::finish() {
  ended_ = true;
  if (parser_.isInQuotes()) {
    throw Unusable(ErrorCode::TableSchema, "a quoted field of this row is never closed",
                   "Close the quote. A quote inside a field is written twice.", path(), parser_.rowLine());
  }
  return parser_.finish();
}

CsvTable::CsvTable(std::string path, const std::vector<std::string_view>& required, char delimiter)
    : reader_(std::move(path), delimiter) {
  std::optional<CsvRow> row = reader_.next();
  if (!row) {
    throw Unusable(ErrorCode::TableSchema, "the file is empty", "Use a CSV file whose first row has the column names.",
                   reader_.path());
  }
  headerLine_ = row->line;
  for (std::string& name : row->fields) {
    makeUtf8(name);
    header_.push_back(lowered(trimmed(name)));
    names_.emplace_back(trimmed(name));
  }
  std::string missing;
  for (const std::string_view name : required) {
    if (!column(name)) missing += (missing.empty() ? "" : ", ") + std::string(name);
  }
  if (!missing.empty()) {
    throw Unusable(ErrorCode::TableSchema, "the header does not have " + missing,
                   "Name these columns in the first row. Other columns are allowed.", reader_.path(), row->line);
  }
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const std::string lower = lowered(trimmed(name));
  const auto found = std::find(header_.begin(), header_.end(), lower);
  if (lower.empty() || found == header_.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(found - header_.begin());
  if (std::find(found + 1, header_.end(), lower) != header_.end()) {
    throw Unusable(ErrorCode::TableSchema, "two columns are named \"" + names_[at] + "\"", "Keep one of them.",
                   reader_.path(), headerLine_);
  }
  return at;
}

}  // namespace aftermint
