#include "draft/offerable_products.h"

#include <algorithm>
#include <array>

namespace aftermint::draft {
namespace {

constexpr std::array<std::string_view, 8> kTieTexts = {"is the better version of what was bought",
                                                       "is declared to improve the use of what was bought",
                                                       "is declared to go into a bundle with it",
                                                       "is itself improved by what was bought",
                                                       "is in the same category",
                                                       "has a tag in common",
                                                       "no relation is declared",
                                                       "is the lesser version of what was bought"};

bool has(const List<Text>& list, const Text& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

ProductTie tieOf(const Product& product, const Product& bought) {
  if (has(product.upgradeOf, bought.id)) return ProductTie::Upgrade;
  if (has(bought.upgradeOf, product.id)) return ProductTie::Lesser;
  if (has(bought.complements, product.id)) return ProductTie::Complement;
  if (has(bought.bundles, product.id)) return ProductTie::Bundle;
  if (has(product.complements, bought.id) || has(product.bundles, bought.id)) return ProductTie::ComplementOf;
  if (!product.category.empty() && product.category == bought.category) return ProductTie::Category;
  for (const Text& tag : product.tags) {
    if (has(bought.tags, tag)) return ProductTie::Tag;
  }
  return ProductTie::None;
}

/** The largest quantity that stock and `maxPerOrder` allow. */
std::int64_t mostQuantity(const Product& product) {
  constexpr std::int64_t kMost = 1000;
  return std::min({kMost, product.stock.value_or(kMost), product.maxPerOrder.value_or(kMost)});
}

QuantityBand quantityBand(const Product& product, ProductTie tie, const Product& bought, const PriceLimits& limits) {
  if (tie == ProductTie::Upgrade) {
    const Minor step = product.price - bought.price;
    return step >= limits.min && step <= limits.max ? QuantityBand{1, 1} : QuantityBand{};
  }
  if (product.price <= 0) return {};
  const std::int64_t least = std::max<std::int64_t>(1, (limits.min + product.price - 1) / product.price);
  const std::int64_t most = std::min(mostQuantity(product), limits.max / product.price);
  return least <= most ? QuantityBand{least, most} : QuantityBand{};
}

bool isSoldOut(const Product& product) {
  if (product.variants.empty()) return product.stock && *product.stock == 0;
  return std::all_of(product.variants.begin(), product.variants.end(),
                     [&](const Variant& variant) { return variant.stock.value_or(product.stock.value_or(1)) == 0; });
}

}  // namespace

std::string_view tieText(ProductTie tie) { return kTieTexts[static_cast<std::size_t>(tie)]; }

OfferableProducts offerableProducts(const IndexedBook& book, const Product& bought, std::size_t others) {
  OfferableProducts offerable;
  const Book& whole = book.book();
  const PriceLimits limits = priceLimits(whole.policy.priceBand, bought.price);
  for (const Product& product : whole.products) {
    if (&product == &bought) continue;
    if (!product.seller.empty() && product.seller != whole.merchant) {
      ++offerable.otherSellers;
    } else if (product.recurring) {
      ++offerable.recurring;
    } else if (isSoldOut(product)) {
      ++offerable.soldOut;
    } else {
      const ProductTie tie = tieOf(product, bought);
      offerable.entries.push_back({&product, tie, quantityBand(product, tie, bought, limits)});
    }
  }
  std::stable_sort(offerable.entries.begin(), offerable.entries.end(),
                   [](const OfferableProduct& a, const OfferableProduct& b) {
                     if (a.tie != b.tie) return a.tie < b.tie;
                     return (a.quantity.most > 0) > (b.quantity.most > 0);
                   });
  const auto firstOther =
      std::find_if(offerable.entries.begin(), offerable.entries.end(),
                   [](const OfferableProduct& entry) { return entry.tie > ProductTie::ComplementOf; });
  const auto tied = std::min(static_cast<std::size_t>(firstOther - offerable.entries.begin()), kMostTied);
  std::vector<OfferableProduct> kept(offerable.entries.begin(),
                                     offerable.entries.begin() + static_cast<std::ptrdiff_t>(tied));
  const auto rest = std::min(static_cast<std::size_t>(offerable.entries.end() - firstOther), others);
  kept.insert(kept.end(), firstOther, firstOther + static_cast<std::ptrdiff_t>(rest));
  offerable.leftOut = offerable.entries.size() - kept.size();
  offerable.entries = std::move(kept);
  return offerable;
}

}  // namespace aftermint::draft
