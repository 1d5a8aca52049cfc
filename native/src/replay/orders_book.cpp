#include "replay/orders_book.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "import/ids.h"
#include "import/text.h"
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

struct Pair {
  std::uint32_t other = 0;
  std::size_t shared = 0;
  double cosine = 0;
};

/** Which invoices hold which products, each once. */
class Baskets {
 public:
  explicit Baskets(const Orders& orders) : orders_(orders), invoices_(orders.products().size()) {
    for (std::uint32_t i = 0; i < orders.groups().size(); ++i) {
      std::vector<std::uint32_t> basket;
      for (const OrderPiece& piece : orders.groups()[i].pieces) basket.push_back(piece.product);
      std::sort(basket.begin(), basket.end());
      basket.erase(std::unique(basket.begin(), basket.end()), basket.end());
      for (const std::uint32_t product : basket) invoices_[product].push_back(i);
      baskets_.push_back(std::move(basket));
    }
    shared_.resize(invoices_.size());
  }

  /** Every product that meets `product` often enough and more than by chance, best cosine first. */
  std::vector<Pair> complementsOf(std::uint32_t product, std::size_t minSupport) {
    std::vector<std::uint32_t> met;
    for (const std::uint32_t invoice : invoices_[product]) {
      for (const std::uint32_t other : baskets_[invoice]) {
        if (other != product && shared_[other]++ == 0) met.push_back(other);
      }
    }
    const auto lifts = [&](std::uint32_t other) {
      return static_cast<double>(shared_[other]) * static_cast<double>(baskets_.size()) >
             static_cast<double>(invoices_[product].size()) * static_cast<double>(invoices_[other].size());
    };
    std::vector<Pair> pairs;
    for (const std::uint32_t other : met) {
      if (shared_[other] < minSupport || !lifts(other)) continue;
      const double either =
          static_cast<double>(invoices_[product].size()) * static_cast<double>(invoices_[other].size());
      pairs.push_back({other, shared_[other], static_cast<double>(shared_[other]) / std::sqrt(either)});
    }
    for (const std::uint32_t other : met) shared_[other] = 0;
    std::sort(pairs.begin(), pairs.end(), [&](const Pair& a, const Pair& b) {
      return a.cosine != b.cosine ? a.cosine > b.cosine : orders_.products()[a.other] < orders_.products()[b.other];
    });
    return pairs;
  }

  [[nodiscard]] std::size_t invoicesOf(std::uint32_t product) const { return invoices_[product].size(); }

 private:
  const Orders& orders_;
  std::vector<std::vector<std::uint32_t>> baskets_;
  std::vector<std::vector<std::uint32_t>> invoices_;
  std::vector<std::size_t> shared_;
};

Offer proposal(std::string id, const Product& trigger, const Product& offered, std::int64_t quantity, const Book& book,
               const Pair& pair, std::size_t of) {
  Offer offer;
  offer.id = std::move(id);
  offer.type = OfferType::CrossSell;
  offer.triggers.products = {trigger.id};
  Item item;
  item.product = offered.id;
  item.quantity = quantity;
  offer.items.push_back(std::move(item));
  offer.price.kind = PriceKind::List;
  offer.placements = {Placement::Checkout, Placement::PostPurchase};
  Copy copy;
  copy.locale = book.locale;
  copy.headline = "{item} with your {trigger}";
  copy.benefit = "Bought together in " + std::to_string(pair.shared) + " of the " + std::to_string(of) +
                 " orders that had {trigger}.";
  copy.accept = "Add " + (quantity == 1 ? std::string() : std::to_string(quantity) + " × ") + "{item}";
  offer.copy.push_back(std::move(copy));
  offer.priority = std::llround(1000 * pair.cosine);
  offer.approved = false;
  return offer;
}

}  // namespace

OrdersBook bookFromOrders(const std::string& path, const OrdersBookOptions& options, const OnDirty& onDirty) {
  OrdersBook out;
  Orders orders;
  std::unordered_map<std::string, Sightings> sightings;
  out.lines = readOrderLines(
      path, currencyDigits(options.currency),
      [&](OrderLine&& line) {
        orders.add(line);
        Sightings& seen = sightings[productIdOf(line.code)];
        ++seen.descriptions[line.description];
        ++seen.prices[line.price];
        ++seen.quantities[std::min(line.quantity, kMaxItemQuantity)];
      },
      onDirty);
  out.orders = orders.groups().size();
  out.scattered = orders.scattered();
  out.book.id = options.id;
  out.book.merchant = options.merchant;
  out.book.currency = options.currency;
  out.book.locale = options.locale;

  for (const std::string& id : orders.products()) {
    const Sightings& seen = sightings.at(id);
    Product product;
    product.id = id;
    product.title = mostFrequent(seen.descriptions);
    imports::clip(product.title, kTitlePoints);
    product.price = mostFrequent(seen.prices);
    out.book.products.push_back(std::move(product));
  }

  Baskets baskets(orders);
  imports::IdSet ids;
  for (std::uint32_t i = 0; i < out.book.products.size(); ++i) {
    std::vector<Pair> pairs = baskets.complementsOf(i, options.minSupport);
    out.pairs += pairs.size();
    if (pairs.size() > options.perProduct) pairs.resize(options.perProduct);
    Product& trigger = out.book.products[i];
    for (const Pair& pair : pairs) {
      const Product& offered = out.book.products[pair.other];
      trigger.complements.push_back(offered.id);
      out.book.offers.push_back(proposal(ids.unique(imports::makeId(trigger.id + ":" + offered.id)), trigger, offered,
                                         mostFrequent(sightings.at(offered.id).quantities), out.book, pair,
                                         baskets.invoicesOf(i)));
    }
  }
  // Products in order of their ids: the same orders in another sequence give the same book.
  std::sort(out.book.products.begin(), out.book.products.end(),
            [](const Product& a, const Product& b) { return a.id < b.id; });
  std::sort(out.book.offers.begin(), out.book.offers.end(), [](const Offer& a, const Offer& b) { return a.id < b.id; });
  return out;
}

}  // namespace aftermint::replay
