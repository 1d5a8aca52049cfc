/** @file The shop's basket: what stands in it, what an offer of a product page added to it, and what it costs. */
#pragma once

#include <string>
#include <vector>

#include "demo/server/shop.h"

namespace aftermint::demo {

/**
 * Puts a line into a basket, or adds it to what is there under the same offer.
 *
 * A line holds 99 pieces at most and a basket 50 lines; what is past that stays out.
 */
void put(std::vector<CartLine>& lines, const CartLine& line);

/**
 * Takes out the line of that product and variant which that offer added, or none did where it is empty.
 *
 * Where there is no such line the other one goes: a page that is older than the basket named it otherwise.
 */
void takeOut(std::vector<CartLine>& lines, const CartLine& line);

/** What an offer of a product page adds to the product looked at, as the book has it now. */
struct Companions {
  std::vector<Item> items;    ///< without the product looked at
  std::int64_t ofLooked = 0;  ///< so many pieces of that are in its price
  std::string variant;        ///< of those
  Minor price = 0;            ///< of all items, beyond the product looked at
};

/** None where there is no such offer, or it does not hold for that product and visitor. */
[[nodiscard]] std::optional<Companions> companionsOf(const Shop& shop, const std::string& visitor,
                                                     const std::string& offer, const std::string& product);

/** Puts a product and its companions into a basket; false, and nothing is put, where the offer does not hold. */
bool putOffer(const Shop& shop, const std::string& visitor, std::vector<CartLine>& lines, const CartLine& looked,
              const std::string& offer);

/**
 * What a basket costs now: every line that can still be bought, no more of it than there are.
 *
 * Lines that an offer added cost what it says and carry its id while it holds and they stand there whole, beside the
 * product they belong to; else each costs its own price. The book decides, whatever a form has claimed.
 */
[[nodiscard]] std::vector<OrderLine> priceCart(const Shop& shop, const std::string& visitor, const Cart& cart);

/** What names a basket as the shopper saw it: its version, the book's digest and the sum, so that no price changes
 * unseen. */
[[nodiscard]] std::string cartToken(const Shop& shop, const Cart& cart, const std::vector<OrderLine>& lines);

/** The offers of product pages in a priced basket, with the arms that the visitor saw them in. */
[[nodiscard]] std::vector<OrderOffer> takenOffers(const Shop& shop, const std::string& visitor,
                                                  const std::vector<OrderLine>& lines);

}  // namespace aftermint::demo
