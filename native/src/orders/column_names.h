/** @file The names that shop systems give to the columns of their exports. */
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "orders/column_role.h"

namespace aftermint::orders {

/** The names that exports give the columns of a role, the best first, as `headerKey` writes them. */
[[nodiscard]] std::span<const std::string_view> columnNames(Role role);

/** A column's name in small letters without marks and signs, words apart by one space: "OrderID" is "order id". */
[[nodiscard]] std::string headerKey(std::string_view name);

}  // namespace aftermint::orders
