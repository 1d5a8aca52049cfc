/** @file The rules for a candidate, one after the other. */
#include "decide/eligibility.h"

#include <algorithm>

#include "aftermint/decision_host.h"
#include "decide/offer_rules.h"
#include "decide/pricing.h"
#include "decide/relation.h"

namespace aftermint {
namespace {

template <class T, class Wanted>
bool contains(const List<T>& list, const Wanted& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

/** How many entries of the list are about the offer and later than `since`. */
std::int64_t countSince(const List<Seen>& list, const Offer& offer, Millis since) {
  std::int64_t times = 0;
  for (const Seen& each : list) times += each.offer == offer.id && each.at > since;
  return times;
}

}  // namespace

Wanted wantedOf(const Candidate& candidate, const Item& item, const Product& product) {
  const Variant* variant = variantOf(product, item.variant);
  const bool ownStock = variant != nullptr && variant->stock;
  Wanted wanted{0, 0, ownStock ? variant->stock : product.stock};
  for (const Item& each : *candidate.terms.items) {
    if (each.product != item.product) continue;
    const std::int64_t pieces = timesAtMost(each.quantity, candidate.times);
    wanted.pieces += pieces;
    if (!ownStock || each.variant == item.variant) wanted.ofStock += pieces;
  }
  return wanted;
}

EligibilityRules::EligibilityRules(const IndexedBook& book, const Moment& moment)
    : book_(book), moment_(moment), attributes_(moment, book), host_(decisionHost()) {
  if (const Product* viewed = viewedProduct(book, moment)) {
    basis_ = viewed->price;
    return;
  }
  for (const Line& line : moment.order.lines) {
    if (line.offer.empty()) basis_ = std::min(kMaxMoney, basis_ + timesAtMost(line.price, line.quantity));
  }
  basis_ = std::max<Minor>(0, basis_ - moment.order.tax);
}

void EligibilityRules::apply(Candidate& candidate, const Arm* instead) const {
  const Offer& offer = *candidate.offer;
  candidate.terms = Terms{&offer.items, &offer.price, &offer.placements, nullptr};
  candidate.arms = {};
  candidate.replaces = nullptr;
  candidate.times = 1;
  takeArms(book_, offer, moment_, instead, candidate.terms, candidate.arms);
  candidate.path = !afterPayment(moment_.placement)                                            ? Path::Form
                   : moment_.placement == Placement::PostPurchase && !oneClickBarrier(moment_) ? Path::OneClick
                                                                                               : Path::Link;
  const bool isTied = tieArm(candidate);
  price(candidate);
  candidate.expected = expectedOf(offer, book_.book().policy, candidate.path);
  candidate.reason = isTied ? refusal(candidate) : Reason::Relevance;
}

/** Finds the strongest relation of an arm's own items. False where they have none. */
bool EligibilityRules::tieArm(Candidate& candidate) const {
  bool mayDiffer = false;
  for (const std::uint32_t index : book_.experimentsOf(*candidate.offer)) {
    mayDiffer = mayDiffer || book_.book().experiments[index].variable == Variable::Product;
  }
  if (!mayDiffer) return true;
  bool isTied = false;
  const auto tie = [&](const Product* product, const Line* line) {
    if (product == nullptr) return;
    const std::optional<Relation> relation =
        relationOf(book_, candidate.offer->triggers, *candidate.terms.items, *product);
    if (!relation || (isTied && *relation >= candidate.relation)) return;
    isTied = true;
    candidate.relation = *relation;
    candidate.trigger = product;
    candidate.line = line;
  };
  if (candidate.line == nullptr) {
    tie(candidate.trigger, nullptr);
    return isTied;
  }
  for (const Line& line : moment_.order.lines) {
    if (line.offer.empty()) tie(book_.product(line.product), &line);
  }
  return isTied;
}

void EligibilityRules::price(Candidate& candidate) const {
  const Offer& offer = *candidate.offer;
  const List<Item>& items = *candidate.terms.items;
  candidate.price = chargedPrice(book_, *candidate.terms.price, items);
  candidate.step = candidate.price;
  if (offer.type == OfferType::Upsell && candidate.relation == Relation::Upgrade && items.size() == 1 &&
      candidate.line != nullptr) {
    // An upsell replaces every piece of the line that it upgrades, so the difference is charged.
    candidate.replaces = candidate.line;
    candidate.times = candidate.line->quantity;
    candidate.price =
        timesAtMost(candidate.price, candidate.times) - timesAtMost(candidate.line->price, candidate.times);
    candidate.step = candidate.price;
  } else if (offer.type == OfferType::Bundle && candidate.line == nullptr) {
    // A bundle contains the viewed product, so the step is the price of the rest.
    for (const Item& item : items) {
      if (item.product != candidate.trigger->id) continue;
      candidate.step -= timesAtMost(unitPrice(*candidate.trigger, item.variant), item.quantity);
    }
    candidate.step = std::max<Minor>(0, candidate.step);
  }
}

std::optional<Reason> EligibilityRules::itemsRefusal(const Candidate& candidate) const {
  for (const Item& item : *candidate.terms.items) {
    const Product& product = *book_.product(item.product);
    for (const Line& line : moment_.order.lines) {
      if (line.product == item.product) return Reason::InOrder;
    }
    const bool looks = candidate.line == nullptr && item.product == candidate.trigger->id;
    if (looks && candidate.offer->type != OfferType::Bundle) return Reason::InOrder;
    if (!product.seller.empty() && product.seller != book_.book().merchant) return Reason::Seller;
    const Wanted wanted = wantedOf(candidate, item, product);
    if (wanted.stock && *wanted.stock < wanted.ofStock) return Reason::Stock;
    if (product.maxPerOrder && *product.maxPerOrder < wanted.pieces) return Reason::QuantityLimit;
  }
  return std::nullopt;
}

std::optional<Reason> EligibilityRules::historyRefusal(const Offer& offer) const {
  const Visitor& visitor = moment_.visitor;
  if (contains(visitor.declined, offer.id)) return Reason::Declined;
  const Millis rest = book_.book().policy.declineRestSeconds * 1000;
  if (countSince(visitor.declinedBefore, offer, moment_.time - rest) > 0) return Reason::DeclinedBefore;
  if (offer.schedule && ((offer.schedule->from && moment_.time < *offer.schedule->from) ||
                         (offer.schedule->until && moment_.time >= *offer.schedule->until))) {
    return Reason::Schedule;
  }
  if (offer.frequencyCap && countSince(visitor.seen, offer, moment_.time - offer.frequencyCap->seconds * 1000) >=
                                offer.frequencyCap->exposures) {
    return Reason::Frequency;
  }
  return std::nullopt;
}

std::optional<Reason> EligibilityRules::copyRefusal(const Candidate& candidate) const {
  const Copy* copy = copyFor(candidate.offer->copy, moment_.locale, book_.book().locale);
  if (copy == nullptr) return Reason::NoCopy;
  if (candidate.path == Path::Link && candidate.offer->link.empty()) return Reason::NoLink;
  for (const Item& item : *candidate.terms.items) {
    // Terms must be read before the payment, and the checkbox of a bump cannot give two consents (15 USC 8403).
    const bool isRecurring = book_.product(item.product)->recurring.has_value();
    if (isRecurring && (copy->terms.empty() || candidate.path == Path::Form)) return Reason::Recurring;
  }
  return std::nullopt;
}

bool EligibilityRules::isControl(const Candidate& candidate) const {
  for (const std::uint32_t index : book_.experimentsOf(*candidate.offer)) {
    const Experiment& experiment = book_.book().experiments[index];
    if (experiment.variable != Variable::Placement) continue;
    bool isIn = false;
    for (const ArmTaken& taken : candidate.arms) isIn = isIn || taken.experiment == experiment.id;
    if (!isIn) continue;
    if (contains(candidate.offer->placements, moment_.placement)) return true;
    for (const Arm& arm : experiment.arms) {
      if (contains(arm.placements, moment_.placement)) return true;
    }
  }
  return false;
}

Reason EligibilityRules::refusal(Candidate& candidate) const {
  const Offer& offer = *candidate.offer;
  // Another arm shows the offer at this placement. If no other rule refuses it, the control is measured.
  const bool elsewhere = !contains(*candidate.terms.placements, moment_.placement);
  if (elsewhere && !isControl(candidate)) return Reason::Placement;
  if (!suits(offer.type, moment_.placement)) return Reason::TypePlacement;
  if (!offer.approved) return Reason::NotApproved;
  for (const Line& line : moment_.order.lines) {
    if (line.offer == offer.id) return Reason::Accepted;
  }
  if (const std::optional<Reason> reason = itemsRefusal(candidate)) return *reason;
  if (const std::optional<Reason> reason = historyRefusal(offer)) return *reason;
  const PriceBand& band = book_.book().policy.priceBand;
  candidate.bandMin = shareOf(basis_, band.minBps);
  candidate.bandMax = shareOf(basis_, band.maxBps);
  // A negative price would be a refund for an order that is final.
  if (candidate.price < 0 || candidate.step < candidate.bandMin || candidate.step > candidate.bandMax) {
    return Reason::PriceBand;
  }
  if (const std::optional<Reason> reason = copyRefusal(candidate)) return *reason;
  if (book_.isRefused(offer)) return Reason::Finding;
  const Condition& condition = book_.conditionOf(offer);
  if (!condition.always() && !condition.holds(attributes_, host_)) return Reason::Condition;
  return elsewhere ? Reason::Control : Reason::Offered;
}

}  // namespace aftermint
