/** @file Rows as a Parquet file. */
#pragma once

#include <string>
#include <vector>

#include "export/row_writer.h"

namespace aftermint {

/**
 * Writes a Parquet file (parquet.apache.org, format 2.11): optional columns, PLAIN values, one page for each column of
 * a row group, compressed with gzip where that makes it smaller. Texts and JSON are UTF-8, times are timestamps in ms,
 * UTC. Debian 12 has no Parquet library for C++, and these parts of the format are a page of code.
 *
 * A row group is handed over when its values fill 8 MiB, so memory stays bounded; the directory at the end of the file
 * needs some hundred bytes for each.
 */
class ParquetRows final : public RowWriter {
 public:
  ParquetRows(std::span<const Column> columns, ByteSink sink);

  void text(std::string_view value) override;
  void number(std::optional<std::int64_t> value) override;
  void flag(std::optional<bool> value) override;
  void time(std::optional<Millis> value) override;
  void json(const Json& value) override;
  void endRow() override;
  void finish() override;

 private:
  /** The values of a column that wait for the end of their row group. */
  struct Waiting {
    std::string values;          ///< PLAIN; of flags one byte each until the page is written
    std::vector<bool> presence;  ///< for each row, whether it has a value
  };
  /** A column in a row group that was written. */
  struct Chunk {
    std::int64_t offset = 0, values = 0, size = 0, uncompressed = 0;
    bool isCompressed = false;
  };
  struct RowGroup {
    std::vector<Chunk> chunks;
    std::int64_t rows = 0;
  };

  void put(ColumnKind kind, bool isPresent, std::string_view plain);
  void putNumber(ColumnKind kind, std::optional<std::int64_t> value);
  void write(std::string_view bytes);
  void writeGroup();
  Chunk writeChunk(ColumnKind kind, Waiting& waiting);
  [[nodiscard]] std::string directory() const;

  ByteSink sink_;
  std::vector<Waiting> waiting_;  ///< by column
  std::size_t waitingBytes_ = 0;
  std::int64_t written_ = 0;  ///< bytes
  std::int64_t groupedRows_ = 0;
  std::vector<RowGroup> groups_;
};

}  // namespace aftermint
