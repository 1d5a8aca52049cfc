/** @file What the columns of an order file can hold. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "aftermint/codes.h"

namespace aftermint::orders {

/** What a column holds. */
enum class Role : std::uint8_t {
  Order,     ///< number of the order: lines with the same number are one order
  Product,   ///< code (SKU) of the product
  Title,     ///< name of the product
  Quantity,  ///< pieces
  Time,      ///< when the order was placed
  Price,     ///< of one piece
  Customer,  ///< any id of the customer
  Country,
  Cancelled,   ///< the whole order was cancelled, unless empty, "no", "false" or "0"
  Status,      ///< of the order (`statusKind`)
  Payment,     ///< status of the payment
  Fulfilment,  ///< status of the delivery
  Total,       ///< of the line: price times quantity
  Clock,       ///< the time of day, if the column of `Time` has only the date
  Option,      ///< the variant of the product in `Title`
  Event,       ///< kind of line: a sale, a refund or a return
  Items,       ///< all lines of an order in one cell: "1× Board, 2× Wax"
  OrderTotal,  ///< of the whole order, as paid
};
inline constexpr std::size_t kRoles = 18;

}  // namespace aftermint::orders

namespace aftermint {

/** The codes of roles in `--columns` and in reports. */
template <>
struct Codes<orders::Role> {
  static constexpr std::array<std::string_view, orders::kRoles> all = {
      "order",  "product", "title",      "quantity", "time",  "price",  "customer", "country", "cancelled",
      "status", "payment", "fulfilment", "total",    "clock", "option", "event",    "items",   "order_total"};
};

}  // namespace aftermint
