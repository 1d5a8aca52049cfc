#include "check/related_products.h"

#include <algorithm>

namespace aftermint {

RelatedProducts::RelatedProducts(const IndexedBook& book) : book_(book) {
  for (const Product& product : book.book().products) {
    for (const std::string& id : product.complements) companionOf_[id].push_back(&product);
    for (const std::string& id : product.bundles) companionOf_[id].push_back(&product);
    for (const std::string& id : product.upgradeOf) better_.emplace(id, &product);
  }
  for (const Offer& offer : book.book().offers) {
    if (offer.type != OfferType::Upsell || !offer.approved) continue;
    for (const Item& item : offer.items) {
      for (const std::string& id : book.product(item.product)->upgradeOf) upsold_.emplace(id, &offer);
    }
  }
}

const Product* RelatedProducts::betterThan(std::string_view product) const {
  const auto at = better_.find(product);
  return at == better_.end() ? nullptr : at->second;
}

TriggerProducts RelatedProducts::triggerProducts(const Offer& offer) const {
  TriggerProducts out;
  const Triggers& triggers = offer.triggers;
  for (const std::string& id : triggers.products) out.push_back(book_.product(id));
  if (out.empty() && triggers.categories.empty() && triggers.tags.empty()) {
    for (const Item& item : offer.items) {
      for (const std::string& id : book_.product(item.product)->upgradeOf) out.push_back(book_.product(id));
      if (const auto at = companionOf_.find(item.product); at != companionOf_.end()) {
        out.insert(out.end(), at->second.begin(), at->second.end());
      }
    }
  }
  std::sort(out.begin(), out.end());  // all are in one array, so this is the order of the book
  out.erase(std::unique(out.begin(), out.end()), out.end());
  out.erase(std::remove(out.begin(), out.end(), nullptr), out.end());
  return out;
}

}  // namespace aftermint
