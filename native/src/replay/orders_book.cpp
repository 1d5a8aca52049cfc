#include "replay/orders_book.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "import/ids.h"
#include "import/text.h"
#include "mine/book_pairs.h"
#include "mine/history.h"
#include "mine/rules.h"
#include "money.h"

namespace aftermint::replay {
namespace {

constexpr std::size_t kTitlePoints = 200;        // of a book's product (core/src/codec/book_shape.cpp)
constexpr std::int64_t kMaxItemQuantity = 1000;  // of an offer's item

/** What was seen of one product, with how often; ordered, so that of equals the smallest wins everywhere. */
struct Sightings {
  std::map<std::string, std::size_t> descriptions;
  std::map<Minor, std::size_t> prices;
  std::map<std::int64_t, std::size_t> quantities;
};

template <class K>
const K& mostFrequent(const std::map<K, std::size_t>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

OrdersBook bookFromOrders(const std::string& path, const OrdersBookOptions& options, const OnDirty& onDirty) {
  OrdersBook out;
  OrderFile file;
  file.path = path;
  file.shape = orderShapes().front().name;
  file.digits = currencyDigits(options.currency);
  mine::History history(mine::History::codesOf(LineRules::OnlineRetail));
  std::unordered_map<std::string, Sightings> sightings;
  const auto onLine = [&](OrderLine&& line) {
    history.add(line);
    if (line.returned) return;
    Sightings& seen = sightings[productIdOf(line.code)];
    ++seen.descriptions[line.description];
    ++seen.prices[line.price];
    ++seen.quantities[std::min(line.quantity, kMaxItemQuantity)];
  };
  out.lines = readOrderFile(
                  file, [](const OrderShape&) {}, onLine, onDirty)
                  .lines;
  const mine::Kept kept = history.settle(mine::History::idsOfCodes());
  out.orders = kept.baskets.size();
  out.scattered = kept.scattered;
  out.returnedPurchases = kept.returns.purchasesRemoved;
  out.book.id = options.id;
  out.book.merchant = options.merchant;
  out.book.currency = options.currency;
  out.book.locale = options.locale;

  // Products in order of their ids: the same orders in another sequence give the same book.
  std::unordered_map<std::string, std::size_t> places;
  for (const mine::HistoryProduct& sold : kept.products) {
    const auto seen = sightings.find(sold.id);
    if (seen == sightings.end()) continue;  // only ever sent back
    Product product;
    product.id = sold.id;
    product.title = mostFrequent(seen->second.descriptions);
    imports::clip(product.title, kTitlePoints);
    product.price = mostFrequent(seen->second.prices);
    places.emplace(sold.id, out.book.products.size());
    out.book.products.push_back(std::move(product));
  }

  mine::MineOptions wanted;
  wanted.minSupport = options.minSupport;
  mine::Mined mined = mine::mineRules(kept, wanted);
  // Here strength alone counts; `mine` puts what is alike last, for a person who reads on.
  std::stable_sort(mined.rules.begin(), mined.rules.end(),
                   [](const mine::Rule& a, const mine::Rule& b) { return a.cosine > b.cosine; });
  out.pairs = mined.rules.size();
  imports::IdSet ids;
  for (const mine::Rule& rule : mined.rules) {
    Product& trigger = out.book.products[places.at(kept.products[rule.product].id)];
    if (trigger.complements.size() == options.perProduct) continue;
    const Product& offered = out.book.products[places.at(kept.products[rule.complement].id)];
    trigger.complements.push_back(offered.id);
    out.book.offers.push_back(mine::proposal(ids.unique(imports::makeId(trigger.id + ":" + offered.id)), trigger,
                                             offered, mostFrequent(sightings.at(offered.id).quantities),
                                             out.book.locale, rule));
  }
  std::sort(out.book.offers.begin(), out.book.offers.end(), [](const Offer& a, const Offer& b) { return a.id < b.id; });
  return out;
}

}  // namespace aftermint::replay
