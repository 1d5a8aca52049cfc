#include "demo/server/basket.h"

#include <algorithm>
#include <map>

#include "events/event_json.h"
#include "ids.h"

namespace aftermint::demo {
namespace {

constexpr std::int64_t kMostOfOneLine = 99;
constexpr std::size_t kMaxCartLines = 50;

/** A quote for an offer on a product page: the form has no price, and the basket shows it before the payment. */
Accept quoteFor(const Shop& shop, const std::string& visitor, const std::string& offer, const std::string& product) {
  const Book& book = shop.book.book();
  Accept quote;
  quote.offer = offer;
  Moment& moment = quote.moment;
  moment.placement = Placement::ProductPage;
  moment.time = shop.clock();
  moment.locale = book.locale;
  moment.order = openOrder({}, book.currency, {});
  moment.visitor.id = visitor;
  moment.page.product = product;
  return quote;
}

bool isAlike(const CartLine& a, const CartLine& b) { return a.product == b.product && a.variant == b.variant; }

/** The stock that is left while the lines of an order are priced. */
class Shelves {
 public:
  explicit Shelves(const IndexedBook& book) : book_(book) {}

  /** How many of the wanted pieces are in stock; takes nothing. */
  [[nodiscard]] std::int64_t most(const std::string& product, const std::string& variant, std::int64_t wanted) const {
    const Product* known = book_.product(product);
    if (known == nullptr) return 0;
    const Variant* chosen = findVariant(*known, variant);
    const auto stock = chosen != nullptr && chosen->stock ? chosen->stock : known->stock;
    if (!stock) return wanted;
    const auto taken = taken_.find({product, variant});
    return std::clamp<std::int64_t>(*stock - (taken == taken_.end() ? 0 : taken->second), 0, wanted);
  }

  void take(const OrderLine& line) { taken_[{line.product, line.variant}] += line.quantity; }

