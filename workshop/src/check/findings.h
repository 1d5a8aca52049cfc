/** @file What the rules of `check` share: where findings go, and the place they are about. */
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "aftermint/check.h"
#include "check/surroundings.h"

namespace aftermint {

struct Vocabulary;

/** Findings on one part of the book, each at a place below it. */
class Findings {
 public:
  explicit Findings(std::vector<Finding>& all) : all_(all) {}
  /** From now on findings are about this part, a JSON pointer. */
  void at(std::string place) { place_ = std::move(place); }
  void add(FindingCode code, Severity severity, std::string_view under, std::string message, std::string hint) {
    all_.push_back({code, severity, place_ + std::string(under), std::move(message), std::move(hint)});
  }

 private:
  std::vector<Finding>& all_;
  std::string place_;
};

/** Of an offer: what is offered can be sold as it is offered. */
void checkItems(const IndexedBook& book, const Offer& offer, Findings& findings);

/** Of an offer: prices that mean what they say. */
void checkPrices(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings);

/** Of an offer's condition: patterns that browsers can read, that mean what they say, and that come to an end. */
void checkCondition(const Offer& offer, Findings& findings);

/** Of an offer's condition: nothing in it that can never hold, or always does. No moment lies before `now`. */
void checkSense(const Vocabulary& vocabulary, const IndexedBook& book, const Offer& offer, std::optional<Millis> now,
                Findings& findings);

/** Of an offer: triggers that the book has, and a schedule that is not over. */
void checkTriggers(const Vocabulary& vocabulary, const Offer& offer, std::optional<Millis> now, Findings& findings);

/** Of an offer's copy in one language: what the rules of tact say of each text. */
void judgeTexts(const Copy& copy, std::string_view under, Findings& findings);

/** Of an offer: its type is the tool for what was bought, and it is one offer. */
void checkKind(const IndexedBook& book, const Surroundings& around, const Primaries& primaries, const Offer& offer,
               Findings& findings);

/** Of an offer: nothing stands before the purchase, and no step too many on the way to an accept. */
void checkWay(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings);

/** Of an offer's copy in one language: its benefit names an outcome. */
void checkFraming(const Copy& copy, std::string_view under, Findings& findings);

/** Of an offer: amounts written by hand are its own. */
void checkAmounts(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings);

/** What changed of an offer since somebody looked at it. */
enum class Change : std::uint8_t {
  None,
  Around,  ///< the products it was written for, or that it offers
  Offer,   ///< its own texts, price, items, placements or ties, or those that its experiments try
};

/** What changed since the offer was looked at; nothing where nobody says that they looked. */
[[nodiscard]] Change changeSinceReview(const IndexedBook& book, const Primaries& primaries, const Offer& offer);

/** Of an offer that somebody looked at: it is still about the same, and not a quarter old where a time is given. */
void checkRefresh(const IndexedBook& book, const Primaries& primaries, const Offer& offer, std::optional<Millis> now,
                  Findings& findings);

/** Of the policy: no time or habit in it stands in the way of a purchase. */
void checkPolicy(const Policy& policy, Findings& findings);

/** Of the policy: the pages the law asks for, by kind of product. */
void checkLaw(const IndexedBook& book, Findings& findings);

/** Of the policy: rules that no book may loosen. */
void checkTuning(const Policy& policy, Findings& findings);

/** Gives findings the weight that the book wants for them, as far as it may. */
void tune(const Policy& policy, std::vector<Finding>& findings);

/** Of the whole book: what readers of each language meet. */
void checkLanguages(const IndexedBook& book, Findings& findings);

/** Of the experiments: one variable at a time. */
void checkExperiments(const IndexedBook& book, Findings& findings);

}  // namespace aftermint
