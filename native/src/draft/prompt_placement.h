/** @file A placement as a prompt tells of it: what it is, what belongs there, what it may cost, which labels it has. */
#pragma once

#include <string>

#include "aftermint/book.h"

namespace aftermint::draft {

/** What the placement is, which tools belong there, how the shopper takes the offer, and which labels are theirs. */
[[nodiscard]] std::string placementText(Placement placement, ProductKind bought);

/** What an offer may cost beside the product, in money and in minor units. */
[[nodiscard]] std::string priceBandText(const Book& book, const Product& bought, Placement placement);

}  // namespace aftermint::draft
