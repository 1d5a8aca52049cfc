#include "mine/book_pairs.h"

#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "import/text.h"

namespace aftermint::mine {
namespace {

/** Names that lead to one product; a name of two leads to none. */
class Names {
 public:
  void add(const std::string& name, const std::string& id) {
    const auto [found, isNew] = ids_.emplace(name, id);
    if (!isNew && found->second != id) found->second.clear();
  }
  [[nodiscard]] std::optional<std::string> find(const std::string& name) const {
    const auto found = ids_.find(name);
    if (name.empty() || found == ids_.end() || found->second.empty()) return std::nullopt;
    return found->second;
  }

 private:
  std::unordered_map<std::string, std::string> ids_;
};

std::string titleKey(std::string_view title) { return imports::lowered(imports::squeezed(title)); }

struct BookNames {
  std::unordered_map<std::string, std::string> titles;  ///< of products, by id
  Names variants, byTitle;
  imports::IdSet taken;

  explicit BookNames(const Book& book) {
    for (const Product& product : book.products) {
      const std::string id(product.id);
      titles.emplace(id, product.title);
      (void)taken.unique(id);
      byTitle.add(titleKey(product.title), id);
      for (const Variant& variant : product.variants) variants.add(std::string(variant.id), id);
    }
  }

  [[nodiscard]] std::optional<std::string> find(const std::string& code, const std::string& title) const {
    const std::string made = imports::makeId(code);
    for (const std::string& id : {code, made, imports::raised(made)}) {
      if (titles.contains(id)) return id;
    }
    for (const std::string& id : {code, made}) {
      if (std::optional<std::string> product = variants.find(id)) return product;
    }
    return byTitle.find(titleKey(title));
  }
};

}  // namespace

NameProduct idsOfBook(const Book& book) {
  return [names = std::make_shared<BookNames>(book)](const std::string& code, const std::string& title) {
    if (const std::optional<std::string> id = names->find(code, title)) {
      return HistoryProduct{*id, names->titles.at(*id), true};
    }
    return HistoryProduct{names->taken.unique(imports::makeId(code)), title, false};
  };
}

std::set<std::pair<std::string, std::string>> knownPairs(const Book& book) {
  std::set<std::pair<std::string, std::string>> out;
  for (const Product& product : book.products) {
    for (const auto& complement : product.complements) out.emplace(product.id, complement);
  }
  for (const Offer& offer : book.offers) {
    for (const auto& trigger : offer.triggers.products) {
      for (const Item& item : offer.items) out.emplace(trigger, item.product);
    }
  }
  return out;
}

Offer proposal(std::string id, const Product& trigger, const Product& offered, std::int64_t quantity,
               const std::string& locale, const Rule& rule) {
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
  copy.locale = locale;
  copy.headline = "{item} with your {trigger}";
  copy.benefit = "Bought together in " + std::to_string(rule.orders) + " of the " + std::to_string(rule.productOrders) +
                 " orders that had {trigger}.";
  copy.accept = "Add " + (quantity == 1 ? std::string() : std::to_string(quantity) + " × ") + "{item}";
  offer.copy.push_back(std::move(copy));
  offer.priority = std::llround(1000 * rule.cosine);
  offer.approved = false;
  return offer;
}

std::size_t addProposals(Book& book, const Kept& kept, const std::vector<Rule>& rules) {
  const auto known = knownPairs(book);
  std::map<std::string, const Product*> products;
  for (const Product& product : book.products) products.emplace(product.id, &product);
  imports::IdSet ids;
  for (const Offer& offer : book.offers) (void)ids.unique(offer.id);
  std::size_t added = 0;
  for (const Rule& rule : rules) {
    const std::string &bought = kept.products[rule.product].id, &with = kept.products[rule.complement].id;
    if (rule.alike || known.contains({bought, with})) continue;
    book.offers.push_back(proposal(ids.unique(imports::makeId(bought + ":" + with)), *products.at(bought),
                                   *products.at(with), 1, book.locale, rule));
    ++added;
  }
  return added;
}

}  // namespace aftermint::mine