 private:
  const IndexedBook& book_;
  std::map<std::pair<std::string, std::string>, std::int64_t> taken_;
};

/** How many complete sets of these items the basket has under an offer; 0 if a set is incomplete. */
std::int64_t timesIn(const Cart& cart, const std::string& offer, const std::vector<Item>& items) {
  std::int64_t times = 0;
  std::size_t found = 0;
  for (const CartLine& line : cart.lines) {
    if (line.offer != offer) continue;
    const auto item = std::find_if(items.begin(), items.end(), [&](const Item& each) {
      return each.product == line.product && each.variant == line.variant;
    });
    if (item == items.end() || line.quantity % item->quantity != 0) return 0;
    if (found > 0 && times != line.quantity / item->quantity) return 0;
    times = line.quantity / item->quantity;
    ++found;
  }
  return found == items.size() ? times : 0;
}

/** Pieces of a product in stock that no offer added; of one variant only, if the bundle names it. */
std::int64_t ownPieces(const Shop& shop, const Cart& cart, const std::string& product, const Companions& companions) {
  std::int64_t pieces = 0;
  for (const CartLine& line : cart.lines) {
    if (line.product != product || !line.offer.empty()) continue;
    if (companions.ofLooked > 0 && line.variant != companions.variant) continue;
    pieces += Shelves(shop.book).most(line.product, line.variant, line.quantity);
  }
  return pieces;
}

/** The lines of an offer in a basket, at its price; none if the offer does not apply or a set is incomplete. */
std::vector<OrderLine> linesOf(const Shop& shop, const std::string& visitor, const Cart& cart, const std::string& offer,
                               const Shelves& shelves, std::map<std::string, std::int64_t>& bundled) {
  for (const CartLine& looked : cart.lines) {
    if (!looked.offer.empty()) continue;
    const auto companions = companionsOf(shop, visitor, offer, looked.product);
    if (!companions) continue;
    const std::int64_t times = timesIn(cart, offer, companions->items);
    const std::int64_t own = ownPieces(shop, cart, looked.product, *companions) - bundled[looked.product];
    if (times < 1 || own < times * std::max<std::int64_t>(1, companions->ofLooked)) continue;
    std::vector<OrderLine> lines;
    for (const Item& item : companions->items) {
      const std::int64_t quantity = item.quantity * times;
      auto line = lineOf(shop.book, item.product, item.variant, quantity);
      if (!line || shelves.most(item.product, item.variant, quantity) < quantity) return {};
      line->offer = line->broughtBy = offer;
      lines.push_back(std::move(*line));
    }
    bundled[looked.product] += times * companions->ofLooked;
    return spread(lines, companions->price * times);
  }
  return {};
}

}  // namespace

void put(std::vector<CartLine>& lines, const CartLine& line) {
  const auto same = std::find_if(lines.begin(), lines.end(),
                                 [&](const CartLine& each) { return isAlike(each, line) && each.offer == line.offer; });
  if (same != lines.end()) {
    same->quantity = std::min(same->quantity + line.quantity, kMostOfOneLine);
  } else if (lines.size() < kMaxCartLines) {
    lines.push_back(line);
  }
}

void takeOut(std::vector<CartLine>& lines, const CartLine& line) {
  const auto rank = [&](const CartLine& each) { return isAlike(each, line) ? 1 + (each.offer == line.offer) : 0; };
  const auto best = std::max_element(lines.begin(), lines.end(),
                                     [&](const CartLine& a, const CartLine& b) { return rank(a) < rank(b); });
  if (best != lines.end() && rank(*best) > 0) lines.erase(best);
}

std::optional<Companions> companionsOf(const Shop& shop, const std::string& visitor, const std::string& offer,
                                       const std::string& product) {
  const Accept quote = quoteFor(shop, visitor, offer, product);
  const AcceptResult result = verifyNow(shop, quote);
  if (result.verdict != AcceptVerdict::Accepted || result.items == nullptr) return std::nullopt;
  Companions companions;
  companions.price = result.step;
  for (const Item& item : *result.items) {
    if (item.product == product) {
      companions.ofLooked += item.quantity;
      companions.variant = item.variant;
    } else {
      companions.items.push_back(item);
    }
  }
  if (companions.items.empty()) return std::nullopt;
  return companions;
}

void putOffer(std::vector<CartLine>& lines, const CartLine& looked, const std::string& offer,
              const Companions& companions) {
  CartLine own = looked;
  own.quantity = std::max(own.quantity, companions.ofLooked);
  put(lines, own);
  for (const Item& item : companions.items) put(lines, {item.product, item.variant, item.quantity, offer});
}

std::vector<OrderLine> priceCart(const Shop& shop, const std::string& visitor, const Cart& cart) {
  Shelves shelves(shop.book);
  std::vector<OrderLine> lines;
  const auto take = [&](OrderLine line) {
    shelves.take(line);
    lines.push_back(std::move(line));
  };
  std::map<std::string, bool> holds;
  std::map<std::string, std::int64_t> bundled;  // pieces already included in the price of a bundle
  for (const CartLine& wanted : cart.lines) {
    if (!wanted.offer.empty()) {
      const auto [offer, isFirst] = holds.try_emplace(wanted.offer, false);
      if (isFirst) {
        std::vector<OrderLine> added = linesOf(shop, visitor, cart, wanted.offer, shelves, bundled);
        offer->second = !added.empty();
        for (OrderLine& line : added) take(std::move(line));
      }
      if (offer->second) continue;
    }
    const std::int64_t quantity = shelves.most(wanted.product, wanted.variant, wanted.quantity);
    if (quantity < 1) continue;
    auto line = lineOf(shop.book, wanted.product, wanted.variant, quantity);
    if (!line) continue;
    line->broughtBy = wanted.offer;
    take(std::move(*line));
  }
  return lines;
}

std::string cartToken(const Shop& shop, const Cart& cart, const std::vector<OrderLine>& lines) {
  Minor sum = 0;
  for (const OrderLine& line : lines) sum += line.price * line.quantity;
  return std::to_string(cart.version) + "." + shop.served.bookTag().substr(1, 12) + "." + std::to_string(sum);
}

std::vector<OrderOffer> takenOffers(const Shop& shop, const std::string& visitor, const std::vector<OrderLine>& lines) {
  std::vector<OrderOffer> taken;
  for (const OrderLine& line : lines) {
    const auto isKnown = [&](const OrderOffer& each) { return each.offer == line.offer; };
    if (line.offer.empty() || std::any_of(taken.begin(), taken.end(), isKnown)) continue;
    OrderOffer offer{line.offer, std::string(toString(Placement::ProductPage)), ""};
    for (const OrderLine& looked : lines) {
      if (!looked.offer.empty()) continue;
      const Accept quote = quoteFor(shop, visitor, line.offer, looked.product);
      const AcceptResult result = verifyNow(shop, quote);
      if (result.verdict != AcceptVerdict::Accepted) continue;
      offer.arms = encodeArms(result.arms);
      break;
    }
    taken.push_back(std::move(offer));
  }
  return taken;
}

}  // namespace aftermint::demo
