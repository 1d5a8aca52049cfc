#include "export/text_rows.h"

#include <utility>

#include "aftermint/time.h"
#include "table/csv_field.h"

namespace aftermint {
namespace {

constexpr std::size_t kMostWaitingBytes = 64U << 10;

}  // namespace

TextRows::TextRows(ExportFormat format, std::span<const Column> columns, ByteSink sink)
    : RowWriter(columns), format_(format), sink_(std::move(sink)) {
  if (format_ != ExportFormat::Csv) return;
  for (const Column& column : columns_) {
    if (!waiting_.empty()) waiting_ += ',';
    waiting_ += csvField(column.name);
  }
  waiting_ += "\r\n";
}

void TextRows::put(ColumnKind kind, std::string_view inJson, std::string_view inCsv) {
  const std::size_t column = nextColumn(kind);
  if (format_ == ExportFormat::Csv) {
    if (column > 0) waiting_ += ',';
    waiting_ += inCsv;
    return;
  }
  waiting_ += column == 0 ? "{\"" : ",\"";
  waiting_ += columns_[column].name;  // our own names need no escape
  waiting_ += "\":";
  waiting_ += inJson;
}

void TextRows::text(std::string_view value) {
  if (value.empty()) {
    put(ColumnKind::String, "null", "");
  } else if (format_ == ExportFormat::Csv) {
    put(ColumnKind::String, {}, csvField(value));
  } else {
    put(ColumnKind::String, compact(Json(std::string(value))), {});
  }
}

void TextRows::number(std::optional<std::int64_t> value) {
  const std::string digits = value ? std::to_string(*value) : std::string();
  put(ColumnKind::Integer, value ? digits : "null", digits);
}

void TextRows::flag(std::optional<bool> value) {
  const std::string_view code = !value ? "" : *value ? "true" : "false";
  put(ColumnKind::Boolean, value ? code : "null", code);
}

void TextRows::time(std::optional<Millis> value) {
  if (!value) return put(ColumnKind::Timestamp, "null", "");
  const Text written = writeTime(*value, Fraction::Always);
  const std::string plain(written.begin(), written.end());
  put(ColumnKind::Timestamp, "\"" + plain + "\"", plain);
}

void TextRows::json(const Json& value) {
  const std::string text = compact(value);
  if (format_ == ExportFormat::Csv) return put(ColumnKind::JsonText, {}, csvField(text));
  put(ColumnKind::JsonText, text, {});
}

void TextRows::endRow() {
  countRow();
  waiting_ += format_ == ExportFormat::Csv ? "\r\n" : "}\n";
  if (waiting_.size() >= kMostWaitingBytes) finish();
}

void TextRows::finish() {
  if (waiting_.empty()) return;
  sink_(waiting_);
  waiting_.clear();
}

}  // namespace aftermint
