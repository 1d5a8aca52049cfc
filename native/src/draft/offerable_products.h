/** @file What a shop could offer with a product: what is tied to it first. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/craft.h"
#include "aftermint/index.h"

namespace aftermint::draft {

/** How a product of the range is tied to the one that was bought, strongest first. */
enum class ProductTie : std::uint8_t { Upgrade, Complement, Bundle, ComplementOf, Category, Tag, None, Lesser };

/** The tie in words, as a prompt has it. */
[[nodiscard]] std::string_view tieText(ProductTie tie);

/** QuantityBand of a product that cost what the band allows; none where `most` is 0. */
struct QuantityBand {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

struct OfferableProduct {
  const Product* product = nullptr;
  ProductTie tie = ProductTie::None;
  QuantityBand quantity;
};

struct OfferableProducts {
  std::vector<OfferableProduct> entries;  ///< by tie, then what fits the band, then the order of the book
  std::size_t leftOut = 0;                ///< that could be offered, and are beyond the count asked for
  std::size_t otherSellers = 0;           ///< that may not be offered
  std::size_t recurring = 0;              ///< that need terms which no answer may write
  std::size_t soldOut = 0;
};

/** At most so many declared ties are listed: upgrades, complements, bundles. */
inline constexpr std::size_t kMostTied = 100;

/** The products that could be offered with the one bought: those that declare a tie, and `others` more. */
[[nodiscard]] OfferableProducts offerableProducts(const IndexedBook& book, const Product& bought, std::size_t others);

}  // namespace aftermint::draft
