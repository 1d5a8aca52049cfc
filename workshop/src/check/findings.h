/** @file The rules of `check`, and the list that they add their findings to. */
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aftermint/check.h"
#include "check/related_products.h"

namespace aftermint {

struct Vocabulary;

/** Collects findings on one part of the book. */
class Findings {
 public:
  explicit Findings(std::vector<Finding>& all) : all_(all) {}
  /**
   * Sets the part that further findings are about.
   *
   * @param place JSON pointer into the book
   * @param offer index of the offer that the part belongs to, if any
   */
  void at(std::string place, std::optional<std::size_t> offer = {}) {
    place_ = std::move(place);
    offer_ = offer;
  }
  /** Adds a finding. @param under JSON pointer from the part on */
  void add(FindingCode code, Severity severity, std::string_view under, std::string message, std::string hint) {
    all_.push_back({code, severity, place_ + std::string(under), std::move(message), std::move(hint), offer_});
  }

 private:
  std::vector<Finding>& all_;
  std::string place_;
  std::optional<std::size_t> offer_;
};

// Rules on one offer.

/** The items: seller, variant, quantity, stock and recurring charges. */
void checkItems(const IndexedBook& book, const Offer& offer, Findings& findings);

/** The price: prior price, upgrade, bundle, price band, margin and evidence. */
void checkPrices(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                 Findings& findings);

/** The patterns in the condition. */
void checkCondition(const Offer& offer, Findings& findings);

/** Parts of the condition that can never hold, or always hold. @param now if given, no moment is earlier */
void checkSense(const Vocabulary& vocabulary, const IndexedBook& book, const Offer& offer, std::optional<Millis> now,
                Findings& findings);

/** Triggers that no product has, and a schedule that has ended. */
void checkTriggers(const Vocabulary& vocabulary, const Offer& offer, std::optional<Millis> now, Findings& findings);

/** The rules of docs/copy.md for each text of the copy in one language. @param under JSON pointer to this copy */
void judgeTexts(const Copy& copy, std::string_view under, Findings& findings);

/** The type: it fits the kind of product bought, and the offer is one thing to accept. */
void checkOfferType(const IndexedBook& book, const RelatedProducts& related, const TriggerProducts& triggerProducts,
                    const Offer& offer, Findings& findings);

/** The placements: they fit the type, have the link they need, and keep checkout quick. */
void checkPlacements(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                     Findings& findings);

/** The benefit in one language: it names an outcome. @param under JSON pointer to this copy */
void checkFraming(const Copy& copy, std::string_view under, Findings& findings);

/** Amounts written by hand in the copy: they are amounts of the offer. @param under JSON pointer to this copy */
void checkAmounts(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer, const Copy& copy,
                  const std::string& under, Findings& findings);

/**
 * Copy of an offer at checkout that may not fit the height which the shipped style sheet reserves, in some width of
 * column.
 *
 * @param headline the copy's own, or that of an experiment's arm
 * @param under JSON pointer to this copy
 */
void checkBumpRoom(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                   const Copy& copy, std::string_view headline, std::string_view under, Findings& findings);

/** A label that is shown at none of the offer's placements. @param under JSON pointer to this copy */
void checkUnusedLabel(const IndexedBook& book, const Offer& offer, const Copy& copy, std::string_view under,
                      Findings& findings);

/** What changed since an offer was reviewed. */
enum class Change : std::uint8_t {
  None,
  Products,  ///< a product that it is for, or that it offers
  Offer,     ///< its own texts, price, items, placements or triggers, or those that its experiments try
};

/** What changed since the offer was reviewed; None if it never was. */
[[nodiscard]] Change changeSinceReview(const IndexedBook& book, const TriggerProducts& triggerProducts,
                                       const Offer& offer);

/** Reviews that are out of date: something changed, or (if `now` is given) a quarter of a year has passed. */
void checkRefresh(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                  std::optional<Millis> now, Findings& findings);

// Rules on the policy and on the whole book.

/** The policy's times: when an offer may appear, and the pause after a decline. */
void checkPolicy(const Policy& policy, Findings& findings);

/** The pages about the right of withdrawal, by kind of product. */
void checkWithdrawal(const IndexedBook& book, Findings& findings);

/** Levels in `policy.rules` for rules that no book may relax. */
void checkRuleLevels(const Policy& policy, Findings& findings);

/** Applies the levels of `policy.rules` to the findings, and removes those that are off. */
void applyRuleLevels(const Policy& policy, std::vector<Finding>& findings);

/** Copy, titles and messages missing in a language. */
void checkLanguages(const IndexedBook& book, Findings& findings);

/** Experiments: one variable at a time. */
void checkExperiments(const IndexedBook& book, Findings& findings);

}  // namespace aftermint
