/** @file Building and reading the index of a book. */
#include "aftermint/index.h"

#include "decide/pricing.h"
#include "decide/relation.h"

namespace aftermint {
namespace {

const Condition kAlways;

/** Whether the book has the product and the variant of every item. */
bool allThere(const IndexedBook& book, const List<Item>& items) {
  for (const Item& item : items) {
    const Product* product = book.product(item.product);
    if (product == nullptr || (!item.variant.empty() && variantOf(*product, item.variant) == nullptr)) return false;
  }
  return true;
}

}  // namespace

IndexedBook::IndexedBook(Book book) : book_(std::move(book)) {
  products_.reserve(book_.products.size());
  for (const Product& product : book_.products) products_.add(product.id);
  offers_.reserve(book_.offers.size());
  for (const Offer& offer : book_.offers) offers_.add(offer.id);
  if (products_.size() != book_.products.size() || offers_.size() != book_.offers.size()) return;  // an id is repeated
  experiments_.resize(book_.offers.size());
  List<bool> isBroken;
  isBroken.resize(book_.offers.size());
  for (std::uint32_t i = 0; i < book_.experiments.size(); ++i) {
    const std::uint32_t offer = offers_.find(book_.experiments[i].offer);
    if (offer == Names::kNone) continue;
    experiments_[offer].push_back(i);
    for (const Arm& arm : book_.experiments[i].arms) {
      if (!allThere(*this, arm.items)) isBroken[offer] = true;
    }
  }
  List<List<std::uint32_t>> offering;
  offering.resize(book_.products.size());
  for (std::uint32_t i = 0; i < book_.offers.size(); ++i) {
    const Offer& offer = book_.offers[i];
    if (isBroken[i] || !allThere(*this, offer.items)) continue;
    const auto offers = [&](const List<Item>& items) {
      for (const Item& item : items) {
        List<std::uint32_t>& of = offering[products_.find(item.product)];
        if (of.empty() || of.back() != i) of.push_back(i);
      }
    };
    offers(offer.items);
    // The items of an arm have their own ties. For a visitor in the arm only these count (eligibility.cpp).
    for (const std::uint32_t experiment : experiments_[i]) {
      for (const Arm& arm : book_.experiments[experiment].arms) offers(arm.items);
    }
    for (const Text& product : offer.triggers.products) byProduct_.add(product, i, Relation::Product);
    for (const Text& category : offer.triggers.categories) byCategory_.add(category, i, Relation::Category);
    for (const Text& tag : offer.triggers.tags) byTag_.add(tag, i, Relation::Tag);
    if (!offer.when.isNull()) {
      if (conditions_.empty()) conditions_.resize(book_.offers.size());
      conditions_[i] = Condition::compile(offer.when, ConditionPaths::OfMoment).condition;
    }
  }
  tieByRelation(offering);
  if (!book_.checked) return;
  for (const Text& id : book_.checked->refused) refuse(id);
}

void IndexedBook::refuse(std::string_view offer) {
  const std::uint32_t number = offers_.find(offer);
  if (number == Names::kNone) return;
  refused_.resize(book_.offers.size());
  refused_[number] = true;
}

/** Ties offers to products by the relations that products declare. */
void IndexedBook::tieByRelation(const List<List<std::uint32_t>>& offering) {
  const auto tie = [this, &offering](std::string_view bought, std::string_view offered, Relation relation) {
    const std::uint32_t product = products_.find(offered);
    const std::uint32_t trigger = products_.find(bought);
    if (product == Names::kNone || trigger == Names::kNone) return;
    for (const std::uint32_t i : offering[product]) {
      if (isTriggered(book_.offers[i].triggers, book_.products[trigger])) byProduct_.add(bought, i, relation);
    }
  };
  for (const Product& product : book_.products) {
    for (const Text& lesser : product.upgradeOf) tie(lesser, product.id, Relation::Upgrade);
    for (const Text& other : product.complements) tie(product.id, other, Relation::Complement);
    for (const Text& other : product.bundles) tie(product.id, other, Relation::Bundle);
  }
}

void IndexedBook::Ties::add(std::string_view key, std::uint32_t offer, Relation relation) {
  const std::uint32_t number = names.add(key);
  if (number == lists.size()) lists.emplace_back();
  lists[number].push_back(Tie{offer, relation});
}

std::span<const IndexedBook::Tie> IndexedBook::Ties::of(std::string_view key) const {
  const std::uint32_t number = names.find(key);
  if (number == Names::kNone) return {};
  return lists[number];
}

const Product* IndexedBook::product(std::string_view id) const {
  const std::uint32_t number = products_.find(id);
  return number == Names::kNone ? nullptr : &book_.products[number];
}

const Offer* IndexedBook::offer(std::string_view id) const {
  const std::uint32_t number = offers_.find(id);
  return number == Names::kNone ? nullptr : &book_.offers[number];
}

std::span<const std::uint32_t> IndexedBook::experimentsOf(const Offer& offer) const {
  return experiments_[numberOf(offer)];
}

const Condition& IndexedBook::conditionOf(const Offer& offer) const {
  return conditions_.empty() ? kAlways : conditions_[numberOf(offer)];
}

}  // namespace aftermint
