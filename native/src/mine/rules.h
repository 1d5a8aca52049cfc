/** @file Association rules between single products, for a person to judge. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "mine/history.h"

namespace aftermint::mine {

struct MineOptions {
  std::size_t minSupport = 20;  ///< orders that hold both
  double minConfidence = 0;
  double minLift = 1;           ///< a rule's lift is above 1 whatever is asked
  std::optional<double> alpha;  ///< the false discovery rate; nothing: no test is made
  std::size_t perProduct = 0;   ///< rules at most for one product, the best, and as many more alike; 0: all
};

/** Who buys `product` often buys `complement`, too. Both count into `NetPurchases::products`. */
struct Rule {
  std::uint32_t product = 0, complement = 0;
  std::size_t orders = 0, productOrders = 0, complementOrders = 0;  ///< that hold both, each
  double support = 0;                                               ///< orders / all orders
  double confidence = 0;                                            ///< orders / productOrders
  double reverseConfidence = 0;  ///< orders / complementOrders: of the rule the other way round
  double lift = 0;               ///< confidence over the share of all orders that hold `complement`
  double cosine = 0;             ///< orders / sqrt(productOrders × complementOrders)
  double logP = 0;               ///< natural logarithm of Fisher's one-sided p-value
  double logAdjusted = 0;        ///< of the same after Benjamini and Hochberg
  bool alike = false;            ///< perhaps one thing in two colours (similar_products.h)
};

struct Mined {
  std::size_t orders = 0;    ///< baskets
  std::size_t products = 0;  ///< in any basket
  std::size_t frequent = 0;  ///< wanted products in at least `minSupport` baskets
  std::size_t tested = 0;    ///< pairs of those: the hypotheses that the adjustment counts
  std::size_t pairs = 0;     ///< of these, in at least `minSupport` baskets together
  std::size_t significant = 0;
  std::size_t found = 0;    ///< rules, before the best of each product were taken
  std::vector<Rule> rules;  ///< best first
};

/**
 * Mines every rule of one product to one other (R. Agrawal, T. Imieliński, A. Swami, Mining Association Rules between
 * Sets of Items in Large Databases, 1993). Products below the minimum support are left out before pairs are counted,
 * since no pair is more frequent than its parts (R. Agrawal, R. Srikant, Fast Algorithms for Mining Association Rules,
 * 1994).
 *
 * The test is Fisher's exact, one-sided, as W. Hämäläinen (Kingfisher, 2012) has it for rules. It is adjusted for
 * every pair that could have reached the minimum support, not only for those that did: choosing by what was counted
 * and then testing the same count would flatter (G. I. Webb, Discovering Significant Patterns, 2007). How often each
 * product was bought is held fixed by the test, so leaving out rare ones costs nothing (R. E. Tarone, 1990).
 *
 * Of each product the best rules to things unlike it are kept, and as many to things alike: a design in ten colours
 * would else leave no room for what goes with it.
 *
 * What is not alike comes first, then the best: by cosine, which unlike lift does not favour what is rare, and unlike
 * confidence not what everybody buys; then by confidence, then by the ids.
 */
[[nodiscard]] Mined mineRules(const NetPurchases& net, const MineOptions& options);

}  // namespace aftermint::mine
