#include "export/row_writer.h"

#include <stdexcept>
#include <utility>

#include "aftermint/time.h"
#include "table/csv_field.h"

namespace aftermint {
namespace {

constexpr std::size_t kMostWaiting = 64U << 10;

}  // namespace

RowWriter::RowWriter(ExportFormat format, std::span<const std::string_view> columns, ByteSink sink)
    : format_(format), columns_(columns), sink_(std::move(sink)) {
  if (format_ != ExportFormat::Csv) return;
  for (const std::string_view column : columns_) {
    if (!waiting_.empty()) waiting_ += ',';
    waiting_ += csvField(column);
  }
  waiting_ += "\r\n";
}

void RowWriter::put(std::string_view inJson, std::string_view inCsv) {
  if (column_ >= columns_.size()) throw std::logic_error("a row has more values than its table has columns");
  if (format_ == ExportFormat::Csv) {
    if (column_ > 0) waiting_ += ',';
    waiting_ += inCsv;
  } else {
    waiting_ += column_ == 0 ? "{\"" : ",\"";
    waiting_ += columns_[column_];  // our own names need no escape
    waiting_ += "\":";
    waiting_ += inJson;
  }
  ++column_;
}

void RowWriter::text(std::string_view value) {
  if (value.empty()) {
    put("null", "");
  } else if (format_ == ExportFormat::Csv) {
    put({}, csvField(value));
  } else {
    put(compact(Json(std::string(value))), {});
  }
}

void RowWriter::number(std::optional<std::int64_t> value) {
  const std::string digits = value ? std::to_string(*value) : std::string();
  put(value ? digits : "null", digits);
}

void RowWriter::flag(std::optional<bool> value) {
  const std::string_view code = !value ? "" : *value ? "true" : "false";
  put(value ? code : "null", code);
}

void RowWriter::time(std::optional<Millis> value) {
  if (!value) return put("null", "");
  const Text written = writeTime(*value, Fraction::Always);
  const std::string plain(written.begin(), written.end());
  put("\"" + plain + "\"", plain);
}

void RowWriter::json(const Json& value) {
  const std::string text = compact(value);
  if (format_ == ExportFormat::Csv) return put({}, csvField(text));
  put(text, {});
}

void RowWriter::endRow() {
  if (column_ != columns_.size()) throw std::logic_error("a row has fewer values than its table has columns");
  waiting_ += format_ == ExportFormat::Csv ? "\r\n" : "}\n";
  column_ = 0;
  ++rows_;
  if (waiting_.size() >= kMostWaiting) finish();
}

void RowWriter::finish() {
  if (waiting_.empty()) return;
  sink_(waiting_);
  waiting_.clear();
}

}  // namespace aftermint
