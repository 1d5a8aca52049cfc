#include "import/csv.h"

#include <csv.h>

#include <cstring>
#include <new>
#include <utility>

#include "cli/unusable.h"
#include "import/text.h"

namespace aftermint::imports {
namespace {

// The states of libcsv's parser; its header publishes the field but not the names.
constexpr int kRowNotBegun = 0;
constexpr int kFieldBegun = 2;

int neverSpace(unsigned char) { return 0; }

}  // namespace

CsvReader::CsvReader(std::string path, char delimiter)
    : source_(std::move(path)), parser_(std::make_unique<csv_parser>()), buffer_(1u << 16) {
  if (csv_init(parser_.get(), 0) != 0) throw std::bad_alloc();
  csv_set_delim(parser_.get(), static_cast<unsigned char>(delimiter));
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
  std::size_t size = source_.read(buffer_);
  if (!opened_) {
    // A mark is three bytes at most, and a pipe may bring them one by one.
    while (size > 0 && size < 3) {
      const std::size_t more = source_.read(std::span(buffer_).subspan(size));
      if (more == 0) break;
      size += more;
    }
  }
  rest_ = std::string_view(buffer_.data(), size);
  if (!opened_) {
    opened_ = true;
    if (rest_.starts_with("\xFF\xFE") || rest_.starts_with("\xFE\xFF")) {
      throw Unusable(ErrorCode::TableSchema, "the file is in UTF-16", "Save it as CSV in UTF-8.", path(), 1);
    }
    if (rest_.starts_with("\xEF\xBB\xBF")) {
      rest_.remove_prefix(3);
      if (rest_.empty()) return fill();
    }
  }
  return size > 0;
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
    std::string lower = lowered(trimmed(name));
    for (const std::string& other : header_) {
      if (!lower.empty() && other == lower) {
        throw Unusable(ErrorCode::TableSchema, "the column \"" + name + "\" stands twice in the header",
                       "Keep one of them.", reader_.path(), row->line);
      }
    }
    header_.push_back(std::move(lower));
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
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (header_[i] == lower) return i;
  }
  return std::nullopt;
}

}  // namespace aftermint::imports
