/** @file Rules of good offers that deciding, showing, checking and explaining have in common (docs/craft.md). */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

class IndexedBook;

/** Whether a type of offer may be shown at a placement (docs/craft.md). */
[[nodiscard]] bool suits(OfferType type, Placement placement);

/** Whether a placement comes after the payment: the order is final, and an accept is an order of its own. */
[[nodiscard]] bool afterPayment(Placement placement);

/** The lowest and the highest price of an offer, both allowed. */
struct PriceLimits {
  Minor min = 0;
  Minor max = 0;
};

/** The limits of a price band for an order of value `basis`, rounded down. */
[[nodiscard]] PriceLimits priceLimits(const PriceBand& band, Minor basis);

/**
 * The strongest relation between an offer's own items and a product that is bought or viewed, as `decide` finds it.
 *
 * Nothing where `decide` would not consider the offer: `for` does not match the product, no relation exists, or the
 * offer contains the product itself. A bundle may contain the viewed product. Not in the page's module.
 */
[[nodiscard]] std::optional<Relation> tieOf(const IndexedBook& book, const Offer& offer, const Product& bought);

}  // namespace aftermint
