/** @file A book out of an order file: what was sold, and proposals from what was bought together. */
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "orders/order_file.h"

namespace aftermint::mine {

struct OrdersBookOptions {
  std::string id = "orders";
  std::string merchant = "shop";
  std::string currency = "GBP";
  std::string locale = "en";
  std::size_t minSupport = 20;  ///< invoices a pair must share
  std::size_t perProduct = 3;   ///< proposals at most for one product
};

struct OrdersBook {
  Book book;
  orders::OrderFileRead read;
  std::size_t unpriced = 0;   ///< products left out, since no line has a price of theirs
  std::size_t calledOff = 0;  ///< orders left out for their status
  std::size_t orders = 0;     ///< of which something was kept
  std::size_t scattered = 0;
  std::size_t returnedPurchases = 0;  ///< products that were wholly sent back from an order
  std::size_t pairs = 0;              ///< with enough support and lift above 1, before the best were taken
};

/**
 * Reads an order file into a book whose offers are all proposals (`"approved": false`): nothing goes live unseen.
 *
 * A product is a code (or a title, where there is none) with its most frequent price and description. What was wholly
 * sent back does not count as bought (mine/history.h); pairs are counted by the one miner (mine/rules.h), without its
 * test. B is a complement of A where at least `minSupport` invoices hold both and they meet more often than chance
 * would have it (lift above 1); the best `perProduct` of A are those of highest cosine, shared / sqrt(invoices of A ×
 * invoices of B): unlike lift it does not favour what is rare, unlike confidence it does not favour what everybody
 * buys, and it does not depend on how many invoices hold neither. In thousandths it is the proposal's priority. The
 * quantity is the one B was bought in most often.
 */
[[nodiscard]] OrdersBook bookFromOrders(orders::OrderFile file, const OrdersBookOptions& options,
                                        const orders::OnSkipped& onSkipped);

}  // namespace aftermint::mine
