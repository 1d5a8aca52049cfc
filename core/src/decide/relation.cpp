/** @file The relation between an offer and a product. */
#include "decide/relation.h"

#include "aftermint/craft.h"

namespace aftermint {
namespace {

bool names(const List<Text>& list, std::string_view wanted) {
  for (const Text& each : list) {
    if (each == wanted) return true;
  }
  return false;
}

/** The relation by which `for` matches a product, or nothing. */
std::optional<Relation> namedBy(const Triggers& triggers, const Product& bought) {
  if (names(triggers.products, bought.id)) return Relation::Product;
  if (!bought.category.empty() && names(triggers.categories, bought.category)) return Relation::Category;
  for (const Text& tag : bought.tags) {
    if (names(triggers.tags, tag)) return Relation::Tag;
  }
  return std::nullopt;
}

}  // namespace

bool isTriggered(const Triggers& triggers, const Product& bought) {
  if (triggers.products.empty() && triggers.categories.empty() && triggers.tags.empty()) return true;
  return namedBy(triggers, bought).has_value();
}

std::optional<Relation> relationOf(const IndexedBook& book, const Triggers& triggers, const List<Item>& items,
                                   const Product& bought) {
  std::optional<Relation> strongest = namedBy(triggers, bought);
  if (!isTriggered(triggers, bought)) return std::nullopt;
  for (const Item& item : items) {
    const Relation declared = names(book.product(item.product)->upgradeOf, bought.id) ? Relation::Upgrade
                              : names(bought.complements, item.product)               ? Relation::Complement
                                                                                      : Relation::Bundle;
    if (declared == Relation::Bundle && !names(bought.bundles, item.product)) continue;
    if (!strongest || declared < *strongest) strongest = declared;
  }
  return strongest;
}

std::optional<Relation> tieOf(const IndexedBook& book, const Offer& offer, const Product& bought) {
  for (const Item& item : offer.items) {
    if (item.product == bought.id && offer.type != OfferType::Bundle) return std::nullopt;
  }
  return relationOf(book, offer.triggers, offer.items, bought);
}

}  // namespace aftermint
