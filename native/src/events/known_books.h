/** @file What a store remembers of the books that were served, so that late events of their pages can be judged. */
#pragma once

#include <compare>
#include <string>
#include <vector>

namespace aftermint {

/** An offer and one placement where it is made. */
struct OfferPlace {
  std::string offer;      ///< id
  std::string placement;  ///< its code
  friend auto operator<=>(const OfferPlace&, const OfferPlace&) = default;
};

/** Of one book. */
struct BookRules {
  std::vector<OfferPlace> places;  ///< of its offers, and of the arms of its experiments
  std::string assignment;          ///< its holdout and experiments as JSON (page_rules.h), without prices and copy
};

/** Of all books that were served. */
struct KnownBooks {
  std::vector<OfferPlace> places;       ///< of every book, sorted
  std::vector<std::string> assignment;  ///< of the newest ten books, the served one first
};

}  // namespace aftermint
