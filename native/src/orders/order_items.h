/** @file All lines of an order in one cell. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aftermint::orders {

/** One line of an order as such a cell has it. */
struct ItemText {
  std::string code, title, quantity;  ///< empty where the cell does not say
};

/**
 * Takes a cell apart: "1× Board, 2× Wax", "Board × 1, Wax × 2", "Board | Wax", or lists of keys like
 * "name:Board|sku:B1|quantity:1;name:Wax|quantity:2".
 *
 * A comma parts two products only where a number of pieces stands on the right side of it, since titles have commas
 * too.
 */
[[nodiscard]] std::vector<ItemText> itemsOf(std::string_view cell);

}  // namespace aftermint::orders
