#include "aftermint/index.h"

namespace aftermint {
namespace {

const std::vector<IndexedBook::Tie> kNoTies;
const std::vector<std::uint32_t> kNoExperiments;
const Condition kAlways;

}  // namespace

IndexedBook::IndexedBook(Book book) : book_(std::move(book)) {
  products_.reserve(book_.products.size());
  offers_.reserve(book_.offers.size());
  for (std::uint32_t i = 0; i < book_.products.size(); ++i) products_.emplace(book_.products[i].id, i);

  // Which products declare an offered one as their complement, bundle partner or better version.
  ById<std::vector<std::pair<std::string_view, Relation>>> declared;
  for (const Product& product : book_.products) {
    for (const std::string& better : product.upgradeOf) declared[product.id].emplace_back(better, Relation::Upgrade);
    for (const std::string& other : product.complements) declared[other].emplace_back(product.id, Relation::Complement);
    for (const std::string& other : product.bundles) declared[other].emplace_back(product.id, Relation::Bundle);
  }

  for (std::uint32_t i = 0; i < book_.offers.size(); ++i) {
    const Offer& offer = book_.offers[i];
    offers_.emplace(offer.id, i);
    const Triggers& triggers = offer.triggers;
    const bool byRelation = triggers.products.empty() && triggers.categories.empty() && triggers.tags.empty();
    for (const Item& item : offer.items) {
      const auto found = declared.find(item.product);
      if (found == declared.end()) continue;
      for (const auto& [product, relation] : found->second) {
        bool wanted = byRelation;
        for (const std::string& trigger : triggers.products) wanted = wanted || trigger == product;
        if (wanted) tie(byProduct_, product, i, relation);
      }
    }
    for (const std::string& product : triggers.products) tie(byProduct_, product, i, Relation::Product);
    for (const std::string& category : triggers.categories) tie(byCategory_, category, i, Relation::Category);
    for (const std::string& tag : triggers.tags) tie(byTag_, tag, i, Relation::Tag);
    if (!offer.when.isNull()) {
      if (conditions_.empty()) conditions_.resize(book_.offers.size());
      conditions_[i] = Condition::compile(offer.when, ConditionPaths::OfMoment).condition;
    }
  }
  if (book_.experiments.empty()) return;
  experiments_.resize(book_.offers.size());
  for (std::uint32_t i = 0; i < book_.experiments.size(); ++i) {
    experiments_[offers_.at(book_.experiments[i].offer)].push_back(i);
  }
}

void IndexedBook::tie(ById<std::vector<Tie>>& map, std::string_view key, std::uint32_t offer, Relation relation) {
  map[key].push_back(Tie{offer, relation});
}

const Product* IndexedBook::product(std::string_view id) const {
  const auto found = products_.find(id);
  return found == products_.end() ? nullptr : &book_.products[found->second];
}

const Offer* IndexedBook::offer(std::string_view id) const {
  const auto found = offers_.find(id);
  return found == offers_.end() ? nullptr : &book_.offers[found->second];
}

const std::vector<std::uint32_t>& IndexedBook::experimentsOf(const Offer& offer) const {
  return experiments_.empty() ? kNoExperiments : experiments_[static_cast<std::size_t>(&offer - book_.offers.data())];
}

const Condition& IndexedBook::conditionOf(const Offer& offer) const {
  return conditions_.empty() ? kAlways : conditions_[static_cast<std::size_t>(&offer - book_.offers.data())];
}

const std::vector<IndexedBook::Tie>& IndexedBook::tiesOfProduct(std::string_view id) const {
  const auto found = byProduct_.find(id);
  return found == byProduct_.end() ? kNoTies : found->second;
}

const std::vector<IndexedBook::Tie>& IndexedBook::tiesOfCategory(std::string_view category) const {
  const auto found = byCategory_.find(category);
  return found == byCategory_.end() ? kNoTies : found->second;
}

const std::vector<IndexedBook::Tie>& IndexedBook::tiesOfTag(std::string_view tag) const {
  const auto found = byTag_.find(tag);
  return found == byTag_.end() ? kNoTies : found->second;
}

}  // namespace aftermint
