/** @file The Decision: one offer or none, and for every other candidate the reason why not. */
#pragma once

#include "aftermint/index.h"
#include "aftermint/moment.h"

namespace aftermint {

/** What happened to one candidate: an offer that is tied to a product of the order. */
struct Trace {
  std::string_view offer;  ///< id
  Verdict verdict = Verdict::Refused;
  Reason reason = Reason::Offered;
  /// Of reason `price_band`: the price (of a bundle, without the viewed product) and the band, in minor units.
  Minor amount = 0, min = 0, max = 0;
};

/** The arm of an experiment that a visitor is in. */
struct ArmTaken {
  std::string_view experiment;  ///< id
  std::string_view arm;         ///< id
};

/**
 * What a comparison needs to know about a visitor at a moment in which some arm would show an offer.
 *
 * An experiment on a candidate's offer counts if one of its arms, with all other arms as drawn, would show that offer.
 * So whether the visitor counts, and `before`, depend neither on the drawn arm nor on the holdout.
 */
struct Assignment {
  const Offer* offer = nullptr;  ///< shown, or would be without the holdout; else the first that another arm would show
  bool holdout = false;          ///< the visitor is in the holdout and sees nothing
  Minor before = 0;              ///< the order's total as given, else the sum of its lines
  List<ArmTaken> arms;  ///< the experiments that count, with the visitor's arms, in the order of the candidates
};

/**
 * One offer, or none with a reason.
 *
 * It points into the book and the moment, so it must not outlive them. If `offer` is null, only `reason`, `placement`,
 * `basis`, `barrier`, `oneClick`, `preview`, `arms`, `withheld`, `assignment` and `trace` have a meaning.
 */
struct Decision {
  const Offer* offer = nullptr;          ///< null: no offer
  Reason reason = Reason::NoCandidates;  ///< `offered`, or why there is no offer
  Placement placement = Placement::Checkout;
  Path path = Path::Form;                 ///< how the shopper can accept
  Relation relation = Relation::Tag;      ///< the strongest relation of the offer to `trigger`
  const Product* trigger = nullptr;       ///< the bought or viewed product that led to the offer
  const List<Item>* items = nullptr;      ///< what is offered: the items of the offer or of its arm
  std::int64_t times = 1;                 ///< multiplies every item's quantity: an upgrade of three pieces has 3
  const List<Copy>* headlines = nullptr;  ///< an arm's own headlines, or null
  std::string_view currency;              ///< of every amount here: the book's
  Minor price = 0;                        ///< the amount to charge; of an upgrade, the difference to the replaced line
  const Line* replaces = nullptr;         ///< the line that an upgrade replaces
  Minor total = 0;                        ///< of an upgrade: the total of the order with it
  std::optional<Minor> prior;             ///< the former price to show struck through; absent: none
  Minor basis = 0;                        ///< the order value that the price band refers to (`policy.priceBand`)
  Bps takeBps = 0;                        ///< the estimated share of shoppers who accept on this path
  Minor value = 0;                        ///< the expected profit of showing it once, without returned goods
  std::optional<Millis> until;            ///< decide again from then on: the schedule, the window or one click ends
  std::optional<Barrier> barrier;         ///< after payment: why one click is not possible
  const OneClick* oneClick = nullptr;     ///< what the platform said; null if there is no barrier or it said nothing
  bool preview = false;                   ///< shown to the shop's owner: nothing is measured
  List<ArmTaken> arms;                    ///< arms that led to it, also control arms that kept a better offer back
  const Offer* withheld = nullptr;        ///< the offer that the holdout or a control arm kept back
  /// Absent: no arm would show anything, the visitor has no id, or it is a preview.
  std::optional<Assignment> assignment;
  List<Trace> trace;  ///< all candidates: those that could be shown by rank, then the rest by id
};

/**
 * Chooses at most one offer for a moment.
 *
 * Pure: the same book and moment give the same decision on every platform. It cannot fail: if a moment does not fit
 * the book (another currency, an unknown product), the result has no offer and a reason. Candidates are looked up by
 * the products, categories and tags of the order, so the time depends on the size of the order and not on the size of
 * the book.
 */
[[nodiscard]] Decision decide(const IndexedBook& book, const Moment& moment);

}  // namespace aftermint
