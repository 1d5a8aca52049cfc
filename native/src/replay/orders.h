/** @file Order lines put together as orders. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "aftermint/moment.h"
#include "replay/order_file.h"

namespace aftermint::replay {

/** One piece of an order; `product` counts into `Orders::products`. */
struct OrderPiece {
  std::uint32_t product = 0;
  std::int64_t quantity = 0;
  Minor price = 0;
};

/** One invoice; its time, customer and country are those of its first clean line. */
struct OrderGroup {
  std::string invoice, customer, country;
  Millis time = 0;
  std::vector<OrderPiece> pieces;
};

/**
 * Groups lines by invoice, in order of each invoice's first line.
 *
 * Files mostly keep the lines of an invoice together, but not always: so every order stays open until the end, and
 * `scattered` counts the times an invoice was taken up again.
 */
class Orders {
 public:
  void add(const OrderLine& line);

  [[nodiscard]] const std::vector<OrderGroup>& groups() const { return groups_; }
  /** Ids of the products met (`productIdOf`), by number. */
  [[nodiscard]] const std::vector<std::string>& products() const { return products_; }
  [[nodiscard]] std::size_t scattered() const { return scattered_; }

 private:
  std::vector<OrderGroup> groups_;
  std::vector<std::string> products_;
  std::unordered_map<std::string, std::size_t> byInvoice_;
  std::unordered_map<std::string, std::uint32_t> byCode_;  ///< as it stands in the file
  std::unordered_map<std::string, std::uint32_t> byId_;
  std::size_t last_ = 0, scattered_ = 0;
};

}  // namespace aftermint::replay
