#include "table/csv.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <span>
#include <utility>

#include "text.h"
#include "unusable.h"

namespace aftermint {
namespace {

// The states of libcsv's parser; its header publishes the field but not the names.
constexpr int kRowNotBegun = 0;
constexpr int kFieldBegun = 2;

int neverSpace(unsigned char) { return 0; }

std::string_view withoutReturn(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/** Where the first line ends outside quotes, or npos. */
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
    : source_(std::move(path)), delimiter_(delimiter), parser_(std::make_unique<csv_parser>()), buffer_(1u << 16) {
  if (csv_init(parser_.get(), 0) != 0) throw std::bad_alloc();
  csv_set_space_func(parser_.get(), neverSpace);
  csv_set_blk_size(parser_.get(), 1u << 16);  // its own is 128 bytes: a long field would be moved at every step
}

CsvReader::~CsvReader() { csv_free(parser_.get()); }

// libcsv is C: nothing may be thrown through it, and nothing here throws but for want of memory.
void CsvReader::onField(void* text, std::size_t size, void* self) {
  auto& fields = static_cast<CsvReader*>(self)->fields_;
  fields.emplace_back(size == 0 ? "" : static_cast<const char*>(text), size);
}

void CsvReader::onRow(int, void* self) {
  auto& reader = *static_cast<CsvReader*>(self);
  reader.ready_.push_back(CsvRow{reader.rowLine_, std::move(reader.fields_)});
  reader.fields_.clear();
}

std::optional<CsvRow> CsvReader::next() {
  while (ready_.empty() && !ended_) {
    if (rest_.empty() && !fill()) {
      finish();
      break;
    }
    // One physical line at a time, or what the buffer holds of it, so that each row's line is known.
    const std::size_t newline = rest_.find('\n');
    const std::size_t size = newline == std::string_view::npos ? rest_.size() : newline + 1;
    feed(rest_.substr(0, size));
    rest_.remove_prefix(size);
    if (newline != std::string_view::npos) ++line_;
  }
  if (ready_.empty()) return std::nullopt;
  std::optional<CsvRow> row = std::move(ready_.front());
  ready_.pop_front();
  return row;
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

/** Fills the buffer until the header is whole: a pipe may bring it byte by byte. Returns what the buffer holds. */
std::size_t CsvReader::readHeader() {
  std::size_t size = 0;
  for (;;) {
    const std::size_t more = source_.read(std::span(buffer_).subspan(size));
    size += more;
    const std::string_view text = withoutMark(std::string_view(buffer_.data(), size));
    const std::size_t begin = text.find_first_not_of("\r\n");
    const bool whole = begin != std::string_view::npos && endOfFirstRow(text.substr(begin)) != std::string_view::npos;
    if (more == 0 || size == buffer_.size() || whole) return size;
  }
}

/** Reads what stands before the first row: the byte order mark and the delimiter. */
void CsvReader::open() {
  if (rest_.starts_with("\xFF\xFE") || rest_.starts_with("\xFE\xFF")) {
    throw Unusable(ErrorCode::TableSchema, "the file is in UTF-16", "Save it as CSV in UTF-8.", path(), 1);
  }
  rest_ = withoutMark(rest_);
  const std::size_t end = rest_.find('\n');
  const std::string_view first = withoutReturn(rest_.substr(0, end));
  if (end != std::string_view::npos && first.size() == 5 && lowered(first.substr(0, 4)) == "sep=") {
    if (delimiter_ == kGuessDelimiter) delimiter_ = first[4];
    rest_.remove_prefix(end + 1);
    ++line_;
  }
  if (delimiter_ == kGuessDelimiter) delimiter_ = guessDelimiter(rest_);
  csv_set_delim(parser_.get(), static_cast<unsigned char>(delimiter_));
}

void CsvReader::feed(std::string_view piece) {
  if (parser_->pstate == kRowNotBegun) {
    rowLine_ = line_;
    rowBytes_ = 0;
  }
  rowBytes_ += piece.size();
  if (rowBytes_ > kMaxRowBytes) {
    throw Unusable(ErrorCode::TableSchema, "the row is longer than " + std::to_string(kMaxRowBytes >> 20) + " MiB",
                   "Close the quote that stands open in this row.", path(), rowLine_);
  }
  if (csv_parse(parser_.get(), piece.data(), piece.size(), onField, onRow, this) != piece.size()) {
    throw Unusable(ErrorCode::TableSchema, csv_strerror(csv_error(parser_.get())), "Mend the row.", path(), rowLine_);
  }
}

void CsvReader::finish() {
  ended_ = true;
  if (parser_->pstate == kFieldBegun && parser_->quoted != 0) {
    throw Unusable(ErrorCode::TableSchema, "a quoted field that begins in this row is never closed",
                   "Close the quote; a quote inside a field is written twice.", path(), rowLine_);
  }
  csv_fini(parser_.get(), onField, onRow, this);
}

CsvTable::CsvTable(std::string path, const std::vector<std::string_view>& required, char delimiter)
    : reader_(std::move(path), delimiter) {
  std::optional<CsvRow> row = reader_.next();
  if (!row) {
    throw Unusable(ErrorCode::TableSchema, "the file is empty", "Give a CSV file whose first row names its columns.",
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
    throw Unusable(ErrorCode::TableSchema, "the header lacks " + missing,
                   "Name these columns in the first row; other columns may stand beside them.", reader_.path(),
                   row->line);
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
