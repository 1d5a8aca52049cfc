/** @file Makes a book from an order file: the products sold, and proposals for products bought together. */
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "orders/order_file.h"

namespace aftermint::mine {

/** Settings of the book. */
struct OrdersBookOptions {
  std::string id = "orders";
  std::string merchant = "shop";
  std::string currency = "GBP";
  std::string locale = "en";
  std::size_t minSupport = 20;  ///< minimum orders with both products of a pair
  std::size_t perProduct = 3;   ///< maximum proposals for one product
};

/** The book, and what was read. */
struct OrdersBook {
  Book book;
  orders::OrderFileRead read;
  std::size_t unpriced = 0;   ///< products left out because no line has their price
  std::size_t calledOff = 0;  ///< orders left out because of their status
  std::size_t orders = 0;     ///< orders with at least one product after returns
  std::size_t scattered = 0;
  std::size_t returnedPurchases = 0;  ///< purchases that were returned completely
  std::size_t tooLarge = 0;           ///< orders with too many products, left out of the pairs (MineOptions)
  std::size_t pairs = 0;              ///< with enough support and lift above 1, before the best are chosen
};

/**
 * Reads an order file into a book. All offers are proposals (`"approved": false`) until a person approves them.
 *
 * A product is a code, or a title if it has no code, with its most frequent price and description. Purchases that were
 * returned completely do not count (mine/history.h). B is a complement of A if at least `minSupport` orders have both,
 * and more than chance explains (lift above 1, mine/rules.h; no test is made). For each A, the `perProduct` pairs with
 * the highest cosine are chosen: shared / sqrt(orders of A × orders of B). Unlike lift, cosine does not favour rare
 * products; unlike confidence, it does not favour products that everybody buys; and it does not depend on the orders
 * that have neither. The priority of a proposal is its cosine in thousandths. Its quantity is the most frequent
 * quantity of B.
 *
 * Throws Unusable as `readOrderFile` does.
 */
[[nodiscard]] OrdersBook bookFromOrders(orders::OrderFile file, const OrdersBookOptions& options,
                                        const orders::OnSkipped& onSkipped);

}  // namespace aftermint::mine
