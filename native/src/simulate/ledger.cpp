#include "simulate/ledger.h"

#include <algorithm>

#include "json.h"

namespace aftermint::simulate {
namespace {

/** What a shopper paid and got back up to a time. */
struct Paid {
  std::int64_t orders = 0;
  Exact gross = 0, refunded = 0;
};

Paid paidBy(const Shopper& shopper, Millis until) {
  Paid paid;
  const auto refund = [&](const SentBack& back) {
    if (back.time < until) paid.refunded += back.amount;
  };
  for (const PlacedOrder* order : shopper.orders()) {
    if (order->amount == 0 || order->time >= until) continue;
    ++paid.orders;
    paid.gross += order->amount;
    refund(order->back);
  }
  refund(shopper.checkout.back);
  const OfferMoment& after = shopper.after;
  if (after.accepted && after.time + kAcceptedAfter < until) {
    if (!after.undone || after.time + kUndoneAfter >= until) paid.gross += after.price;
    if (!after.undone) refund(after.back);
  }
  return paid;
}

void add(Moments& moments, Exact value) {
  moments.sum += value;
  moments.sumSq += value * value;
}

void add(MoneyMoments& moments, Exact value, Exact orders, Exact before) {
  moments.sum += value;
  moments.sumSq += value * value;
  moments.withOrders += value * orders;
  moments.withBefore += value * before;
}

bool isTaken(const Shopper& shopper, const OfferMoment& moment, Millis until) {
  if (!moment.accepted) return false;
  if (&moment == &shopper.checkout) return shopper.main.time < until;
  if (moment.time + kAcceptedAfter >= until) return false;
  return !moment.undone || moment.time + kUndoneAfter >= until;
}

/** A sum of money as JSON; 10^12 shoppers still fit. */
std::int64_t whole(Exact value) { return static_cast<std::int64_t>(value); }

Json row(const Truth& truth, const LedgerKey& key, const UnitCounts& counts) {
  const TruthOffer& offer = truth.offers[static_cast<std::size_t>(key.offer)];
  Json json = {{"offer", offer.offer}, {"placement", toString(offer.placement)}};
  if (key.arm >= 0) {
    json["experiment"] = offer.experiment->id;
    json["arm"] = offer.experiment->arms[static_cast<std::size_t>(key.arm)].arm;
  }
  json["holdout"] = key.holdout;
  json["visitors"] = counts.visitors;
  json["buyers"] = counts.buyers;
  json["exposed"] = counts.exposed;
  json["accepts"] = counts.accepts;
  json["orders"] = whole(counts.orders.sum);
  json["gross"] = whole(counts.gross.sum);
  json["net"] = whole(counts.net.sum);
  return json;
}

}  // namespace

void addUnit(UnitCounts& counts, const Shopper& shopper, const OfferMoment& moment, Millis until) {
  const Paid paid = paidBy(shopper, until);
  ++counts.visitors;
  counts.buyers += paid.orders > 0 ? 1 : 0;
  counts.exposed += moment.seen && moment.time + kExposedAfter < until ? 1 : 0;
  counts.accepts += isTaken(shopper, moment, until) ? 1 : 0;
  add(counts.orders, paid.orders);
  add(counts.before, moment.before);
  add(counts.gross, paid.gross, paid.orders, moment.before);
  add(counts.net, paid.gross - paid.refunded, paid.orders, moment.before);
}

void count(Ledger& ledger, const Truth& truth, const Shopper& shopper) {
  ++ledger.visitors;
  ledger.bots += shopper.bot ? 1 : 0;
  ledger.orderUnits += shopper.noConsent ? 1 : 0;
  const Paid paid = paidBy(shopper, truth.until);
  ledger.buyers += paid.orders > 0 ? 1 : 0;
  ledger.orders += paid.orders;
  ledger.gross += paid.gross;
  ledger.refunded += paid.refunded;
  for (const OfferMoment* moment : shopper.moments()) {
    if (moment->offer < 0 || moment->time >= truth.until) continue;
    if (moment->lost) {
      ++ledger.lost;
    } else {
      addUnit(ledger.units[{moment->offer, moment->arm, !moment->shown}], shopper, *moment, truth.until);
    }
  }
}

std::string encodeLedger(const Ledger& ledger, const Truth& truth) {
  Json json = {{"visitors", ledger.visitors},
               {"bots", ledger.bots},
               {"orderUnits", ledger.orderUnits},
               {"buyers", ledger.buyers},
               {"orders", ledger.orders},
               {"gross", whole(ledger.gross)},
               {"refunded", whole(ledger.refunded)},
               {"lost", ledger.lost}};
  json["rows"] = Json::array();
  for (const auto& [key, counts] : ledger.units) json["rows"].push_back(row(truth, key, counts));
  return compact(json);
}

}  // namespace aftermint::simulate
