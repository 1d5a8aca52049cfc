/** @file Cells that list all items of an order. */
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aftermint::orders {

/** One item of such a cell. */
struct ItemText {
  std::string code, title, quantity;  ///< empty if the cell does not have it
};

/**
 * Splits a cell: "1× Board, 2× Wax", "Board × 1, Wax × 2", "Board | Wax", or
 * "name:Board|sku:B1|quantity:1;name:Wax|quantity:2".
 *
 * As titles have commas too, a comma separates two items only if it is next to a quantity.
 */
[[nodiscard]] std::vector<ItemText> itemsOf(std::string_view cell);

}  // namespace aftermint::orders
