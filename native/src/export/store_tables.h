/** @file The tables of a store for other tools: what was offered, who was assigned, what was paid. */
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "events/sums.h"
#include "export/row_writer.h"
#include "export/table_source.h"

namespace aftermint {

/**
 * The name of the comparison of all offers with the holdout, as an experiment of its own. No id of a book has a slash,
 * so no experiment of a book has this name. An arm of that name, which only a forged event can have, is left out.
 */
inline constexpr std::string_view kHoldoutExperiment = "aftermint/holdout";

enum class ExportTable { Offers, Assignments, Orders };

inline constexpr std::array<std::string_view, 3> kExportTableNames = {"offers", "assignments", "orders"};
inline constexpr std::array kExportTables = {ExportTable::Offers, ExportTable::Assignments, ExportTable::Orders};

[[nodiscard]] constexpr std::string_view toString(ExportTable table) {
  return kExportTableNames[static_cast<std::size_t>(table)];
}

/** The inverse of `toString`; none for another text. */
[[nodiscard]] std::optional<ExportTable> parseExportTable(std::string_view name);

/** Times are in ms since 1970, UTC. */
struct ExportQuery {
  Millis now = 0;                   ///< what happened after it is left out
  Millis window = 30 * kDayMillis;  ///< how long after an assignment `in_window` is true
};

/**
 * The tables of one store. docs/formats.md (Export) has the columns.
 *
 * A store in SQLite is read as it is at one moment, whatever is written to it meanwhile; of ClickHouse each table is
 * one moment, and the next one a little later. The rules are those of `Store::sums`: from these tables its figures can
 * be computed again. Rows are streamed; the engine sorts what must be sorted. Not thread-safe.
 */
class StoreTables {
 public:
  /** Opens a store only to read it. Throws StoreError, as `openStoreReadOnly` does. */
  StoreTables(const std::string& url, const ExportQuery& query);

  /** Writes one table and returns how many rows it has. Throws StoreError, and what `sink` throws. */
  std::int64_t write(ExportTable table, ExportFormat format, const ByteSink& sink);

 private:
  ExportQuery query_;
  std::unique_ptr<TableSource> source_;
};

}  // namespace aftermint
