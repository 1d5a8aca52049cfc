/** @file Finds products that may be variants of one product. */
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mine/history.h"

namespace aftermint::mine {

/**
 * Tells which products of an order history are similar.
 *
 * Two products are similar if their titles share at least half of all their words, and both or neither have further
 * words. "Kettle" and "Kettle filter" are therefore not similar: an accessory is often named after its product. Two
 * products are also similar if their codes have the same four or more digits and differ only in the letters after them.
 *
 * Customers who buy one colour of a product often buy another. Such a pair is significant, but not a complement. As it
 * can still be a collection, it is marked for a person to decide and not dropped.
 */
class SimilarProducts {
 public:
  explicit SimilarProducts(const std::vector<HistoryProduct>& products);

  /** Whether two products are similar, by their indexes. */
  [[nodiscard]] bool areSimilar(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::string_view> numbers_;          ///< digits of catalogue codes; empty for other codes
  std::vector<std::vector<std::uint32_t>> words_;  ///< word numbers of each title, sorted
};

}  // namespace aftermint::mine
