/** @file Whether two products are perhaps one thing in two colours. */
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mine/history.h"

namespace aftermint::mine {

/**
 * Knows of the products of a history which are alike.
 *
 * Two are where their titles share at least half of all their words and each has words of its own, or none has; or
 * where two codes of four digits or more differ only in the letters behind them. "Kettle" and "Kettle filter" are not:
 * what is named after another thing goes with it.
 *
 * People who buy one colour of a design often buy another: such a pair is as significant as any, and still no
 * complement. Whether it is a collection or a choice between two is for a person to say, so it is marked, not dropped.
 */
class SimilarProducts {
 public:
  explicit SimilarProducts(const std::vector<HistoryProduct>& products);

  /** Whether two products are alike, by their numbers. */
  [[nodiscard]] bool areSimilar(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::string_view> numbers_;          ///< of catalogue codes; empty for others
  std::vector<std::vector<std::uint32_t>> words_;  ///< of titles, ascending
};

}  // namespace aftermint::mine
