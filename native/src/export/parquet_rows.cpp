#include "export/parquet_rows.h"

#include <utility>

#include "export/thrift_compact.h"
#include "http/content_coding.h"
#include "version.h"

namespace aftermint {
namespace {

constexpr std::string_view kMagic = "PAR1";
constexpr std::size_t kGroupBytes = 8U << 20;

// The numbers are those of parquet.thrift (github.com/apache/parquet-format).
enum class Physical { Boolean = 0, Int64 = 2, ByteArray = 6 };
enum class Converted { Utf8 = 0, TimestampMillis = 9, JsonText = 19 };
enum class Logical { String = 1, Timestamp = 8, JsonText = 12 };
constexpr std::int32_t kPlainEncoding = 0, kRleEncoding = 3;
constexpr std::int32_t kOptional = 1;
constexpr std::int32_t kDataPage = 0;
constexpr std::int32_t kUncompressed = 0, kGzip = 2;
constexpr std::int32_t kFormatVersion = 2;

Physical physicalOf(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Boolean:
      return Physical::Boolean;
    case ColumnKind::Integer:
    case ColumnKind::Timestamp:
      return Physical::Int64;
    case ColumnKind::String:
    case ColumnKind::JsonText:
      break;
  }
  return Physical::ByteArray;
}

template <typename Number>
std::string littleEndian(Number value) {
  std::string bytes;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
  }
  return bytes;
}

/** Whether rows have a value, as definition levels of one bit: runs of equal ones (Encodings.md, RLE). */
std::string levelsOf(const std::vector<bool>& presence) {
  std::string runs;
  for (std::size_t begin = 0; begin < presence.size();) {
    std::size_t end = begin;
    while (end < presence.size() && presence[end] == presence[begin]) ++end;
    std::uint64_t header = (end - begin) << 1;
    for (; header >= 0x80; header >>= 7) runs += static_cast<char>(0x80 | (header & 0x7f));
    runs += static_cast<char>(header);
    runs += presence[begin] ? '\1' : '\0';
    begin = end;
  }
  return littleEndian(static_cast<std::uint32_t>(runs.size())) + runs;
}

/** Eight flags a byte, the first in the lowest bit. */
std::string packed(std::string_view flags) {
  std::string bytes((flags.size() + 7) / 8, '\0');
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (flags[i] != 0) bytes[i / 8] = static_cast<char>(bytes[i / 8] | 1 << (i % 8));
  }
  return bytes;
}

std::string pageHeader(std::size_t uncompressed, std::size_t compressed, std::size_t values) {
  ThriftCompact page;
  page.number32(1, kDataPage);
  page.number32(2, static_cast<std::int32_t>(uncompressed));
  page.number32(3, static_cast<std::int32_t>(compressed));
  page.beginStruct(5);
  page.number32(1, static_cast<std::int32_t>(values));
  page.number32(2, kPlainEncoding);
  page.number32(3, kRleEncoding);
  page.number32(4, kRleEncoding);
  page.endStruct();
  return page.finish();
}

/** What a text or a number means: for older readers the converted type, for others the logical one. */
void writeMeaning(ThriftCompact& out, Converted converted, Logical logical) {
  out.number32(6, static_cast<std::int32_t>(converted));
  out.beginStruct(10);
  out.beginStruct(static_cast<int>(logical));
  if (logical == Logical::Timestamp) {
    out.flag(1, true);   // UTC
    out.beginStruct(2);  // the unit
    out.beginStruct(1);  // ms
    out.endStruct();
    out.endStruct();
  }
  out.endStruct();
  out.endStruct();
}

void writeSchemaOf(ThriftCompact& out, const Column& column) {
  out.beginElement();
  out.number32(1, static_cast<std::int32_t>(physicalOf(column.kind)));
  out.number32(3, kOptional);
  out.text(4, column.name);
  if (column.kind == ColumnKind::String) writeMeaning(out, Converted::Utf8, Logical::String);
  if (column.kind == ColumnKind::Timestamp) writeMeaning(out, Converted::TimestampMillis, Logical::Timestamp);
  if (column.kind == ColumnKind::JsonText) writeMeaning(out, Converted::JsonText, Logical::JsonText);
  out.endStruct();
}

}  // namespace

ParquetRows::ParquetRows(std::span<const Column> columns, ByteSink sink)
    : RowWriter(columns), sink_(std::move(sink)), waiting_(columns.size()) {
  write(kMagic);
}

void ParquetRows::put(ColumnKind kind, bool isPresent, std::string_view plain) {
  Waiting& column = waiting_[nextColumn(kind)];
  column.presence.push_back(isPresent);
  column.values += plain;
  waitingBytes_ += plain.size();
}

