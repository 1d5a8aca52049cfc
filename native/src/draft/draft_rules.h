/** @file Rules on an answered offer that `check` has no need of: a book of people has been looked at, an answer has
 * not. */
#pragma once

#include <vector>

#include "aftermint/answer.h"
#include "draft/draft.h"

namespace aftermint::draft {

/** Findings on one offer of an answer. */
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

/** Whether the book has every product and variant that is offered; without them there is no offer to check. */
bool checkIds(const Book& book, const AnsweredOffer& answered, DraftFindings& findings);

/** That each item is offered once, and is not what was bought. */
void checkAnsweredItems(const AnsweredOffer& answered, const Asked& asked, DraftFindings& findings);

/** That the price is one: something, and no more than the items cost by themselves. */
void checkAnsweredPrice(const Book& book, const Drafted& drafted, DraftFindings& findings);

/** That no text holds markup, an address, a placeholder that nothing fills, or what the brand never uses. */
void checkAnsweredTexts(const Book& book, const AnsweredOffer& answered, DraftFindings& findings);

}  // namespace aftermint::draft
