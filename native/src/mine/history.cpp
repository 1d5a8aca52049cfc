#include "mine/history.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "book/make_id.h"
#include "text.h"

namespace aftermint::mine {
namespace {

std::string mostFrequent(const std::map<std::string, std::size_t>& titles) {
  const auto best =
      std::max_element(titles.begin(), titles.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == titles.end() ? std::string() : best->first;
}

/** Returns the pieces of one product, which are adjacent, starting at `from`. */
template <class Pieces>
auto runOf(Pieces pieces, std::size_t from) {
  std::size_t until = from;
  while (until < pieces.size() && pieces[until].product == pieces[from].product) ++until;
  return pieces.subspan(from, until - from);
}

}  // namespace

std::function<std::string(std::string_view)> History::codesOf(orders::LineRules rules) {
  if (rules == orders::LineRules::OnlineRetail) return orders::productIdOf;
  return [](std::string_view code) { return folded(squeezed(code)); };
}

NameProduct History::idsOfCodes() {
  return [ids = std::make_shared<IdSet>()](const std::string& code, const std::string& title) {
    return HistoryProduct{ids->unique(makeId(code)), title, true, {}};
  };
}

std::uint32_t History::orderOf(const orders::OrderFileLine& line) {
  const auto [found, isNew] = byOrder_.emplace(line.invoice, static_cast<std::uint32_t>(orders_.size()));
  const std::uint32_t index = found->second;
  if (isNew) {
    orders_.push_back({line.invoice, {}, 0, false, false});
  } else if (index != last_) {
    ++scattered_;
  }
  last_ = index;
  Order& order = orders_[index];
  // If lines differ, the smallest value is used, so that the order of the lines does not matter.
  if (!line.customer.empty() && (order.customer.empty() || line.customer < order.customer)) {
    order.customer = line.customer;
  }
  if (line.timed && (!order.timed || line.time < order.time)) order.time = line.time;
  order.timed |= line.timed;
  order.calledOff |= line.calledOff;
  return index;
}

std::uint32_t History::codeOf(const std::string& code) {
  const auto [written, isNewWriting] = byWritten_.emplace(code, Writing());
  if (isNewWriting) {
    std::string text = codeOf_(code);
    const auto [found, isNew] = byCode_.emplace(text, static_cast<std::uint32_t>(codes_.size()));
    if (isNew) codes_.push_back({std::move(text), {}});
    written->second.code = found->second;
  }
  ++written->second.lines;
  return written->second.code;
}

void History::add(const orders::OrderFileLine& line) {
  const std::uint32_t order = orderOf(line), code = codeOf(line.code);
  if (!line.description.empty() && !line.returned) ++codes_[code].titles[line.description];
  (line.returned ? sentBack_ : bought_).push_back({order, code, line.quantity});
}

History::NumberedProducts History::named(const NameProduct& name) const {
  std::vector<std::uint32_t> inOrder(codes_.size());
  for (std::uint32_t i = 0; i < codes_.size(); ++i) inOrder[i] = i;
  std::sort(inOrder.begin(), inOrder.end(),
            [&](std::uint32_t a, std::uint32_t b) { return codes_[a].text < codes_[b].text; });
  // Use the most frequent spelling of a code, or the smallest in a tie, unless the code is an id already.
  std::vector<std::map<std::string, std::size_t>> spellings(codes_.size());
  for (const auto& [text, writing] : byWritten_) {
    const bool isMade = codes_[writing.code].text == orders::productIdOf(text);
    spellings[writing.code][isMade ? codes_[writing.code].text : text] += writing.lines;
  }
  std::vector<HistoryProduct> given(codes_.size());
  std::map<std::string, HistoryProduct> byId;
  for (const std::uint32_t code : inOrder) {
    given[code] = name(mostFrequent(spellings[code]), mostFrequent(codes_[code].titles));
    byId.emplace(given[code].id, given[code]);
  }
  NumberedProducts out;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (auto& [id, product] : byId) {
    numbers.emplace(id, static_cast<std::uint32_t>(out.products.size()));
    out.products.push_back(product);
  }
  for (const HistoryProduct& product : given) out.ofCode.push_back(numbers.at(product.id));
  return out;
}

std::vector<History::Piece> History::summed(std::vector<Piece> pieces, const NumberedProducts& numbered) const {
  for (Piece& piece : pieces) piece.product = numbered.ofCode[piece.product];
  std::sort(pieces.begin(), pieces.end(),
            [](const Piece& a, const Piece& b) { return std::tie(a.product, a.order) < std::tie(b.product, b.order); });
  std::vector<Piece> out;
  for (const Piece& piece : pieces) {
    if (!out.empty() && out.back().product == piece.product && out.back().order == piece.order) {
      out.back().quantity += piece.quantity;
    } else {
      out.push_back(piece);
    }
  }
  return out;
}

bool History::isEarlier(const Piece& a, const Piece& b) const {
  const Order &first = orders_[a.order], &second = orders_[b.order];
  return std::tie(first.timed, first.time, first.name) < std::tie(second.timed, second.time, second.name);
}

/** Finds purchases in the time of a logarithm, as one customer may have any number of purchases and returns. */
class History::Purchases {
 public:
  /** @param bought sorted by `isEarlier` */
  Purchases(const std::vector<Order>& orders, std::span<Piece> bought)
      : orders_(orders), bought_(bought), before_(bought.size() + 1) {
    for (std::size_t i = 0; i < bought.size(); ++i) {
      const bool counts = bought[i].quantity > 0 && !orders[bought[i].order].calledOff;
      before_[i + 1] = counts ? i + 1 : i;
      if (counts) byQuantity_[bought[i].quantity].insert(i);
    }
  }

