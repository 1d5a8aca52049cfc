#include "replay/orders.h"

namespace aftermint::replay {

void Orders::add(const OrderLine& line) {
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

  const auto [code, isNewCode] = byCode_.emplace(line.code, 0);
  if (isNewCode) {
    std::string id = productIdOf(line.code);
    const auto [product, isNewProduct] = byId_.emplace(id, static_cast<std::uint32_t>(products_.size()));
    if (isNewProduct) products_.push_back(std::move(id));
    code->second = product->second;
  }
  groups_[index].pieces.push_back({code->second, line.quantity, line.price});
}

}  // namespace aftermint::replay
