#include "draft/range.h"

#include <algorithm>
#include <array>

namespace aftermint::draft {
namespace {

constexpr std::array<std::string_view, 8> kTieWords = {"is the better version of what was bought",
                                                       "is declared to improve the use of what was bought",
                                                       "is declared to go into a bundle with it",
                                                       "is itself improved by what was bought",
                                                       "is in the same category",
                                                       "has a tag in common",
                                                       "none is declared",
                                                       "is the lesser version of what was bought"};

bool has(const List<Text>& list, const Text& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

RangeTie tieOf(const Product& product, const Product& bought) {
  if (has(product.upgradeOf, bought.id)) return RangeTie::Upgrade;
  if (has(bought.upgradeOf, product.id)) return RangeTie::Lesser;
  if (has(bought.complements, product.id)) return RangeTie::Complement;
  if (has(bought.bundles, product.id)) return RangeTie::Bundle;
  if (has(product.complements, bought.id) || has(product.bundles, bought.id)) return RangeTie::ComplementOf;
  if (!product.category.empty() && product.category == bought.category) return RangeTie::Category;
  for (const Text& tag : product.tags) {
    if (has(bought.tags, tag)) return RangeTie::Tag;
  }
  return RangeTie::None;
}

/** Pieces that may be offered at all: as many as are there, and as one order may hold. */
std::int64_t mostPieces(const Product& product) {
  constexpr std::int64_t kMost = 1000;
  return std::min({kMost, product.stock.value_or(kMost), product.maxPerOrder.value_or(kMost)});
}

Pieces piecesOf(const Product& product, RangeTie tie, const Product& bought, const PriceLimits& limits) {
  if (tie == RangeTie::Upgrade) {
    const Minor step = product.price - bought.price;
    return step >= limits.min && step <= limits.max ? Pieces{1, 1} : Pieces{};
  }
  if (product.price <= 0) return {};
  const std::int64_t least = std::max<std::int64_t>(1, (limits.min + product.price - 1) / product.price);
  const std::int64_t most = std::min(mostPieces(product), limits.max / product.price);
  return least <= most ? Pieces{least, most} : Pieces{};
}

bool isSoldOut(const Product& product) {
  if (product.variants.empty()) return product.stock && *product.stock == 0;
  return std::all_of(product.variants.begin(), product.variants.end(),
                     [&](const Variant& variant) { return variant.stock.value_or(product.stock.value_or(1)) == 0; });
}

}  // namespace

std::string_view tieWords(RangeTie tie) { return kTieWords[static_cast<std::size_t>(tie)]; }

Range rangeOf(const IndexedBook& book, const Product& bought, std::size_t others) {
  Range range;
  const Book& whole = book.book();
  const PriceLimits limits = priceLimits(whole.policy.priceBand, bought.price);
  for (const Product& product : whole.products) {
    if (&product == &bought) continue;
    if (!product.seller.empty() && product.seller != whole.merchant) {
      ++range.otherSellers;
    } else if (product.recurring) {
      ++range.recurring;
    } else if (isSoldOut(product)) {
      ++range.soldOut;
    } else {
      const RangeTie tie = tieOf(product, bought);
      range.entries.push_back({&product, tie, piecesOf(product, tie, bought, limits)});
    }
  }
  std::stable_sort(range.entries.begin(), range.entries.end(), [](const RangeEntry& a, const RangeEntry& b) {
    if (a.tie != b.tie) return a.tie < b.tie;
    return (a.pieces.most > 0) > (b.pieces.most > 0);
  });
  const auto firstOther = std::find_if(range.entries.begin(), range.entries.end(),
                                       [](const RangeEntry& entry) { return entry.tie > RangeTie::ComplementOf; });
  const auto tied = std::min(static_cast<std::size_t>(firstOther - range.entries.begin()), kMostTied);
  std::vector<RangeEntry> kept(range.entries.begin(), range.entries.begin() + static_cast<std::ptrdiff_t>(tied));
  const auto rest = std::min(static_cast<std::size_t>(range.entries.end() - firstOther), others);
  kept.insert(kept.end(), firstOther, firstOther + static_cast<std::ptrdiff_t>(rest));
  range.leftOut = range.entries.size() - kept.size();
  range.entries = std::move(kept);
  return range;
}

}  // namespace aftermint::draft
