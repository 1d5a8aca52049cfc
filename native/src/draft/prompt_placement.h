/** @file The parts of a prompt that describe a placement and its price band. */
#pragma once

#include <string>

#include "aftermint/book.h"

namespace aftermint::draft {

/** Describes a placement: how a shopper takes the offer, which types belong there, and which labels are needed. */
[[nodiscard]] std::string placementText(Placement placement, ProductKind bought);

/** Says what an offer with the product bought may cost, in money and in minor units. */
[[nodiscard]] std::string priceBandText(const Book& book, const Product& bought, Placement placement);

}  // namespace aftermint::draft
