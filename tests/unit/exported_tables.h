// The exported tables of a store, read back.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "export/store_tables.h"

namespace aftermint::testing {

/** The text of one table. */
inline std::string exportedText(StoreTables& tables, ExportTable table, ExportFormat format) {
  std::string text;
  tables.write(table, format, [&text](std::string_view bytes) { text += bytes; });
  return text;
}

/** The rows of one table, from its NDJSON. */
inline std::vector<nlohmann::json> exportedRows(StoreTables& tables, ExportTable table) {
  std::istringstream lines(exportedText(tables, table, ExportFormat::Ndjson));
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

}  // namespace aftermint::testing
