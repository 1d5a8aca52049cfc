#include "mine/book_pairs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text.h"

namespace aftermint::mine {
namespace {

/** The product or variant that a name means. */
struct Place {
  std::string product, variant;
  bool operator==(const Place&) const = default;
};

/** Names and what they mean; a name of two different products means nothing. */
class Names {
 public:
  void add(const std::string& name, const Place& place) {
    if (name.empty()) return;
    const auto [found, isNew] = places_.emplace(name, place);
    if (!isNew && found->second && *found->second != place) {
      // A name of two variants of one product still means the product.
      const bool together = found->second->product == place.product;
      found->second = together ? std::optional(Place{place.product, {}}) : std::nullopt;
    }
  }
  [[nodiscard]] std::optional<Place> find(const std::string& name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? std::nullopt : found->second;
  }

 private:
  std::unordered_map<std::string, std::optional<Place>> places_;
};

std::string titleKey(std::string_view title) { return folded(squeezed(title)); }

/**
 * Normalizes and sorts the options of a variant, so that "Large / Red", "Red, Large" and "Size: Large | Color: Red" are
 * equal.
 */
std::string optionsKey(std::string_view text) {
  std::vector<std::string> options;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t until = std::min(text.find_first_of("/,|;", from), text.size());
    std::string_view option = text.substr(from, until - from);
    if (const std::size_t label = option.find(": "); label != std::string_view::npos) option.remove_prefix(label + 2);
    options.push_back(titleKey(option));
    from = until + 1;
  }
  std::sort(options.begin(), options.end());
  std::string out;
  for (const std::string& option : options) (out += option) += '\n';
  return out;
}

constexpr std::array<std::string_view, 3> kDashes = {" - ", " \u2013 ", " \u2014 "};

constexpr int kMostDashes = 8;  // a title has few, and each costs as much as the title is long

/** Calls `use` with both sides of each of the last dashes, from the last one on, until it returns a value. */
template <class F>
std::optional<Place> anySplit(std::string_view title, F use) {
  int tried = 0;
  for (std::size_t at = title.size(); at-- > 0 && tried < kMostDashes;) {
    for (const std::string_view dash : kDashes) {
      if (!title.substr(at).starts_with(dash)) continue;
      ++tried;
      if (const std::optional<Place> found = use(title.substr(0, at), title.substr(at + dash.size()))) return found;
    }
  }
  return std::nullopt;
}

struct BookNames {
  std::unordered_map<std::string, std::string> titles;  ///< of products, by id
  Names ids, foldedIds, variants, foldedVariants, byTitle, byOptions;
  IdSet taken;

  explicit BookNames(const Book& book) {
    for (const Product& product : book.products) {
      const std::string id(product.id), title = titleKey(product.title);
      titles.emplace(id, product.title);
      (void)taken.unique(id);
      ids.add(id, {id, {}});
      foldedIds.add(lowered(id), {id, {}});
      byTitle.add(title, {id, {}});
      for (const Variant& variant : product.variants) {
        const Place place{id, std::string(variant.id)};
        variants.add(place.variant, place);
        foldedVariants.add(lowered(place.variant), place);
        byOptions.add(title + '\t' + optionsKey(variant.title), place);
      }
    }
  }

  [[nodiscard]] std::optional<Place> find(const std::string& code, const std::string& title) const {
    const std::string made = makeId(code);
    for (const Names* names : {&ids, &variants}) {
      for (const std::string& id : {code, made, raised(made)}) {
        if (std::optional<Place> found = names->find(id)) return found;
      }
    }
    for (const Names* names : {&foldedIds, &foldedVariants}) {
      if (std::optional<Place> found = names->find(lowered(made))) return found;
    }
    return findTitle(title);
  }

  /** Tries the whole title, then "Title - Option / Option", then the product alone. */
  [[nodiscard]] std::optional<Place> findTitle(const std::string& title) const {
    if (std::optional<Place> found = byTitle.find(titleKey(title))) return found;
    if (std::optional<Place> found = anySplit(title, [&](std::string_view product, std::string_view options) {
          return byOptions.find(titleKey(product) + '\t' + optionsKey(options));
        })) {
      return found;
    }
    return anySplit(title, [&](std::string_view product, std::string_view) { return byTitle.find(titleKey(product)); });
  }
};

}  // namespace

NameProduct idsOfBook(const Book& book) {
  return [names = std::make_shared<BookNames>(book)](const std::string& code, const std::string& title) {
    if (const std::optional<Place> place = names->find(code, title)) {
      return HistoryProduct{place->product, names->titles.at(place->product), true, place->variant};
    }
    return HistoryProduct{names->taken.unique(makeId(code)), title, false, {}};
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

std::size_t addProposals(Book& book, const NetPurchases& net, const std::vector<Rule>& rules) {
  const auto known = knownPairs(book);
  std::map<std::string, const Product*> products;
  for (const Product& product : book.products) products.emplace(product.id, &product);
  IdSet ids;
  for (const Offer& offer : book.offers) (void)ids.unique(offer.id);
  std::size_t added = 0;
  for (const Rule& rule : rules) {
    const std::string &bought = net.products[rule.product].id, &with = net.products[rule.complement].id;
    if (rule.alike || known.contains({bought, with})) continue;
    book.offers.push_back(proposal(ids.unique(makeId(bought + ":" + with)), *products.at(bought), *products.at(with), 1,
                                   book.locale, rule));
    ++added;
  }
  return added;
}

}  // namespace aftermint::mine
