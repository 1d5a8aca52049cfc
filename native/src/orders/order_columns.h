/**
 * @file Finds the columns of an order file by their roles.
 *
 * The shape of a file is detected from its header. Other columns are found by known names, or named by the user. Only
 * an order and a product (or title, or items) are required.
 */
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "orders/column_role.h"
#include "table/csv.h"

namespace aftermint::orders {

/** The rules that tell purchases, returns and skipped lines apart (order_rules.h). */
enum class LineRules : std::uint8_t { OnlineRetail, Plain };

/** A kind of order file that is recognized by its columns. */
struct OrderShape {
  std::string_view name;
  LineRules rules = LineRules::Plain;
  std::array<std::string_view, 8> signature;     ///< columns that identify the shape; "|" separates alternatives
  std::array<std::string_view, kRoles> columns;  ///< columns by role; empty ones are found by `columnNames`
};

/** Returns all known shapes. The last one, "plain", fits any file. */
[[nodiscard]] std::span<const OrderShape> orderShapes();

/** Columns named by the user. An empty name ignores the role; roles without an entry are detected. */
using ColumnNames = std::map<Role, std::string>;

/**
 * Splits "order=InvoiceNo,product=StockCode" into parts and columns, without outer spaces.
 *
 * A comma belongs to the column name if no "=" follows before the next comma. Throws Unusable (`usage`) if the text
 * begins without a part, and for a part that occurs twice. @param option that the text was given to, for messages
 */
[[nodiscard]] std::vector<std::pair<std::string, std::string>> splitColumns(std::string_view text,
                                                                            std::string_view option);

/**
 * Reads "order=InvoiceNo,product=StockCode": roles and their columns.
 *
 * Throws Unusable (`usage`), as `splitColumns` does, and for an unknown role.
 */
[[nodiscard]] ColumnNames parseColumns(std::string_view text);

/** The columns of one file. */
struct OrderColumns {
  const OrderShape* shape = nullptr;
  std::array<std::optional<std::size_t>, kRoles> at;

  [[nodiscard]] std::optional<std::size_t> of(Role role) const { return at[static_cast<std::size_t>(role)]; }
};

/**
 * Finds the columns in a header.
 *
 * Throws Unusable (`table_schema`, with the header's line) if a named column does not exist, or if there is no column
 * for the order or the product.
 *
 * @param shape name of a shape; empty: the first one whose signature is complete, or else plain
 */
[[nodiscard]] OrderColumns findColumns(const CsvTable& table, const ColumnNames& asked, std::string_view shape = {});

}  // namespace aftermint::orders
