#include "mine/orders_book.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "aftermint/currency.h"
#include "book/make_id.h"
#include "mine/book_pairs.h"
#include "mine/history.h"
#include "mine/rules.h"
#include "text.h"

namespace aftermint::mine {
namespace {

constexpr std::size_t kTitlePoints = 200;        // of a product of a book (core/src/codec/book_shape.cpp)
constexpr std::int64_t kMaxItemQuantity = 1000;  // of an item of an offer

/** The values of one product, and how often each occurs. The maps are sorted, so that ties always have the same winner.
 */
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

OrdersBook bookFromOrders(orders::OrderFile file, const OrdersBookOptions& options,
                          const orders::OnSkipped& onSkipped) {
  OrdersBook out;
  file.digits = minorDigits(options.currency);
  // How codes are normalized depends on the shape, which is known after the header and before the first line.
  std::function<std::string(std::string_view)> keyOf;
  std::optional<History> history;
  std::unordered_map<std::string, Sightings> sightings;
  const auto onShape = [&](const orders::OrderShape& shape) {
    keyOf = History::codesOf(shape.rules);
    history.emplace(keyOf);
  };
  const auto onLine = [&](orders::OrderFileLine&& line) {
    history->add(line);
    if (line.returned || line.calledOff) return;
    Sightings& seen = sightings[keyOf(line.code)];
    ++seen.descriptions[line.description.empty() ? line.code : line.description];
    if (line.priced) ++seen.prices[line.price];
    ++seen.quantities[std::clamp<std::int64_t>(line.quantity / orders::kOnePiece, 1, kMaxItemQuantity)];
  };
  out.read = orders::readOrderFile(file, onShape, onLine, onSkipped);
  std::unordered_map<std::string, std::string> keys;  // by id
  const NetPurchases net =
      history->settle([&, name = History::idsOfCodes()](const std::string& code, const std::string& title) {
        HistoryProduct product = name(code, title);
        keys.emplace(product.id, keyOf(code));
        return product;
      });
  const auto seenOf = [&](const std::string& id) -> const Sightings* {
    const auto seen = sightings.find(keys.at(id));
    return seen == sightings.end() ? nullptr : &seen->second;
  };
  out.orders = net.baskets.size();
  out.scattered = net.scattered;
  out.calledOff = net.returns.ordersCalledOff;
  out.returnedPurchases = net.returns.purchasesRemoved;
  out.book.id = options.id;
  out.book.merchant = options.merchant;
  out.book.currency = options.currency;
  out.book.locale = options.locale;

  // Products are sorted by id, so that the order of the lines does not change the book.
  std::unordered_map<std::string, std::size_t> places;
  for (const HistoryProduct& sold : net.products) {
    const Sightings* seen = seenOf(sold.id);
    if (seen == nullptr) continue;  // only returns
    if (seen->prices.empty()) {
      ++out.unpriced;
      continue;
    }
    Product product;
    product.id = sold.id;
    product.title = mostFrequent(seen->descriptions);
    clip(product.title, kTitlePoints);
    product.price = mostFrequent(seen->prices);
    places.emplace(sold.id, out.book.products.size());
    out.book.products.push_back(std::move(product));
  }

  MineOptions wanted;
  wanted.minSupport = options.minSupport;
  Mined mined = mineRules(net, wanted);
  // Sort by cosine alone. `mine` puts similar products last, which is for readers of its report.
  std::stable_sort(mined.rules.begin(), mined.rules.end(),
                   [](const Rule& a, const Rule& b) { return a.cosine > b.cosine; });
  out.pairs = mined.rules.size();
  out.tooLarge = mined.tooLarge;
  IdSet ids;
  for (const Rule& rule : mined.rules) {
    const auto bought = places.find(net.products[rule.product].id),
               with = places.find(net.products[rule.complement].id);
    if (bought == places.end() || with == places.end()) continue;  // one of the two has no price
    Product& trigger = out.book.products[bought->second];
    if (trigger.complements.size() == options.perProduct) continue;
    const Product& offered = out.book.products[with->second];
    trigger.complements.push_back(offered.id);
    out.book.offers.push_back(proposal(ids.unique(makeId(trigger.id + ":" + offered.id)), trigger, offered,
                                       mostFrequent(seenOf(std::string(offered.id))->quantities), out.book.locale,
                                       rule));
  }
  std::sort(out.book.offers.begin(), out.book.offers.end(), [](const Offer& a, const Offer& b) { return a.id < b.id; });
  return out;
}

}  // namespace aftermint::mine
