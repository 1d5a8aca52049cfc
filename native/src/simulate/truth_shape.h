/** @file The shape of a truth in JSON, once for the reader and the writer. */
#pragma once

#include "simulate/truth.h"

namespace aftermint::simulate {

inline constexpr std::int64_t kMaxMoney = 1'000'000'000'000;
inline constexpr std::int64_t kMaxSeed = 9'007'199'254'740'991;  ///< 2^53 - 1, which every JSON reader can count

template <class Io>
void shape(Io& io, TruthArm& arm) {
  io.text("arm", arm.arm);
  io.number("weightBps", arm.weightBps, 0, 10'000);
  io.optional("conversionBps", arm.conversionBps, 10'000);
  io.optional("takeBps", arm.takeBps, 10'000);
  io.optional("price", arm.price, kMaxMoney);
  io.number("lostBps", arm.lostBps, 0, 10'000);
}

template <class Io>
void shape(Io& io, TruthExperiment& experiment) {
  io.text("id", experiment.id);
  io.objects("arms", experiment.arms);
}

template <class Io>
void shape(Io& io, TruthOffer& offer) {
  io.text("offer", offer.offer);
  io.placement("placement", offer.placement);
  io.number("price", offer.price, 0, kMaxMoney);
  io.number("shareBps", offer.shareBps, 0, 10'000);
  io.optional("conversionBps", offer.conversionBps, 10'000);
  io.number("takeBps", offer.takeBps, 0, 10'000);
  io.number("declineBps", offer.declineBps, 0, 10'000);
  io.number("undoBps", offer.undoBps, 0, 10'000);
  io.number("returnBps", offer.returnBps, 0, 10'000);
  io.number("replacesBps", offer.replacesBps, 0, 10'000);
  io.number("lostBps", offer.lostBps, 0, 10'000);
  io.object("experiment", offer.experiment);
}

template <class Io>
void shape(Io& io, TruthReturns& returns) {
  io.number("shareBps", returns.shareBps, 0, 10'000);
  io.number("wholeBps", returns.wholeBps, 0, 10'000);
  io.numbers("delayDays", returns.delayDays, 0, 3'650);
}

template <class Io>
void shape(Io& io, Truth& truth) {
  io.version();
  io.seed("seed", truth.seed);
  io.time("until", truth.until);
  io.number("days", truth.days, 1, 3'650);
  io.number("visitorsPerDay", truth.visitorsPerDay, 1, 100'000'000);
  io.text("currency", truth.currency);
  io.number("holdoutBps", truth.holdoutBps, 0, 10'000);
  io.number("conversionBps", truth.conversionBps, 0, 10'000);
  io.number("returningBps", truth.returningBps, 0, 10'000);
  io.number("repeatBps", truth.repeatBps, 0, 10'000);
  io.number("orderValueBps", truth.orderValueBps, 1, 1'000'000);
  io.number("sameCartBps", truth.sameCartBps, 0, 10'000);
  io.number("seenByBuyersBps", truth.seenByBuyersBps, 0, 10'000);
  io.number("seenByOthersBps", truth.seenByOthersBps, 0, 10'000);
  io.number("botBps", truth.botBps, 0, 10'000);
  io.number("botPageViews", truth.botPageViews, 1, 1'000);
  io.number("noConsentBps", truth.noConsentBps, 0, 10'000);
  io.object("returns", truth.returns);
  io.objects("offers", truth.offers);
}

}  // namespace aftermint::simulate