void ParquetRows::putNumber(ColumnKind kind, std::optional<std::int64_t> value) {
  put(kind, value.has_value(), value ? littleEndian(*value) : std::string());
}

void ParquetRows::text(std::string_view value) {
  if (value.empty()) return put(ColumnKind::String, false, {});
  put(ColumnKind::String, true, littleEndian(static_cast<std::uint32_t>(value.size())) + std::string(value));
}

void ParquetRows::number(std::optional<std::int64_t> value) { putNumber(ColumnKind::Integer, value); }

void ParquetRows::flag(std::optional<bool> value) {
  put(ColumnKind::Boolean, value.has_value(), !value ? std::string() : std::string(1, *value ? '\1' : '\0'));
}

void ParquetRows::time(std::optional<Millis> value) { putNumber(ColumnKind::Timestamp, value); }

void ParquetRows::json(const Json& value) {
  const std::string text = compact(value);
  put(ColumnKind::JsonText, true, littleEndian(static_cast<std::uint32_t>(text.size())) + text);
}

void ParquetRows::endRow() {
  countRow();
  if (waitingBytes_ >= kGroupBytes) writeGroup();
}

void ParquetRows::write(std::string_view bytes) {
  sink_(bytes);
  written_ += static_cast<std::int64_t>(bytes.size());
}

ParquetRows::Chunk ParquetRows::writeChunk(ColumnKind kind, Waiting& waiting) {
  const std::string page =
      levelsOf(waiting.presence) + (kind == ColumnKind::Boolean ? packed(waiting.values) : waiting.values);
  const std::optional<std::string> smaller = encoded(page, ContentCoding::Gzip);
  const std::string& body = smaller ? *smaller : page;
  const std::string header = pageHeader(page.size(), body.size(), waiting.presence.size());
  Chunk chunk;
  chunk.offset = written_;
  chunk.values = static_cast<std::int64_t>(waiting.presence.size());
  chunk.size = static_cast<std::int64_t>(header.size() + body.size());
  chunk.uncompressed = static_cast<std::int64_t>(header.size() + page.size());
  chunk.isCompressed = smaller.has_value();
  write(header);
  write(body);
  waiting = {};
  return chunk;
}

void ParquetRows::writeGroup() {
  RowGroup group;
  group.rows = rows() - groupedRows_;
  groupedRows_ = rows();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    group.chunks.push_back(writeChunk(columns_[i].kind, waiting_[i]));
  }
  groups_.push_back(std::move(group));
  waitingBytes_ = 0;
}

std::string ParquetRows::directory() const {
  ThriftCompact out;
  out.number32(1, kFormatVersion);
  out.beginList(2, ThriftCompact::Element::Struct, columns_.size() + 1);
  out.beginElement();  // the root of the schema
  out.text(4, "row");
  out.number32(5, static_cast<std::int32_t>(columns_.size()));
  out.endStruct();
  for (const Column& column : columns_) writeSchemaOf(out, column);
  out.number64(3, rows());
  out.beginList(4, ThriftCompact::Element::Struct, groups_.size());
  for (const RowGroup& group : groups_) {
    out.beginElement();
    out.beginList(1, ThriftCompact::Element::Struct, group.chunks.size());
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < group.chunks.size(); ++i) {
      const Chunk& chunk = group.chunks[i];
      bytes += chunk.uncompressed;
      out.beginElement();
      out.number64(2, 0);  // deprecated, and required
      out.beginStruct(3);
      out.number32(1, static_cast<std::int32_t>(physicalOf(columns_[i].kind)));
      out.beginList(2, ThriftCompact::Element::I32, 2);
      out.element(kPlainEncoding);
      out.element(kRleEncoding);
      out.beginList(3, ThriftCompact::Element::Binary, 1);
      out.element(columns_[i].name);
      out.number32(4, chunk.isCompressed ? kGzip : kUncompressed);
      out.number64(5, chunk.values);
      out.number64(6, chunk.uncompressed);
      out.number64(7, chunk.size);
      out.number64(9, chunk.offset);
      out.endStruct();
      out.endStruct();
    }
    out.number64(2, bytes);
    out.number64(3, group.rows);
    out.endStruct();
  }
  out.text(6, "aftermint " + std::string(kVersion));
  return out.finish();
}

void ParquetRows::finish() {
  if (rows() > groupedRows_) writeGroup();
  const std::string footer = directory();
  write(footer);
  write(littleEndian(static_cast<std::uint32_t>(footer.size())));
  write(kMagic);
}

}  // namespace aftermint
