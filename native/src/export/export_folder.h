/** @file Tables of a store as files in a folder. */
#pragma once

#include <filesystem>
#include <span>

#include "export/store_tables.h"
#include "json.h"

namespace aftermint {

/** The file that names an export; a folder that has it belongs to `aftermint export`. */
inline constexpr std::string_view kExportManifest = "export.json";

/**
 * The folder of an export. Every file appears whole or not at all: it is written under another name, synced and
 * renamed. All tables are written before the first one is renamed; the manifest comes last.
 */
class ExportFolder {
 public:
  /**
   * Creates the folder if it is missing. Throws Unusable (`file_unreadable`) if that fails; and if one of the files is
   * there already in a folder without our manifest, unless `force`: it may be somebody's own `orders.csv`.
   */
  ExportFolder(std::filesystem::path folder, std::span<const ExportTable> tables, ExportFormat format, bool force);

  /**
   * Writes the tables and the manifest, and returns the manifest: what was written when, with the rows of each table.
   *
   * Throws StoreError, and Unusable (`file_unreadable`); then the files of an earlier export are still there.
   */
  Json write(StoreTables& store, const ExportQuery& query) const;

 private:
  [[nodiscard]] std::string fileName(ExportTable table) const;

  std::filesystem::path folder_;
  std::span<const ExportTable> tables_;
  ExportFormat format_;
};

}  // namespace aftermint
