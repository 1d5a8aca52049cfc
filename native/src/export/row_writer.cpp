#include "export/row_writer.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "export/parquet_rows.h"
#include "export/text_rows.h"

namespace aftermint {

std::optional<ExportFormat> parseExportFormat(std::string_view name) {
  const auto found = std::find(kExportFormatNames.begin(), kExportFormatNames.end(), name);
  if (found == kExportFormatNames.end()) return std::nullopt;
  return static_cast<ExportFormat>(found - kExportFormatNames.begin());
}

std::size_t RowWriter::nextColumn(ColumnKind kind) {
  if (column_ >= columns_.size()) throw std::logic_error("a row has more values than its table has columns");
  if (columns_[column_].kind != kind) throw std::logic_error("a value is of another kind than its column");
  return column_++;
}

void RowWriter::countRow() {
  if (column_ != columns_.size()) throw std::logic_error("a row has fewer values than its table has columns");
  column_ = 0;
  ++rows_;
}

std::unique_ptr<RowWriter> makeRowWriter(ExportFormat format, std::span<const Column> columns, ByteSink sink) {
  if (format == ExportFormat::Parquet) return std::make_unique<ParquetRows>(columns, std::move(sink));
  return std::make_unique<TextRows>(format, columns, std::move(sink));
}

}  // namespace aftermint
