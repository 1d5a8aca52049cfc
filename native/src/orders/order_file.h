/**
 * @file Reads an order file line by line: a known export, or any CSV file whose columns are named.
 *
 * The file may be plain or gzip. Times without a time zone are read as UTC.
 */
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>

#include "orders/order_columns.h"
#include "orders/order_rules.h"

namespace aftermint::orders {

/** How many lines were used, and how many were not and why. */
struct LineCounts {
  std::size_t read = 0, used = 0;  ///< all lines but the header; those that are purchases
  std::size_t returned = 0;        ///< returns; not part of `used`
  std::size_t converted = 0;       ///< lines of any kind that were not UTF-8 and were read as Latin-1
  std::array<std::size_t, kSkipReasons> skippedBy = {};  ///< by SkipReason

  [[nodiscard]] std::size_t skipped() const { return read - used - returned; }
};

/** Called once for each skipped line, with the first rule that it breaks. */
using OnSkipped = std::function<void(const SkippedLine&)>;
/** Called for each purchase and return. */
using OnLine = std::function<void(OrderFileLine&&)>;
/** Called once, before any line, with the shape of the file. */
using OnShape = std::function<void(const OrderShape&)>;

/** A file, and how to read its lines. */
struct OrderFile {
  std::string path;
  ColumnNames columns;
  std::string shape;                     ///< name of a shape; empty: detected from the header
  char delimiter = 0;                    ///< 0: detected from the header
  int digits = 2;                        ///< decimals of the currency
  DateOrder dates = DateOrder::Unknown;  ///< Unknown: detected from the file
  bool needsTime = false;                ///< whether a line is skipped if its time cannot be read
};

/** What was read, and how. */
struct OrderFileRead {
  LineCounts lines;
  const OrderShape* shape = nullptr;
  std::array<std::string, kRoles> columns;  ///< names of the columns by role; empty if there is none
  CellNotes notes;
  DateOrder dates = DateOrder::Unknown;        ///< the order of day and month that was used
  DateEvidence evidence = DateEvidence::None;  ///< how it was found
};

/**
 * Streams an order file: purchases and returns (`OrderFileLine::returned`) to `onLine`, skipped lines to `onSkipped`.
 *
 * If a cell is ambiguous ("12/1/2010", "1,299"), the other cells of its column decide. Lines are held back until then,
 * in the worst case until the end of the file. Throws Unusable if the file cannot be read, if a required column is
 * missing, and if the order of day and month stays unclear. The caller must then discard the lines it has received.
 */
OrderFileRead readOrderFile(const OrderFile& file, const OnShape& onShape, const OnLine& onLine,
                            const OnSkipped& onSkipped);

}  // namespace aftermint::orders
