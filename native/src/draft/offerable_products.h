/** @file The products that a shop could offer with a product, related ones first. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/craft.h"
#include "aftermint/index.h"

namespace aftermint::draft {

/** How a product is related to the product bought, strongest first. `Lesser` is the reverse of `Upgrade`. */
enum class ProductTie : std::uint8_t { Upgrade, Complement, Bundle, ComplementOf, Category, Tag, None, Lesser };

/** The relation as the prompt says it. */
[[nodiscard]] std::string_view tieText(ProductTie tie);

/** The quantities of a product whose price is within the price band; none if `most` is 0. */
struct QuantityBand {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/** A product that could be offered. */
struct OfferableProduct {
  const Product* product = nullptr;
  ProductTie tie = ProductTie::None;
  QuantityBand quantity;
};

/** The products to list in a prompt, and the numbers of those that are not listed. */
struct OfferableProducts {
  std::vector<OfferableProduct>
      entries;                   ///< by relation, then those within the price band, then in the order of the book
  std::size_t leftOut = 0;       ///< could be offered, but the list is full
  std::size_t otherSellers = 0;  ///< sold by others, so they may not be offered
  std::size_t recurring = 0;     ///< need terms, which an answer cannot have
  std::size_t soldOut = 0;
};

/** The most products with a declared relation (upgrade, complement, bundle) that are listed. */
inline constexpr std::size_t kMostTied = 100;

/** The products that could be offered with the product bought: those with a declared relation, and up to `others` more.
 */
[[nodiscard]] OfferableProducts offerableProducts(const IndexedBook& book, const Product& bought, std::size_t others);

}  // namespace aftermint::draft
