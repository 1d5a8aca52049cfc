/** @file Connects an order history with a book: finds its products, its known pairs, and adds proposals. */
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/book.h"
#include "book/make_id.h"
#include "mine/rules.h"

namespace aftermint::mine {

/**
 * Returns a function that finds the book's product for a code and title.
 *
 * It tries in turn: the code as an id of a product or variant, in any case; a title that only one product has; "Title -
 * Option / Option" of a product and its variant, or of the product alone if it does not have this variant.
 *
 * A product that is not in the book keeps its code and is not `wanted`: no pair includes it, but its orders count.
 */
[[nodiscard]] NameProduct idsOfBook(const Book& book);

/** Returns the pairs (bought, offered) of the book: its complements, and the pairs of its offers in any state. */
[[nodiscard]] std::set<std::pair<std::string, std::string>> knownPairs(const Book& book);

/**
 * Makes an offer of one product with another, not approved yet (`"approved": false`).
 *
 * The offer names its trigger itself. Declaring a complement instead would show other, approved offers in new orders.
 */
[[nodiscard]] Offer proposal(std::string id, const Product& trigger, const Product& offered, std::int64_t quantity,
                             const std::string& locale, const Rule& rule);

/** Adds a proposal for each rule that is not known to the book and not between similar products. Returns how many. */
std::size_t addProposals(Book& book, const NetPurchases& net, const std::vector<Rule>& rules);

}  // namespace aftermint::mine
