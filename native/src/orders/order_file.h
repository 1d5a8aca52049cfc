/**
 * @file An order file, line by line: a shop's export known by its header, or any CSV whose columns are mapped.
 *
 * Plain or gzip. Times without a zone are taken for UTC.
 */
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>

#include "orders/order_columns.h"
#include "orders/order_rules.h"

namespace aftermint::orders {

struct LineCounts {
  std::size_t read = 0, used = 0;
  std::size_t returned = 0;   ///< taken as returns, not among `used`
  std::size_t converted = 0;  ///< lines, used or not, whose bytes were not UTF-8 and were read as Latin-1
  std::array<std::size_t, kSkipReasons> skippedBy = {};

  [[nodiscard]] std::size_t skipped() const { return read - used - returned; }
};

/** Where a dirty line is told of; each line is told of once, under the first rule it breaks. */
using OnSkipped = std::function<void(const SkippedLine&)>;
using OnLine = std::function<void(OrderFileLine&&)>;
/** Told once, before any line, what kind of file it is. */
using OnShape = std::function<void(const OrderShape&)>;

/** Which file, and how its lines are read. */
struct OrderFile {
  std::string path;
  ColumnNames columns;
  std::string shape;                     ///< by name; empty: told by the header
  char delimiter = 0;                    ///< 0: told by the header
  int digits = 2;                        ///< of the currency behind the point
  DateOrder dates = DateOrder::Unknown;  ///< Unknown: told by the file
  bool needsTime = false;                ///< whether a time that cannot be read makes a line dirty
};

/** What was read, and as what. */
struct OrderFileRead {
  LineCounts lines;
  const OrderShape* shape = nullptr;
  std::array<std::string, kRoles> columns;  ///< the names that were read, by role; empty where there was none
  CellNotes notes;
  DateOrder dates = DateOrder::Unknown;
  DateEvidence evidence = DateEvidence::None;
};

/**
 * Streams any order file: purchases and returns (`OrderFileLine::returned`) to one, dirty lines to the other.
 *
 * What one cell leaves open ("12/1/2010", "1,299") the column decides: lines are held back until it does, at the worst
 * until the file's end. Throws Unusable for a file that cannot be read or lacks a column, and where the order of day
 * and month stays open; consumers keep nothing of what they were given then.
 */
OrderFileRead readOrderFile(const OrderFile& file, const OnShape& onShape, const OnLine& onLine,
                            const OnSkipped& onSkipped);

}  // namespace aftermint::orders
