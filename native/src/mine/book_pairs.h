/** @file What a book already knows of the products and pairs in a history, and what may be proposed to it. */
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
 * Names products as the book does: by their code as the id of a product or a variant, as it is, made to an id, or in
 * another case; else by a title that only one product has; else by "Title - Option / Option" of a product and its
 * variant, or of the product alone where it has no such variant.
 *
 * What the book lacks keeps its code and is not wanted: it is no part of any pair, but its orders count.
 */
[[nodiscard]] NameProduct idsOfBook(const Book& book);

/** Pairs, bought and offered, that the book has: declared as complements, or named by an offer of whatever state. */
[[nodiscard]] std::set<std::pair<std::string, std::string>> knownPairs(const Book& book);

/**
 * An offer of the one with the other that no person has approved (`"approved": false`).
 *
 * It names what it is shown with itself: to declare a complement instead would bring approved offers to new orders.
 */
[[nodiscard]] Offer proposal(std::string id, const Product& trigger, const Product& offered, std::int64_t quantity,
                             const std::string& locale, const Rule& rule);

/** Adds a proposal for each rule between unlike products that the book does not know yet; returns how many. */
std::size_t addProposals(Book& book, const NetPurchases& net, const std::vector<Rule>& rules);

}  // namespace aftermint::mine
