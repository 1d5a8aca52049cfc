#include "replay/order_file.h"

#include <optional>
#include <utility>

#include "import/csv.h"
#include "import/text.h"

namespace aftermint::replay {
namespace {

using imports::CsvRow;
using imports::CsvTable;

/** How the rows of one table are judged. */
struct Reading {
  const OrderColumns& columns;
  int digits = 2;
  bool takesReturns = false;
};

std::optional<DirtyLine> judge(const CsvRow& row, std::size_t width, const Reading& how, OrderLine& line) {
  if (row.fields.size() != width) {
    return DirtyLine{row.line, Dirt::BadColumns,
                     std::to_string(row.fields.size()) + " fields, the header has " + std::to_string(width)};
  }
  RowFields fields;
  for (std::size_t i = 0; i < kRoles; ++i) {
    if (how.columns.at[i]) fields[i] = imports::trimmed(row.fields[*how.columns.at[i]]);
  }
  return how.columns.shape->rules == LineRules::OnlineRetail
             ? judgeOnlineRetail(fields, how.digits, how.takesReturns, line)
             : judgePlain(fields, line);
}

LineCounts readRows(CsvTable& table, const Reading& how, const OnLine& onLine, const OnDirty& onDirty) {
  LineCounts counts;
  while (std::optional<CsvRow> row = table.next()) {
    ++counts.read;
    bool latin = false;
    for (std::string& field : row->fields) latin |= imports::makeUtf8(field);
    counts.converted += latin ? 1 : 0;

    OrderLine line;
    line.line = row->line;
    if (const std::optional<DirtyLine> dirty = judge(*row, table.columns(), how, line)) {
      ++counts.dirty[static_cast<std::size_t>(dirty->dirt)];
      onDirty(*dirty);
    } else {
      ++(line.returned ? counts.returned : counts.used);
      onLine(std::move(line));
    }
  }
  return counts;
}

}  // namespace

OrderFileRead readOrderFile(const OrderFile& file, const OnShape& onShape, const OnLine& onLine,
                            const OnDirty& onDirty) {
  CsvTable table(file.path, {}, file.delimiter);
  const OrderColumns columns = findColumns(table, file.columns, file.shape);
  OrderFileRead out;
  out.shape = columns.shape;
  onShape(*columns.shape);
  for (std::size_t i = 0; i < kRoles; ++i) {
    if (columns.at[i]) out.columns[i] = table.names()[*columns.at[i]];
  }
  out.lines = readRows(table, {columns, file.digits, true}, onLine, onDirty);
  return out;
}

LineCounts readOrderLines(const std::string& path, int digits, const OnLine& onLine, const OnDirty& onDirty) {
  const OrderShape& shape = orderShapes().front();
  CsvTable table(path, {shape.columns.begin(), shape.columns.begin() + static_cast<std::ptrdiff_t>(shape.needed)});
  const OrderColumns columns = findColumns(table, {}, shape.name);
  return readRows(table, {columns, digits, false}, onLine, onDirty);
}

}  // namespace aftermint::replay
