// A truth for the offers of a book, and for none.
#include <algorithm>

#include "aftermint/index.h"
#include "simulate/truth.h"

namespace aftermint::simulate {
namespace {

constexpr Bps kOfferedBps = 8'000;  // of the visitors at a placement: for whom there is an offer
constexpr std::size_t kMostArms = 10;

Minor listPriceOf(const IndexedBook& book, const Offer& offer) {
  Minor sum = 0;
  for (const Item& item : offer.items) {
    const Product* product = book.product(item.product);
    if (product == nullptr) continue;
    Minor price = product->price;
    for (const Variant& variant : product->variants) {
      if (variant.id == item.variant) price = variant.price.value_or(price);
    }
    sum += price * item.quantity;
  }
  return sum;
}

Minor priced(const IndexedBook& book, const Offer& offer, const Price& price) {
  if (price.kind == PriceKind::Fixed) return price.amount;
  const Minor list = listPriceOf(book, offer);
  return price.kind == PriceKind::PercentOff ? list - (list * price.bps + 5'000) / 10'000 : list;
}

/** What one offer does, in the middle of the benchmarks of docs/craft.md. */
TruthOffer usual(std::string id, Placement placement, Minor price) {
  const bool isBump = placement == Placement::Checkout;
  TruthOffer offer;
  offer.offer = std::move(id);
  offer.placement = placement;
  offer.price = price;
  offer.shareBps = kOfferedBps;
  offer.takeBps = isBump ? 2'000 : 800;
  offer.declineBps = isBump ? 500 : 4'000;
  offer.undoBps = isBump ? 0 : 200;
  offer.returnBps = 500;
  offer.replacesBps = 1'000;
  return offer;
}

std::optional<TruthExperiment> experimentOf(const IndexedBook& book, const Offer& offer) {
  for (const std::uint32_t number : book.experimentsOf(offer)) {
    const Experiment& experiment = book.book().experiments[number];
    if (experiment.variable == Variable::Placement || experiment.arms.size() > kMostArms) continue;
    TruthExperiment truth{std::string(experiment.id), {}};
    for (const Arm& arm : experiment.arms) {
      TruthArm made;
      made.arm = arm.id;
      made.weightBps = arm.weightBps;
      if (experiment.variable == Variable::Price && arm.price) made.price = priced(book, offer, *arm.price);
      truth.arms.push_back(std::move(made));
    }
    return truth;
  }
  return std::nullopt;
}

void shareOut(std::vector<TruthOffer>& offers, Placement placement) {
  const auto isHere = [placement](const TruthOffer& offer) { return offer.placement == placement; };
  const auto count = static_cast<Bps>(std::count_if(offers.begin(), offers.end(), isHere));
  for (TruthOffer& offer : offers) {
    if (isHere(offer)) offer.shareBps = kOfferedBps / count;
  }
}

}  // namespace

std::vector<TruthOffer> defaultOffers() {
  std::vector<TruthOffer> offers = {usual("bump", Placement::Checkout, 1'200),
                                    usual("offer", Placement::PostPurchase, 2'400)};
  TruthExperiment experiment{"headline", {}};
  experiment.arms.resize(2);
  experiment.arms[0].arm = "control";
  experiment.arms[1].arm = "reason-first";
  experiment.arms[1].takeBps = 1'000;
  for (TruthArm& arm : experiment.arms) arm.weightBps = 5'000;
  offers.back().experiment = std::move(experiment);
  return offers;
}

Truth truthOf(const IndexedBook& book) {
  Truth truth;
  truth.currency = book.book().currency;
  if (book.book().holdout) truth.holdoutBps = book.book().holdout->shareBps;
  for (const Offer& offer : book.book().offers) {
    if (!offer.approved || book.isRefused(offer)) continue;
    for (const Placement placement : {Placement::Checkout, Placement::PostPurchase}) {
      if (std::find(offer.placements.begin(), offer.placements.end(), placement) == offer.placements.end()) continue;
      TruthOffer made = usual(std::string(offer.id), placement, priced(book, offer, offer.price));
      made.experiment = experimentOf(book, offer);
      truth.offers.push_back(std::move(made));
      break;  // one placement each, so that an offer's truth is one row
    }
  }
  shareOut(truth.offers, Placement::Checkout);
  shareOut(truth.offers, Placement::PostPurchase);
  return truth;
}

}  // namespace aftermint::simulate
