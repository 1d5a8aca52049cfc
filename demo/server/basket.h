/** @file The shop's basket: its lines, the lines that an offer of a product page added, and its price. */
#pragma once

#include <string>
#include <vector>

#include "demo/server/shop.h"

namespace aftermint::demo {

/**
 * Adds a line to a basket. A line of the same product, variant and offer grows instead.
 *
 * A line has at most 99 pieces, a basket at most 50 lines; what exceeds this is dropped without an error.
 */
void put(std::vector<CartLine>& lines, const CartLine& line);

/**
 * Removes the line of that product, variant and offer; `offer` is empty for a line that no offer added.
 *
 * If there is none, it removes a line of the same product and variant under another offer: the page may be older than
 * the basket.
 */
void takeOut(std::vector<CartLine>& lines, const CartLine& line);

/** What an offer of a product page adds to the product on that page, by the current book. */
struct Companions {
  std::vector<Item> items;    ///< without the product of the page
  std::int64_t ofLooked = 0;  ///< of a bundle: pieces of the page's product that belong to it; 0: not a bundle
  std::string variant;        ///< of those pieces; empty: any
  Minor price = 0;            ///< of `items` together, minor units
};

/** What `offer` adds to `product` for a visitor; none if `verify` does not allow it there. */
[[nodiscard]] std::optional<Companions> companionsOf(const Shop& shop, const std::string& visitor,
                                                     const std::string& offer, const std::string& product);

/** Adds the page's product (`looked`) and what `offer` adds to it to a basket. */
void putOffer(std::vector<CartLine>& lines, const CartLine& looked, const std::string& offer,
              const Companions& companions);

/**
 * The lines of a basket at current prices: only what can still be bought, and no more than is in stock.
 *
 * Lines that an offer added cost the offer's price if the offer still applies, all its items are in the basket, and so
 * is the product they belong to. Otherwise each costs its own price. All prices come from the book, none from the
 * browser.
 */
[[nodiscard]] std::vector<OrderLine> priceCart(const Shop& shop, const std::string& visitor, const Cart& cart);

/**
 * A text that changes if the basket, the book or the sum changes. The checkout form sends it back, so the server
 * notices that the shopper saw other prices than those of now.
 */
[[nodiscard]] std::string cartToken(const Shop& shop, const Cart& cart, const std::vector<OrderLine>& lines);

/** The offers of product pages in a priced basket, with the arms that the visitor saw them in. */
[[nodiscard]] std::vector<OrderOffer> takenOffers(const Shop& shop, const std::string& visitor,
                                                  const std::vector<OrderLine>& lines);

}  // namespace aftermint::demo
