/** @file Rules for offers of an answer. `check` does not need them, because people write books with more care. */
#pragma once

#include <vector>

#include "aftermint/answer.h"
#include "draft/draft.h"

namespace aftermint::draft {

/** Collects the findings on one offer of an answer. */
class DraftFindings {
 public:
  DraftFindings(std::size_t number, std::vector<DraftFinding>& all)
      : place_("/offers/" + std::to_string(number)), all_(all) {}
  void add(DraftCode code, Severity severity, const std::string& under, std::string message, std::string hint) {
    all_.push_back({toString(code), severity, place_ + under, std::move(message), std::move(hint)});
  }

 private:
  std::string place_;
  std::vector<DraftFinding>& all_;
};

/** Checks that the book has every product and variant offered. If it returns false, the offer cannot be built. */
bool checkIds(const Book& book, const AnsweredOffer& answered, DraftFindings& findings);

/** Checks that no item is listed twice, and that none is the product bought. */
void checkAnsweredItems(const AnsweredOffer& answered, const Asked& asked, DraftFindings& findings);

/** Checks that the price is above zero and not above the price of the items without the offer. */
void checkAnsweredPrice(const Book& book, const Drafted& drafted, DraftFindings& findings);

/** Checks that no text has markup, addresses, unknown placeholders or phrases that the shop avoids. */
void checkAnsweredTexts(const Book& book, const AnsweredOffer& answered, DraftFindings& findings);

}  // namespace aftermint::draft
