/** @file Order lines put together as orders. */
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

/** One piece of an order; `product` counts into `Orders::products`. */
struct OrderPiece {
  std::uint32_t product = 0;
  std::int64_t quantity = 0;  ///< whole pieces; what is sold by weight is one piece at the price of that weight
  Minor price = 0;
  bool priced = false;
};

/** One invoice; its time, customer and country are those of its first clean line. */
struct OrderGroup {
  std::string invoice, customer, country;
  Millis time = 0;
  bool calledOff = false;
  std::vector<OrderPiece> pieces;
};

/** A product as a book names it, or by its code where the book lacks it. */
struct OrderedProduct {
  std::string id, variant;  ///< no variant: none is known
};

/** Gives a product its names by its code and title. */
using NameOrdered = std::function<OrderedProduct(const std::string& code, const std::string& title)>;

/**
 * Groups purchases by invoice, in order of each invoice's first line; returns are no purchases and are left out.
 *
 * Files mostly keep the lines of an invoice together, but not always: so every order stays open until the end, and
 * `scattered` counts the times an invoice was taken up again.
 */
class Orders {
 public:
  /** @param name without one, products go by `productIdOf` */
  explicit Orders(NameOrdered name = {});

  void add(const OrderFileLine& line);

  /** Takes out the orders that were called off, and says how many there were. */
  std::size_t dropCalledOff();
  /** Gives lines without a price the book's, and says how many there were; those the book lacks stay without. */
  std::size_t priceFrom(const IndexedBook& book);

  [[nodiscard]] const std::vector<OrderGroup>& groups() const { return groups_; }
  /** The products met, by number. */
  [[nodiscard]] const std::vector<OrderedProduct>& products() const { return products_; }
  [[nodiscard]] std::size_t scattered() const { return scattered_; }

 private:
  std::uint32_t productOf(const OrderFileLine& line);

  NameOrdered name_;
  std::vector<OrderGroup> groups_;
  std::vector<OrderedProduct> products_;
  std::unordered_map<std::string, std::size_t> byInvoice_;
  std::unordered_map<std::string, std::uint32_t> byCode_;  ///< as it stands in the file
  std::unordered_map<std::string, std::uint32_t> byId_;    ///< with the variant behind it
  std::size_t last_ = 0, scattered_ = 0;
};

}  // namespace aftermint::orders
