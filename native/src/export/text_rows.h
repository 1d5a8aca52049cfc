/** @file Rows as lines of text: NDJSON and CSV. */
#pragma once

#include <string>

#include "export/row_writer.h"

namespace aftermint {

/** Hands whole rows to the sink; at most about 64 KiB wait for it. */
class TextRows final : public RowWriter {
 public:
  /** The header of a CSV is written at once. */
  TextRows(ExportFormat format, std::span<const Column> columns, ByteSink sink);

  void text(std::string_view value) override;
  void number(std::optional<std::int64_t> value) override;
  void flag(std::optional<bool> value) override;
  void time(std::optional<Millis> value) override;
  void json(const Json& value) override;
  void endRow() override;
  void finish() override;

 private:
  void put(ColumnKind kind, std::string_view inJson, std::string_view inCsv);

  ExportFormat format_;
  ByteSink sink_;
  std::string waiting_;
};

}  // namespace aftermint
