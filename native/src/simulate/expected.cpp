#include "simulate/expected.h"

#include <algorithm>
#include <cmath>

#include "json.h"
#include "simulate/order_value.h"

namespace aftermint::simulate {
namespace {

double share(Bps bps) { return static_cast<double>(bps) / 10'000; }

/** Means per buyer. */
struct PerBuyer {
  double accepts = 0, orders = 0, gross = 0, net = 0;
};

PerBuyer operator*(PerBuyer of, double factor) {
  return {of.accepts * factor, of.orders * factor, of.gross * factor, of.net * factor};
}

PerBuyer operator+(const PerBuyer& a, const PerBuyer& b) {
  return {a.accepts + b.accepts, a.orders + b.orders, a.gross + b.gross, a.net + b.net};
}

class Calculation {
 public:
  explicit Calculation(const Truth& truth)
      : truth_(truth), value_(meanOrderValue(truth.orderValueBps)), consent_(1 - share(truth.noConsentBps)) {
    const double back = share(truth.returns.shareBps), whole = share(truth.returns.wholeBps);
    wholeBack_ = back * whole;
    keptValue_ = value_ * (1 - wholeBack_ - back * (1 - whole) / 2);
  }

  /** A buyer without any offer. */
  [[nodiscard]] PerBuyer alone() const {
    const double again = consent_ * share(truth_.repeatBps);
    return {0, 1 + again, value_ * (1 + again), keptValue_ * (1 + again)};
  }

  /** What an offer adds; `arm` -1 are all arms by weight. */
  [[nodiscard]] PerBuyer added(const TruthOffer& offer, int arm, bool holdout) const {
    if (holdout) return later(offer, share(offer.takeBps));
    if (!offer.experiment) return taken(offer, share(offer.takeBps), offer.price);
    PerBuyer sum;
    for (std::size_t i = 0; i < offer.experiment->arms.size(); ++i) {
      if (arm >= 0 && static_cast<std::size_t>(arm) != i) continue;
      const TruthArm& of = offer.experiment->arms[i];
      const double weight = arm >= 0 ? 1 : share(of.weightBps);
      const PerBuyer one = taken(offer, share(of.takeBps.value_or(offer.takeBps)), of.price.value_or(offer.price));
      sum = sum + one * weight;
    }
    return sum;
  }

  /** What the offers of the other placement add, by their shares. */
  [[nodiscard]] PerBuyer addedElsewhere(Placement placement, bool holdout) const {
    PerBuyer sum;
    for (const TruthOffer& offer : truth_.offers) {
      if (offer.placement != placement) sum = sum + added(offer, -1, holdout) * share(offer.shareBps);
    }
    return sum;
  }

 private:
  [[nodiscard]] PerBuyer taken(const TruthOffer& offer, double takes, Minor price) const {
    const double accepts = share(truth_.seenByBuyersBps) * takes * (1 - share(offer.undoBps));
    const double gross = accepts * static_cast<double>(price);
    const double kept = (1 - wholeBack_) * (1 - share(offer.returnBps));
    return PerBuyer{accepts, 0, gross, gross * kept} + later(offer, std::max(0.0, share(offer.takeBps) - takes));
  }

  /** Later purchases of shoppers who want the thing and were not sold it. */
  [[nodiscard]] PerBuyer later(const TruthOffer& offer, double want) const {
    const double orders = consent_ * share(truth_.seenByBuyersBps) * want * share(offer.replacesBps);
    const double gross = orders * static_cast<double>(offer.price);
    return {0, orders, gross, gross * (1 - share(offer.returnBps))};
  }

  const Truth& truth_;
  double value_, consent_, wholeBack_ = 0, keptValue_ = 0;
};

/** The conversion of one arm, of an offer without an experiment, or of the holdout. */
double conversionOf(const Truth& truth, const TruthOffer& offer, const Part& part) {
  if (part.holdout) return share(truth.conversionBps);
  const Bps whole = offer.conversionBps.value_or(truth.conversionBps);
  if (part.arm < 0) return share(whole);
  return share(offer.experiment->arms[static_cast<std::size_t>(part.arm)].conversionBps.value_or(whole));
}

/** All arms of an offer's experiment together. */
Expected meanOverArms(const Truth& truth, const Part& part) {
  const std::vector<TruthArm>& arms = truth.offers[static_cast<std::size_t>(part.offer)].experiment->arms;
  Expected mean;
  double accepts = 0;
  for (int arm = 0; arm < static_cast<int>(arms.size()); ++arm) {
    const double weight = share(arms[static_cast<std::size_t>(arm)].weightBps);
    const Expected one = expectedOf(truth, {part.offer, arm, false});
    mean.conversion += weight * one.conversion;
    mean.exposed += weight * one.exposed;
    mean.orders += weight * one.orders;
    mean.gross += weight * one.gross;
    mean.net += weight * one.net;
    accepts += weight * one.exposed * one.takeRate;
  }
  mean.takeRate = mean.exposed > 0 ? accepts / mean.exposed : 0;
  return mean;
}

Json encodeOne(const Truth& truth, const Part& part) {
  const TruthOffer& offer = truth.offers[static_cast<std::size_t>(part.offer)];
  const Expected expected = expectedOf(truth, part);
  Json json = {{"offer", offer.offer}, {"placement", toString(offer.placement)}};
  if (part.arm >= 0) json["experiment"] = offer.experiment->id;
  json["arm"] = part.holdout   ? "holdout"
                : part.arm < 0 ? "offered"
                               : offer.experiment->arms[static_cast<std::size_t>(part.arm)].arm;
  const auto rounded = [](double value, double digits) { return std::round(value * digits) / digits; };
  json["conversion"] = rounded(expected.conversion, 1e6);
  json["exposed"] = rounded(expected.exposed, 1e6);
  json["takeRate"] = rounded(expected.takeRate, 1e6);
  json["orders"] = rounded(expected.orders, 1e6);
  json["gross"] = rounded(expected.gross, 100);
  json["net"] = rounded(expected.net, 100);
  return json;
}

}  // namespace

Expected expectedOf(const Truth& truth, const Part& part) {
  const TruthOffer& offer = truth.offers[static_cast<std::size_t>(part.offer)];
  if (offer.experiment && part.arm < 0 && !part.holdout) return meanOverArms(truth, part);
  const Calculation calculation(truth);
  const PerBuyer buyer = calculation.alone() + calculation.added(offer, part.arm, part.holdout) +
                         calculation.addedElsewhere(offer.placement, part.holdout);
  const double accepts = calculation.added(offer, part.arm, part.holdout).accepts;
  Expected expected;
  if (offer.placement == Placement::PostPurchase) {
    expected.conversion = 1;  // who sees it has ordered
    expected.exposed = part.holdout ? 0 : share(truth.seenByBuyersBps);
  } else {
    const double people = 1 - share(truth.botBps), conversion = conversionOf(truth, offer, part);
    const double seen = conversion * share(truth.seenByBuyersBps) + (1 - conversion) * share(truth.seenByOthersBps);
    expected.conversion = people * conversion;
    expected.exposed = part.holdout ? 0 : people * seen + share(truth.botBps);
  }
  expected.takeRate = expected.exposed > 0 ? expected.conversion * accepts / expected.exposed : 0;
  expected.orders = expected.conversion * buyer.orders;
  expected.gross = expected.conversion * buyer.gross;
  expected.net = expected.conversion * buyer.net;
  return expected;
}

std::string encodeExpected(const Truth& truth) {
  Json json = Json::array();
  for (int i = 0; i < static_cast<int>(truth.offers.size()); ++i) {
    const TruthOffer& offer = truth.offers[static_cast<std::size_t>(i)];
    json.push_back(encodeOne(truth, {i, -1, true}));
    json.push_back(encodeOne(truth, {i, -1, false}));
    if (!offer.experiment) continue;
    for (int arm = 0; arm < static_cast<int>(offer.experiment->arms.size()); ++arm) {
      json.push_back(encodeOne(truth, {i, arm, false}));
    }
  }
  return compact(json);
}

}  // namespace aftermint::simulate
