/** @file The names that shop systems give to the columns of their exports. */
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "orders/column_role.h"

namespace aftermint::orders {

/** Returns the known names of a role's column, in the form of `headerKey`, the most certain first. */
[[nodiscard]] std::span<const std::string_view> columnNames(Role role);

/** Normalizes a column name: lower case, no accents or punctuation, one space between words ("OrderID" is "order id").
 */
[[nodiscard]] std::string headerKey(std::string_view name);

}  // namespace aftermint::orders
