/** @file Offers of an answer as offers of a book, each with everything that stands against it. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aftermint/answer.h"
#include "aftermint/check.h"

namespace aftermint::draft {

/** What stands against an answered offer: a rule of `check` or one of `DraftCode`. */
struct DraftFinding {
  std::string_view code;
  Severity severity = Severity::Error;
  std::string pointer;  ///< JSON pointer into the answer
  std::string message;
  std::string hint;
};

/** Headlines of one language that could stand in the place of the first. */
struct Alternatives {
  std::string locale;
  std::vector<std::string> headlines;
};

/** One offer of the answer, judged. */
struct Drafted {
  std::size_t number = 0;  ///< in the answer
  bool passed = false;     ///< may go into the book as a proposal
  Offer offer;             ///< as it would stand in the book; of a product that the book lacks, empty
  Relation relation = Relation::Product;
  Minor price = 0;     ///< what it asks
  Minor separate = 0;  ///< what its items cost by themselves
  std::vector<Alternatives> alternatives;
  std::vector<std::string> dropped;  ///< pointers of headlines that an error stands against
  std::vector<std::string> unused;   ///< pointers of labels that have no use at the placement
  std::vector<DraftFinding> findings;
};

/** What an answer was asked for. */
struct Asked {
  const Product* product = nullptr;  ///< of the book
  Placement placement = Placement::Checkout;
};

/**
 * Makes a proposal of each offer of the answer and holds it against every rule of `check`, as a part of the book, and
 * against those of a draft: ids that exist, prices in the band, texts without markup.
 *
 * Of the answer come type, items, price and texts, nothing else: triggers and placements are what was asked for, the
 * link is the page that the book has of the product, and `approved` is false. Each headline is judged; one with an
 * error is dropped, and the offer passes where a language has one left.
 */
[[nodiscard]] std::vector<Drafted> draftOffers(const IndexedBook& book, const Answer& answer, const Asked& asked);

/** `/offers/NUMBER` and the place in the answer that a place below an offer of a book comes from. */
[[nodiscard]] std::string answerPlace(std::string_view underOffer, std::size_t number, const AnsweredOffer& answered,
                                      Placement placement);

}  // namespace aftermint::draft
