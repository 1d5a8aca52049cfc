/** @file Rules on what an offer costs. */
#include <algorithm>

#include "check/findings.h"
#include "decide/pricing.h"

#if !AFTERMINT_PAGE
namespace aftermint {
namespace {

void checkPriorPrice(const Offer& offer, Minor price, Findings& findings) {
  if (offer.priorPrice->amount > offer.priorPrice->lowest30d) {
    findings.add(FindingCode::PriorPrice, Severity::Error, "/priorPrice",
                 "The prior price is above the lowest of the last 30 days (Directive 98/6/EC, art. 6a; C-330/23).",
                 "Name the lowest price of the last 30 days as `amount`.");
  }
  if (offer.priorPrice->amount <= price) {
    findings.add(FindingCode::PriorPrice, Severity::Error, "/priorPrice",
                 "The prior price is not above the price asked.", "Take it out, or correct it.");
  }
}

/** Whether an upsell of this offer takes the place of that product: one item, declared to be its better version. */
bool replaces(const IndexedBook& book, const Offer& offer, std::string_view product) {
  if (offer.type != OfferType::Upsell || offer.items.size() != 1) return false;
  const std::vector<std::string>& lesser = book.product(offer.items.front().product)->upgradeOf;
  return std::find(lesser.begin(), lesser.end(), product) != lesser.end();
}

void checkUpgrade(const IndexedBook& book, const Offer& offer, Minor price, Findings& findings) {
  if (offer.items.size() != 1) return;
  for (const std::string& id : book.product(offer.items.front().product)->upgradeOf) {
    const Product* lesser = book.product(id);
    if (lesser == nullptr || !replaces(book, offer, id) || price >= lesser->price) continue;
    findings.add(
        FindingCode::UpgradePrice, Severity::Error, "/price",
        "The upgrade costs less than “" + id + "”, which it takes the place of: the difference would be paid back.",
        "`price` is that of the upgraded product; the shopper pays the difference.");
    return;
  }
}

}  // namespace

void checkPrices(const IndexedBook& book, const Offer& offer, Findings& findings) {
  const Minor price = chargedPrice(book, offer.price, offer.items);
  if (offer.priorPrice) checkPriorPrice(offer, price, findings);
  checkUpgrade(book, offer, price, findings);
  if (offer.type == OfferType::Bundle && price >= listPrice(book, offer.items)) {
    findings.add(FindingCode::BundlePrice, Severity::Error, "/price",
                 "The bundle is not below the price of its parts bought one by one.",
                 "Take a price below the sum, or make it a cross_sell.");
  }
  const PriceBand& band = book.book().policy.priceBand;
  for (const std::string& id : offer.triggers.products) {
    const Minor basis = book.product(id)->price;
    Minor step = replaces(book, offer, id) ? price - basis : price;
    for (const Item& item : offer.items) {
      if (offer.type == OfferType::Bundle && item.product == id) step -= basis * item.quantity;
    }
    if (step >= shareOf(basis, band.minBps) && step <= shareOf(basis, band.maxBps)) continue;
    findings.add(
        FindingCode::PriceBand, Severity::Warning, "/price",
        "Beside “" + id + "” alone the price is outside the band: it is shown only with a larger or smaller order.",
        "Choose a price of " + std::to_string(shareOf(basis, band.minBps)) + " to " +
            std::to_string(shareOf(basis, band.maxBps)) + " minor units beside it, or another trigger.");
    return;
  }
}

}  // namespace aftermint
#endif
