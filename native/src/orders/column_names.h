/** @file The names that shop systems give to the columns of their exports. */
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "orders/column_role.h"

namespace aftermint::orders {

/** Returns the known names of a role's column, in the form of `headerKey`, the most certain first. */
[[nodiscard]] std::span<const std::string_view> columnNames(Role role);

/** Normalizes a column name: lower case, no accents or punctuation, one space between words ("OrderID" is "order id").
 */
[[nodiscard]] std::string headerKey(std::string_view name);

/** The names of a header for a message, in quotes: the first 30, each cut after 100 characters, and how many more. */
[[nodiscard]] std::string headerText(const std::vector<std::string>& names);

}  // namespace aftermint::orders
