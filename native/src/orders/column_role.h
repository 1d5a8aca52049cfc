/** @file What the columns of an order file can hold. */
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "aftermint/codes.h"

namespace aftermint::orders {

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
  Cancelled,   ///< anything but nothing, "no", "false" and "0": the whole order was called off
  Status,      ///< of the order, in a word; see `statusKind`
  Payment,     ///< its payment's status
  Fulfilment,  ///< its delivery's status
  Total,       ///< of the line: the price of one times the quantity
  Clock,       ///< the time of day, where `Time` is a date alone
  Option,      ///< which variant of the title
  Event,       ///< what the line is: of a refund or a return, it gives back
  Items,       ///< all lines of an order in one cell: "1× Board, 2× Wax"
};
inline constexpr std::size_t kRoles = 17;

}  // namespace aftermint::orders

namespace aftermint {

/** The codes of roles in `--columns` and in reports. */
template <>
struct Codes<orders::Role> {
  static constexpr std::array<std::string_view, orders::kRoles> all = {
      "order",  "product", "title",      "quantity", "time",  "price",  "customer", "country", "cancelled",
      "status", "payment", "fulfilment", "total",    "clock", "option", "event",    "items"};
};

}  // namespace aftermint
