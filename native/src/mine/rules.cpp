#include "mine/rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "mine/fisher.h"
#include "mine/similar_products.h"
#include "unusable.h"

namespace aftermint::mine {
namespace {

struct Pair {
  std::uint32_t first = 0, second = 0;
  std::size_t together = 0;
  double logP = 0;
};

/** The baskets of each frequent product, for counting pairs. */
class Counter {
 public:
  Counter(const NetPurchases& net, std::size_t minSupport, std::size_t maxProducts) : holding_(net.products.size()) {
    std::vector<std::size_t> seen(net.products.size());
    for (const auto& basket : net.baskets) {
      if (basket.size() > maxProducts) continue;
      baskets_.push_back(basket);
      for (const std::uint32_t product : basket) ++seen[product];
    }
    const auto isFrequent = [&](std::uint32_t product) {
      return net.products[product].wanted && seen[product] >= minSupport;
    };
    for (std::uint32_t i = 0; i < baskets_.size(); ++i) {
      std::erase_if(baskets_[i], [&](std::uint32_t product) { return !isFrequent(product); });
      for (const std::uint32_t product : baskets_[i]) holding_[product].push_back(i);
    }
    met_ = static_cast<std::size_t>(std::count_if(seen.begin(), seen.end(), [](std::size_t n) { return n > 0; }));
  }

  [[nodiscard]] std::size_t orders() const { return baskets_.size(); }
  [[nodiscard]] std::size_t met() const { return met_; }
  [[nodiscard]] std::size_t holding(std::uint32_t product) const { return holding_[product].size(); }
  [[nodiscard]] std::size_t frequent() const {
    return static_cast<std::size_t>(
        std::count_if(holding_.begin(), holding_.end(), [](const auto& baskets) { return !baskets.empty(); }));
  }

  /** Calls `visit` with each pair in at least `minSupport` baskets, sorted by product indexes. */
  template <class Visit>
  void eachPair(std::size_t minSupport, Visit visit) const {
    std::vector<std::size_t> together(holding_.size());
    std::vector<std::uint32_t> others;
    for (std::uint32_t first = 0; first < holding_.size(); ++first) {
      others.clear();
      for (const std::uint32_t index : holding_[first]) {
        const auto& basket = baskets_[index];
        for (auto other = std::upper_bound(basket.begin(), basket.end(), first); other != basket.end(); ++other) {
          if (together[*other]++ == 0) others.push_back(*other);
        }
      }
      std::sort(others.begin(), others.end());
      for (const std::uint32_t second : others) {
        if (together[second] >= minSupport) visit(Pair{first, second, together[second]});
        together[second] = 0;
      }
    }
  }

 private:
  std::vector<std::vector<std::uint32_t>> baskets_;
  std::vector<std::vector<std::uint32_t>> holding_;
  std::size_t met_ = 0;
};

double share(std::size_t part, std::size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

Rule ruleOf(const Pair& pair, const Counter& counter, std::size_t orders) {
  Rule rule;
  rule.product = pair.first;
  rule.complement = pair.second;
  rule.orders = pair.together;
  rule.productOrders = counter.holding(pair.first);
  rule.complementOrders = counter.holding(pair.second);
  rule.support = share(rule.orders, orders);
  rule.confidence = share(rule.orders, rule.productOrders);
  rule.reverseConfidence = share(rule.orders, rule.complementOrders);
  // Calculated from integers, so that lift and cosine are exactly equal in both directions.
  const std::size_t either = rule.productOrders * rule.complementOrders;
  rule.lift = share(rule.orders * orders, either);
  rule.cosine = static_cast<double>(rule.orders) / std::sqrt(static_cast<double>(either));
  return rule;
}

Rule reversed(Rule rule) {
  std::swap(rule.product, rule.complement);
  std::swap(rule.productOrders, rule.complementOrders);
  std::swap(rule.confidence, rule.reverseConfidence);
  return rule;
}

/**
 * Counts the pairs and returns those whose p-value is at most alpha. No other pair can be significant after the
 * adjustment, and none changes the adjusted value of one that is.
 */
std::vector<Pair> testedPairs(const Counter& counter, const MineOptions& options, std::size_t minSupport, Mined& out) {
  std::vector<Pair> kept;
  const double most = options.alpha ? std::log(*options.alpha) : 0;
  counter.eachPair(minSupport, [&](Pair pair) {
    ++out.pairs;
    if (options.alpha) {
      pair.logP = logFisherTail(pair.together, counter.holding(pair.first), counter.holding(pair.second), out.orders);
      if (std::min(pair.logP, 0.0) > most) return;
    }
    if (kept.size() == kMaxPairs) {
      throw Unusable(ErrorCode::TooLarge,
                     "more than " + std::to_string(kMaxPairs) + " pairs of products are in enough orders",
                     "Raise --min-support, or leave large orders out.");
    }
    kept.push_back(pair);
  });
  return kept;
}

/** Keeps the first `most` rules of each product to similar products, and the first `most` to others, in order. */
void keepBest(std::vector<Rule>& rules, std::size_t most, std::size_t products) {
  std::vector<std::array<std::size_t, 2>> taken(products);
  std::erase_if(rules, [&](const Rule& rule) { return ++taken[rule.product][rule.alike ? 1 : 0] > most; });
}

}  // namespace

Mined mineRules(const NetPurchases& net, const MineOptions& options) {
  const std::size_t minSupport = std::max<std::size_t>(1, options.minSupport);
  const Counter counter(net, minSupport, options.maxProducts);
  Mined out;
  out.orders = counter.orders();
  out.tooLarge = net.baskets.size() - out.orders;
  out.products = counter.met();
  out.frequent = counter.frequent();
  out.tested = out.frequent * (out.frequent - (out.frequent > 0 ? 1 : 0)) / 2;
  const std::vector<Pair> pairs = testedPairs(counter, options, minSupport, out);
  std::vector<double> adjusted(pairs.size());
  if (options.alpha) {
    for (std::size_t i = 0; i < pairs.size(); ++i) adjusted[i] = pairs[i].logP;
    adjusted = adjustLogs(adjusted, static_cast<double>(out.tested));
  }
  const SimilarProducts similar(net.products);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (options.alpha) {
      if (adjusted[i] > std::log(*options.alpha)) continue;
      ++out.significant;
    }
    Rule rule = ruleOf(pairs[i], counter, out.orders);
    rule.logP = pairs[i].logP;
    rule.logAdjusted = adjusted[i];
    const bool lifts = rule.orders * out.orders > rule.productOrders * rule.complementOrders;
    if (!lifts || rule.lift < options.minLift) continue;
    rule.alike = similar.areSimilar(rule.product, rule.complement);
    for (const Rule& way : {rule, reversed(rule)}) {
      if (way.confidence >= options.minConfidence) out.rules.push_back(way);
    }
  }
  // Products are sorted by id, so comparing indexes compares ids.
  std::sort(out.rules.begin(), out.rules.end(), [](const Rule& a, const Rule& b) {
    if (a.alike != b.alike) return b.alike;
    if (a.cosine != b.cosine) return a.cosine > b.cosine;
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    return std::tie(a.product, a.complement) < std::tie(b.product, b.complement);
  });
  out.found = out.rules.size();
  if (options.perProduct > 0) keepBest(out.rules, options.perProduct, net.products.size());
  return out;
}

}  // namespace aftermint::mine
