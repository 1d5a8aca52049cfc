/** @file Rules of good offers that deciding, showing, checking and explaining have in common (docs/craft.md). */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

class IndexedBook;

/** Whether a type of offer may be shown at a placement (docs/craft.md). */
[[nodiscard]] bool suits(OfferType type, Placement placement);

/** Whether a placement comes after the payment. The order is final then, and an accept is a purchase of its own. */
[[nodiscard]] bool afterPayment(Placement placement);

/** The lowest and the highest allowed price of an offer, in minor units. */
struct PriceLimits {
  Minor min = 0;
  Minor max = 0;
};

/** The limits of a price band for an order of value `basis` (minor units, 0 to 10^12), each rounded down. */
[[nodiscard]] PriceLimits priceLimits(const PriceBand& band, Minor basis);

/**
 * The strongest relation by which a bought or viewed product leads `decide` to an offer. The items of arms are ignored.
 *
 * Nothing if `decide` would not consider the offer: `for` does not match the product, no relation exists, or the offer
 * contains the product itself (a bundle may). The book must have every item of the offer. Not in the page's module.
 */
[[nodiscard]] std::optional<Relation> tieOf(const IndexedBook& book, const Offer& offer, const Product& bought);

}  // namespace aftermint
