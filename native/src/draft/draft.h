/** @file Turns the offers of a model's answer into offers of a book, each with its findings. */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aftermint/answer.h"
#include "aftermint/check.h"

namespace aftermint::draft {

/** A finding on an offer of the answer. */
struct DraftFinding {
  std::string_view code;  ///< of a `FindingCode` or a `DraftCode`
  Severity severity = Severity::Error;
  std::string pointer;  ///< JSON pointer into the answer
  std::string message;
  std::string hint;
};

/** Other headlines in one language, which could replace the first. */
struct Alternatives {
  std::string locale;
  std::vector<std::string> headlines;
};

/** An offer of the answer after its checks. */
struct Drafted {
  std::size_t number = 0;  ///< its index in the answer
  bool passed = false;     ///< may be added to the book as a proposal
  Offer offer;             ///< as in the book; empty if the book lacks a product or variant
  Relation relation = Relation::Product;
  Minor price = 0;     ///< of the offer
  Minor separate = 0;  ///< of its items without the offer
  std::vector<Alternatives> alternatives;
  std::vector<std::string> dropped;  ///< JSON pointers of headlines with errors
  std::vector<std::string> unused;   ///< JSON pointers of labels that the placement does not show
  std::vector<DraftFinding> findings;
};

/** What the model was asked for. */
struct Asked {
  const Product* product = nullptr;  ///< the product bought, in the book
  Placement placement = Placement::Checkout;
};

/**
 * Makes a proposal of each offer of the answer, and checks it as part of the book by all rules of `check` and by the
 * rules for drafts: ids that exist, prices within the band, texts without markup.
 *
 * Only type, items, price and texts come from the answer. Triggers and placement are those asked for, the link is the
 * product's page in the book, and `approved` is false. Each headline is checked: one with an error is dropped, and an
 * offer passes if each language has a headline left.
 */
[[nodiscard]] std::vector<Drafted> draftOffers(const IndexedBook& book, const Answer& answer, const Asked& asked);

/**
 * Translates a place in an offer of the book into the place in the answer that it comes from.
 *
 * @param underOffer the JSON pointer below the offer, such as `/copy/en/accept`
 * @param number the index of the offer in the answer
 */
[[nodiscard]] std::string answerPlace(std::string_view underOffer, std::size_t number, const AnsweredOffer& answered,
                                      Placement placement);

}  // namespace aftermint::draft
