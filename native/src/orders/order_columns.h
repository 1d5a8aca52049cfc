/**
 * @file Which column of an order file plays which part.
 *
 * The header shows which shape a file has. Other columns are found by the names that exports give them; a mapping
 * names any column. Only order and product (or title, or items) are needed.
 */
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "orders/column_role.h"
#include "table/csv.h"

namespace aftermint::orders {

/** What makes a line a purchase, a return or dirt (order_rules.h). */
enum class LineRules : std::uint8_t { OnlineRetail, Plain };

/** A kind of order file that is known by its columns. */
struct OrderShape {
  std::string_view name;
  LineRules rules = LineRules::Plain;
  std::array<std::string_view, 8> signature;     ///< the columns that tell the shape, any of those parted by "|"
  std::array<std::string_view, kRoles> columns;  ///< its own; those it leaves open are found by `columnNames`
};

/** Every known shape; the last, "plain", has no columns of its own. */
[[nodiscard]] std::span<const OrderShape> orderShapes();

/** Columns asked for by name; an empty name takes the part away, a part not named is left to the shape. */
using ColumnNames = std::map<Role, std::string>;

/**
 * Reads "order=InvoiceNo,product=StockCode": parts and the columns that play them.
 *
 * A comma in a column's name is kept where no "=" follows it before the next comma. Throws Unusable (`usage`).
 */
[[nodiscard]] ColumnNames parseColumns(std::string_view text);

/** Where the columns of one file stand. */
struct OrderColumns {
  const OrderShape* shape = nullptr;
  std::array<std::optional<std::size_t>, kRoles> at;

  [[nodiscard]] std::optional<std::size_t> of(Role role) const { return at[static_cast<std::size_t>(role)]; }
};

/**
 * Finds the columns in a header.
 *
 * @param shape by name; empty: the first whose signature is all there, else plain
 *
 * Throws Unusable (`table_schema`, with the header's line and what it has) where a named column is not there, or no
 * column gives order and product.
 */
[[nodiscard]] OrderColumns findColumns(const CsvTable& table, const ColumnNames& asked, std::string_view shape = {});

}  // namespace aftermint::orders