  /** Takes a return from the latest purchase of its quantity, or else from the latest one backwards. */
  void takeBack(Piece& back, const Take& take) {
    const std::size_t end = endFor(orders_[back.order]);
    if (const auto same = byQuantity_.find(back.quantity); same != byQuantity_.end()) {
      const auto after = same->second.lower_bound(end);
      if (after != same->second.begin()) return takeFrom(*std::prev(after), back, take);
    }
    for (std::size_t i = latest(end); i > 0 && back.quantity > 0; i = latest(i)) takeFrom(i - 1, back, take);
  }

 private:
  /** How many purchases are not later than a return. Those without a time come first. */
  [[nodiscard]] std::size_t endFor(const Order& back) const {
    if (!back.timed) return bought_.size();
    const auto isNotLater = [&](const Piece& piece) {
      const Order& order = orders_[piece.order];
      return !order.timed || order.time <= back.time;
    };
    return static_cast<std::size_t>(std::partition_point(bought_.begin(), bought_.end(), isNotLater) - bought_.begin());
  }

  /** One more than the index of the latest purchase below `end` of which something is left, or 0. */
  std::size_t latest(std::size_t end) {
    std::size_t root = end;
    while (before_[root] != root) root = before_[root];
    while (before_[end] != root) end = std::exchange(before_[end], root);  // the next search is short
    return root;
  }

  void takeFrom(std::size_t i, Piece& back, const Take& take) {
    const auto same = byQuantity_.find(bought_[i].quantity);
    same->second.erase(i);
    if (same->second.empty()) byQuantity_.erase(same);
    take(bought_[i], back, std::min(bought_[i].quantity, back.quantity));
    if (bought_[i].quantity > 0) {
      byQuantity_[bought_[i].quantity].insert(i);
    } else {
      before_[i + 1] = i;
    }
  }

