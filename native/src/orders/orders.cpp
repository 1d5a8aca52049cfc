#include "orders/orders.h"

#include "aftermint/index.h"

#include <algorithm>
#include <utility>

namespace aftermint::orders {

Orders::Orders(NameOrdered name) : name_(std::move(name)) {
  if (!name_) {
    name_ = [](const std::string& code, const std::string&) { return OrderedProduct{productIdOf(code), {}}; };
  }
}

std::uint32_t Orders::productOf(const OrderFileLine& line) {
  const auto [code, isNewCode] = byCode_.emplace(line.code, 0);
  if (isNewCode) {
    OrderedProduct named = name_(line.code, line.description);
    const auto [product, isNewProduct] =
        byId_.emplace(named.id + '\n' + named.variant, static_cast<std::uint32_t>(products_.size()));
    if (isNewProduct) products_.push_back(std::move(named));
    code->second = product->second;
  }
  return code->second;
}

void Orders::add(const OrderFileLine& line) {
  if (line.returned) return;
  const auto [found, isNew] = byInvoice_.emplace(line.invoice, groups_.size());
  const std::size_t index = found->second;
  if (isNew) {
    OrderGroup group;
    group.invoice = line.invoice;
    group.customer = line.customer;
    group.country = line.country;
    group.time = line.time;
    groups_.push_back(std::move(group));
  } else if (index != last_) {
    ++scattered_;
  }
  last_ = index;
  groups_[index].calledOff |= line.calledOff;

  OrderPiece piece{productOf(line), line.quantity / kOnePiece, line.price, line.priced};
  if (line.quantity % kOnePiece != 0) {
    // The price of a part of a piece, rounded, but never zero.
    piece.quantity = 1;
    piece.price =
        std::max<Minor>(line.priced ? 1 : 0, (line.price / kOnePiece) * line.quantity +
                                                 (line.price % kOnePiece * line.quantity + kOnePiece / 2) / kOnePiece);
  }
  groups_[index].pieces.push_back(piece);
}

std::size_t Orders::dropCalledOff() {
  byInvoice_.clear();  // its indexes are now wrong, and nothing is added after this
  return std::erase_if(groups_, [](const OrderGroup& group) { return group.calledOff; });
}

std::size_t Orders::priceFrom(const IndexedBook& book) {
  std::size_t count = 0;
  for (OrderGroup& group : groups_) {
    for (OrderPiece& piece : group.pieces) {
      if (piece.priced) continue;
      ++count;
      const OrderedProduct& named = products_[piece.product];
      if (const Product* product = book.product(named.id)) piece.price = unitPrice(*product, named.variant);
    }
  }
  return count;
}

}  // namespace aftermint::orders
