/**
 * @file Which column of an order file plays which part.
 *
 * A file's shape is told by its header; a mapping names columns of any other file. Only order and product are needed.
 */
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "import/csv.h"

namespace aftermint::replay {

/** What a column can be for. */
enum class Role : std::uint8_t {
  Order,
  Product,
  Title,
  Quantity,
  Time,
  Price,  ///< of one
  Customer,
  Country,
  Cancelled,  ///< anything but nothing, "no", "false" and "0": the whole order was called off
  Status,     ///< of the order, in a word; see `isCalledOff`
};
inline constexpr std::size_t kRoles = 10;

/** The word of it in a mapping. */
[[nodiscard]] std::string_view word(Role role);

/** What makes a line a purchase, a return or dirt (order_rules.h). */
enum class LineRules : std::uint8_t { OnlineRetail, Plain };

/** A kind of order file that is known by its columns. */
struct OrderShape {
  std::string_view name;
  LineRules rules = LineRules::Plain;
  std::array<std::string_view, kRoles> columns;  ///< empty where it has none
  std::size_t needed = 0;                        ///< so many of them, from the first, tell the shape
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
 * @param shape by name; empty: the first whose needed columns are all there, else plain
 *
 * Throws Unusable (`table_schema`, with the header's line and what it has) where a named column is not there, or no
 * column gives order and product.
 */
[[nodiscard]] OrderColumns findColumns(const imports::CsvTable& table, const ColumnNames& asked,
                                       std::string_view shape = {});

}  // namespace aftermint::replay
