/** @file The truth of a simulation: what shoppers do, and what offers do to them (docs/formats.md, Truth). */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aftermint/index.h"

namespace aftermint::simulate {

/** One arm of an experiment. What is absent is as the offer has it. */
struct TruthArm {
  std::string arm;
  Bps weightBps = 0;                 ///< all arms together have 10,000
  std::optional<Bps> conversionBps;  ///< only at checkout
  std::optional<Bps> takeBps;
  std::optional<Minor> price;
  Bps lostBps = 0;  ///< a broken split: this share of its visitors sends no events
};

struct TruthExperiment {
  std::string id;
  std::vector<TruthArm> arms;  ///< 2 to 10
};

/** An offer, and what it does. */
struct TruthOffer {
  std::string offer;
  Placement placement = Placement::Checkout;  ///< checkout or post_purchase
  Minor price = 0;
  Bps shareBps = 0;                  ///< of the visitors at its placement: who is offered this one
  std::optional<Bps> conversionBps;  ///< of visitors to whom it is offered; absent: as without an offer
  Bps takeBps = 0;                   ///< of those who saw it and completed their order: who takes it
  Bps declineBps = 0;                ///< of those who saw it and did not take it: who says no
  Bps undoBps = 0;                   ///< of one-click accepts: taken back within minutes
  Bps returnBps = 0;                 ///< of what was taken: sent back alone, later
  Bps replacesBps = 0;               ///< of accepts: whose shopper would have bought the same later, without the offer
  Bps lostBps = 0;                   ///< a broken split: this share of the visitors it is offered to sends no events
  std::optional<TruthExperiment> experiment;
};

/** How orders come back. */
struct TruthReturns {
  Bps shareBps = 600;    ///< of orders
  Bps wholeBps = 5'000;  ///< of these: the whole order; the others send half of their own lines' value back
  /** Days until then: quantiles in equal steps, ascending, at least two. */
  std::vector<std::int64_t> delayDays = {0, 2, 4, 5, 7, 9, 12, 16, 23, 40, 90};
};

/** Everything that a simulation needs to know. The defaults are a middling shop. */
struct Truth {
  std::uint64_t seed = 1;
  Millis until = 0;  ///< the end of the last day; what would come later has not happened
  std::int64_t days = 90;
  std::int64_t visitorsPerDay = 200;  ///< who reach the checkout
  std::string currency = "GBP";
  Bps holdoutBps = 1'000;
  Bps conversionBps = 6'000;    ///< of visitors without an offer who complete their order
  Bps returningBps = 3'500;     ///< of buyers who bought before
  Bps repeatBps = 500;          ///< of buyers who order again within 28 days
  Bps orderValueBps = 10'000;   ///< order values as a share of the real ones (order_values.gen.h)
  Bps sameCartBps = 8'000;      ///< of orders: the cart kept its value since the assignment; that is the correlation
  Bps seenByBuyersBps = 9'500;  ///< of those who complete their order: who see the offer
  Bps seenByOthersBps = 5'000;  ///< of those who leave: who see it before
  Bps botBps = 100;             ///< of visitors at checkout
  std::int64_t botPageViews = 20;
  Bps noConsentBps = 1'500;  ///< of visitors whose id may not be kept, so that their order is the unit
  TruthReturns returns;
  std::vector<TruthOffer> offers;  ///< absent in JSON: one at checkout, and one after payment with an experiment

  [[nodiscard]] Millis from() const { return until - days * kDay; }
  [[nodiscard]] std::int64_t visitors() const { return days * visitorsPerDay; }

  static constexpr Millis kDay = 86'400'000;
};

/** The two offers of a truth that names none. */
[[nodiscard]] std::vector<TruthOffer> defaultOffers();

/**
 * A truth with the offers, experiments, currency and holdout of a book: approved offers at checkout and after payment,
 * each of a placement with the same share of 80 % of its visitors, and take-rates in the middle of the benchmarks
 * (docs/craft.md). An offer with a percentage off its price needs the products, so the book is an index.
 */
[[nodiscard]] Truth truthOf(const IndexedBook& book);

/**
 * Reads a truth; what the text leaves out stays as in `base`. Throws Unusable (`truth_schema` with JSON pointer) for
 * another shape, an unknown key, shares outside of 0 to 10,000, or shares and weights that do not add up.
 *
 * @param file the name for messages
 */
[[nodiscard]] Truth parseTruth(const std::string& text, Truth base, const std::string& file);

/** Throws Unusable as `parseTruth`, for a truth that options have changed. */
void checkTruth(const Truth& truth, const std::string& file);

/** The truth as JSON in the shape that `parseTruth` reads, with every key. */
[[nodiscard]] std::string encodeTruth(const Truth& truth);

}  // namespace aftermint::simulate
