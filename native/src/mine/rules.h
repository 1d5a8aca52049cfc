/** @file Association rules between two products. */
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "mine/history.h"

namespace aftermint::mine {

/** The thresholds of a rule. */
struct MineOptions {
  std::size_t minSupport = 20;  ///< minimum orders with both products
  double minConfidence = 0;
  double minLift = 1;           ///< lift must also be above 1
  std::optional<double> alpha;  ///< false discovery rate; nothing: no test
  std::size_t perProduct = 0;   ///< maximum rules per product, and as many more with similar products; 0: all
  /** Orders with more products are left out: an order has half the square of its products as pairs. */
  std::size_t maxProducts = 2'000;
};

/** The maximum number of pairs that are kept for rules, which then take about 1 GB. */
inline constexpr std::size_t kMaxPairs = 4'000'000;

/** Customers who buy `product` often also buy `complement`. Both are indexes into `NetPurchases::products`. */
struct Rule {
  std::uint32_t product = 0, complement = 0;
  std::size_t orders = 0, productOrders = 0, complementOrders = 0;  ///< with both, with each
  double support = 0;                                               ///< orders / all orders
  double confidence = 0;                                            ///< orders / productOrders
  double reverseConfidence = 0;  ///< orders / complementOrders: confidence of the reverse rule
  double lift = 0;               ///< confidence / (complementOrders / all orders)
  double cosine = 0;             ///< orders / sqrt(productOrders × complementOrders)
  double logP = 0;               ///< natural logarithm of Fisher's one-sided p-value
  double logAdjusted = 0;        ///< the same, adjusted by Benjamini and Hochberg
  bool alike = false;            ///< the products are similar (similar_products.h)
};

/** The rules, and how many candidates each step left. */
struct Mined {
  std::size_t orders = 0;    ///< baskets
  std::size_t tooLarge = 0;  ///< further baskets with more than `maxProducts` products, left out
  std::size_t products = 0;  ///< in any basket
  std::size_t frequent = 0;  ///< wanted products in at least `minSupport` baskets
  std::size_t tested = 0;    ///< all pairs of frequent products: the hypotheses of the adjustment
  std::size_t pairs = 0;     ///< of these, in at least `minSupport` baskets
  std::size_t significant = 0;
  std::size_t found = 0;    ///< rules, before the best of each product are chosen
  std::vector<Rule> rules;  ///< best first
};

/**
 * Finds all rules from one product to one other (R. Agrawal, T. Imieliński, A. Swami, Mining Association Rules between
 * Sets of Items in Large Databases, 1993). Products below the minimum support are left out before pairs are counted,
 * because a pair is never more frequent than its products (R. Agrawal, R. Srikant, Fast Algorithms for Mining
 * Association Rules, 1994).
 *
 * The test is Fisher's exact test, one-sided, as W. Hämäläinen (Kingfisher, 2012) uses it for rules. It is adjusted for
 * all pairs of frequent products, not only for pairs with enough support. Choosing pairs by their count and then
 * testing the same count would give p-values that are too small (G. I. Webb, Discovering Significant Patterns, 2007).
 * The test takes the frequency of each product as given, so leaving out rare products needs no adjustment (R. E.
 * Tarone, 1990).
 *
 * For each product, the best rules to other products are kept, and separately as many rules to similar products. If
 * not, a product in ten colours would leave no room for its complements.
 *
 * Pairs are tested as they are counted, and only those that may become rules are kept. Throws Unusable (`too_large`)
 * for more than `kMaxPairs` of them.
 *
 * Rules between similar products come last. Apart from that, rules are sorted by cosine, then confidence, then ids.
 * Unlike lift, cosine does not favour rare products; unlike confidence, it does not favour what everybody buys.
 */
[[nodiscard]] Mined mineRules(const NetPurchases& net, const MineOptions& options);

}  // namespace aftermint::mine
