/** @file Groups the lines of an order file into orders. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "aftermint/decision.h"
#include "aftermint/moment.h"
#include "orders/order_file.h"

namespace aftermint::orders {

/** One line of an order; `product` is an index into `Orders::products`. */
struct OrderPiece {
  std::uint32_t product = 0;
  std::int64_t quantity = 0;  ///< whole pieces; goods sold by weight are one piece with the price of that weight
  Minor price = 0;            ///< of one piece, minor units; 0 if not `priced`
  bool priced = false;        ///< whether the file or the book has a price
};

/** One order. Its time, customer and country are those of its first line. */
struct OrderGroup {
  std::string invoice, customer, country;
  Millis time = 0;
  bool calledOff = false;  ///< whether the order was cancelled, refunded or not paid
  std::vector<OrderPiece> pieces;
};

/** A product by its id in the book, or by its code if the book does not have it. */
struct OrderedProduct {
  std::string id, variant;  ///< the variant is empty if it is not known
};

/** Finds a product by its code and title. */
using NameOrdered = std::function<OrderedProduct(const std::string& code, const std::string& title)>;

/**
 * Groups purchases by order number, in the order of first lines. Returns are left out.
 *
 * Most files keep the lines of an order together, but not all. So lines can be added to any order until the end, and
 * `scattered` counts how often an order continues after lines of another order.
 */
class Orders {
 public:
  /** @param name finds products; if empty, ids are made by `productIdOf` */
  explicit Orders(NameOrdered name = {});

  /** Adds a line to its order; returns (`OrderFileLine::returned`) are ignored. */
  void add(const OrderFileLine& line);

  /** Removes orders that were cancelled, refunded or not paid, and returns how many. Call it after the last `add`. */
  std::size_t dropCalledOff();
  /** Sets missing prices from the book. Returns how many lines had none, including products not in the book. */
  std::size_t priceFrom(const IndexedBook& book);

  [[nodiscard]] const std::vector<OrderGroup>& groups() const { return groups_; }
  /** The products of all orders. */
  [[nodiscard]] const std::vector<OrderedProduct>& products() const { return products_; }
  /** How often an order continues after lines of another order. */
  [[nodiscard]] std::size_t scattered() const { return scattered_; }

 private:
  std::uint32_t productOf(const OrderFileLine& line);

  NameOrdered name_;
  std::vector<OrderGroup> groups_;
  std::vector<OrderedProduct> products_;
  std::unordered_map<std::string, std::size_t> byInvoice_;
  std::unordered_map<std::string, std::uint32_t> byCode_;  ///< code as in the file
  std::unordered_map<std::string, std::uint32_t> byId_;    ///< id and variant
  std::size_t last_ = 0, scattered_ = 0;
};

}  // namespace aftermint::orders
