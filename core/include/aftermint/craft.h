/** @file Rules of the craft that deciding, showing and checking share, and that hosts ask for when they tell of them.
 */
#pragma once

#include "aftermint/book.h"

namespace aftermint {

class IndexedBook;

/** Whether a type of offer belongs at a placement, by CRAFT.md's decision table. */
[[nodiscard]] bool suits(OfferType type, Placement placement);

/** Whether a placement lies behind the payment: the order is final, and an offer is an order of its own. */
[[nodiscard]] bool afterPayment(Placement placement);

/** The least and the most that an offer may cost. */
struct PriceLimits {
  Minor min = 0;
  Minor max = 0;
};

/** What an offer may cost beside an order of that value, by the band. */
[[nodiscard]] PriceLimits priceLimits(const PriceBand& band, Minor basis);

/**
 * How `decide` ties an offer's own items to a product, bought or looked at: the strongest relation. Nothing where it
 * would not come to the offer: `for` does not name the product, no relation leads there, or the product is itself what
 * is offered (a bundle holds what is looked at, so it is tied to its own items). Not in the page's module.
 */
[[nodiscard]] std::optional<Relation> tieOf(const IndexedBook& book, const Offer& offer, const Product& bought);

}  // namespace aftermint
