/** @file Prices in whole minor units, without overflow. */
#include "decide/pricing.h"

#include <algorithm>

namespace aftermint {

const Variant* variantOf(const Product& product, std::string_view id) {
  if (id.empty()) return nullptr;
  for (const Variant& variant : product.variants) {
    if (variant.id == id) return &variant;
  }
  return nullptr;
}

Minor unitPrice(const Product& product, std::string_view variant) {
  const Variant* found = variantOf(product, variant);
  return found != nullptr && found->price ? *found->price : product.price;
}

Minor shareOf(Minor amount, Bps bps) { return amount / 10'000 * bps + amount % 10'000 * bps / 10'000; }

Minor timesAtMost(Minor a, std::int64_t b) {
  if (b != 0 && a > kMaxMoney / b) return kMaxMoney;
  return a * b;
}

PriceLimits priceLimits(const PriceBand& band, Minor basis) {
  return {shareOf(basis, band.minBps), shareOf(basis, band.maxBps)};
}

Minor listPrice(const IndexedBook& book, const List<Item>& items) {
  Minor sum = 0;
  for (const Item& item : items) {
    const Product* product = book.product(item.product);
    sum = std::min(kMaxMoney, sum + timesAtMost(unitPrice(*product, item.variant), item.quantity));
  }
  return sum;
}

Minor separatePrice(const IndexedBook& book, const Offer& offer) { return listPrice(book, offer.items); }

Minor askedPrice(const IndexedBook& book, const Offer& offer) { return chargedPrice(book, offer.price, offer.items); }

Minor chargedPrice(const IndexedBook& book, const Price& price, const List<Item>& items) {
  if (price.kind == PriceKind::Fixed) return price.amount;
  const Minor list = listPrice(book, items);
  if (price.kind == PriceKind::List) return list;
  const Bps rest = 10'000 - price.bps;
  // Half up: half a unit is added before the division.
  return list / 10'000 * rest + (list % 10'000 * rest + 5'000) / 10'000;
}

}  // namespace aftermint
