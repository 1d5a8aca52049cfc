/** @file One simulated shopper: what they were offered, took, paid and sent back. */
#pragma once

#include <array>
#include <vector>

#include "simulate/truth.h"

namespace aftermint::simulate {

/** How long after the decision a page reports what became of it, and the server an accept and an undo. */
inline constexpr Millis kExposedAfter = 3'000, kAnsweredAfter = 12'000, kAcceptedAfter = 13'000, kUndoneAfter = 200'000;

/** Money that goes back. */
struct SentBack {
  Minor amount = 0;  ///< 0: nothing
  Millis time = 0;
};

/** The decision about one offer at one moment of a shopper. */
struct OfferMoment {
  int offer = -1;      ///< index in `Truth::offers`; -1: no offer at this moment
  int arm = -1;        ///< index in the arms of its experiment; -1: it has no experiment
  bool shown = false;  ///< false for the holdout
  bool lost = false;   ///< a broken split: the page sends nothing
  bool seen = false, accepted = false, declined = false, undone = false;
  Minor before = 0;  ///< the order's value at the decision
  Minor price = 0;   ///< what this arm pays
  Millis time = 0;   ///< of the decision
  SentBack back;     ///< of what was taken, alone or with its whole order
};

/** An order as it was paid; a bump is included, an offer after payment is not. */
struct PlacedOrder {
  Minor amount = 0;  ///< 0: there is no such order
  Millis time = 0;
  SentBack back;
};

/** Everything that one shopper does, also what comes after the end of the simulation. */
struct Shopper {
  std::int64_t number = 0;
  Millis time = 0;  ///< of the first page
  bool bot = false, noConsent = false, holdout = false, buys = false, returning = false;
  OfferMoment checkout, after;
  /** The order of the checkout, one that repeats it, and those of things that an offer would have replaced. */
  PlacedOrder main, repeat;
  std::array<PlacedOrder, 2> replaced;

  [[nodiscard]] std::array<const PlacedOrder*, 4> orders() const {
    return {&main, &repeat, &replaced[0], &replaced[1]};
  }
  [[nodiscard]] std::array<const OfferMoment*, 2> moments() const { return {&checkout, &after}; }
};

/** The shoppers of a truth. Each is drawn from its number alone, so none of them is kept. */
class Shoppers {
 public:
  /** Takes a truth that `checkTruth` accepts. */
  explicit Shoppers(Truth truth);

  [[nodiscard]] const Truth& truth() const { return truth_; }

  /**
   * The shopper of a number, which counts from 0 and may be `truth().visitors()` or more (their days come later).
   *
   * The same draws decide in every arm: a shopper who takes an offer at 10 % also takes it at 12 %. So two truths that
   * differ in one number have the same shoppers but for this number's effect.
   */
  [[nodiscard]] Shopper at(std::int64_t number) const;

 private:
  Truth truth_;
  std::array<std::vector<int>, 2> offersAt_;  ///< indices of the offers at checkout, and after payment
};

}  // namespace aftermint::simulate