  const std::vector<Order>& orders_;
  std::span<Piece> bought_;
  std::vector<std::size_t> before_;  ///< for i + 1: itself while something is left of purchase i, else a smaller number
  std::map<std::int64_t, std::set<std::size_t>> byQuantity_;
};

void History::takeOwn(std::span<Piece> bought, std::span<Piece> sentBack, const Take& take) {
  std::size_t at = 0;  // both are sorted by order
  for (Piece& back : sentBack) {
    while (at < bought.size() && bought[at].order < back.order) ++at;
    if (at == bought.size() || bought[at].order != back.order) continue;
    take(bought[at], back, std::min(bought[at].quantity, back.quantity));
  }
}

void History::settleProduct(std::span<Piece> bought, std::span<Piece> sentBack, const Take& take,
                            ReturnCounts& counts) const {
  std::unordered_map<std::uint32_t, std::int64_t> wholes;
  for (const Piece& back : sentBack) wholes.emplace(back.order, back.quantity);
  takeOwn(bought, sentBack, take);
  // Sort by customer and time, so that a return only searches the purchases of one customer.
  const auto byCustomer = [&](const Piece& a, const Piece& b) {
    const std::string &first = orders_[a.order].customer, &second = orders_[b.order].customer;
    return first != second ? first < second : isEarlier(a, b);
  };
  std::sort(bought.begin(), bought.end(), byCustomer);
  std::sort(sentBack.begin(), sentBack.end(), byCustomer);
  std::optional<Purchases> purchases;  // of the customer before
  const std::string* before = nullptr;
  for (Piece& back : sentBack) {
    const std::string& customer = orders_[back.order].customer;
    if (back.quantity > 0 && !customer.empty()) {
      if (before == nullptr || *before != customer) {
        const auto begin = std::partition_point(
            bought.begin(), bought.end(), [&](const Piece& piece) { return orders_[piece.order].customer < customer; });
        const auto end = std::partition_point(
            begin, bought.end(), [&](const Piece& piece) { return orders_[piece.order].customer == customer; });
        purchases.emplace(orders_, std::span<Piece>(begin, end));
        before = &customer;
      }
      purchases->takeBack(back, take);
    }
    ++counts.entries;
    ++(back.quantity == 0 ? counts.matched : back.quantity < wholes.at(back.order) ? counts.partly : counts.unmatched);
  }
}

NetPurchases History::settle(const NameProduct& name, const OnMatched& onMatched) const {
  NumberedProducts numbered = named(name);
  const Take take = [&](Piece& purchase, Piece& back, std::int64_t quantity) {
    purchase.quantity -= quantity;
    back.quantity -= quantity;
    if (!onMatched || quantity == 0) return;
    onMatched(
        {orders_[purchase.order].name, orders_[back.order].name, numbered.products[purchase.product].id, quantity});
  };
  std::vector<Piece> bought = summed(bought_, numbered), sentBack = summed(sentBack_, numbered);
  NetPurchases out;
  out.scattered = scattered_;
  const std::span<Piece> allBought(bought), allBack(sentBack);
  std::size_t at = 0;
  for (std::size_t from = 0; from < allBack.size();) {
    const std::span<Piece> back = runOf(allBack, from);
    from += back.size();
    while (at < bought.size() && bought[at].product < back.front().product) ++at;
    const bool wasBought = at < bought.size() && bought[at].product == back.front().product;
    settleProduct(wasBought ? runOf(allBought, at) : std::span<Piece>(), back, take, out.returns);
  }

  std::vector<std::vector<std::uint32_t>> baskets(orders_.size());
  std::vector<bool> emptied(orders_.size());
  for (const Piece& piece : bought) {  // sorted by product, so each basket is sorted too
    if (orders_[piece.order].calledOff) continue;
    if (piece.quantity > 0) {
      baskets[piece.order].push_back(piece.product);
    } else {
      ++out.returns.purchasesRemoved;
      emptied[piece.order] = true;
    }
  }
  for (std::size_t i = 0; i < baskets.size(); ++i) {
    out.returns.ordersCalledOff += orders_[i].calledOff ? 1 : 0;
    out.returns.ordersEmptied += emptied[i] && baskets[i].empty() ? 1 : 0;
    if (!baskets[i].empty()) out.baskets.push_back(std::move(baskets[i]));
  }
  out.products = std::move(numbered.products);
  return out;
}

}  // namespace aftermint::mine
