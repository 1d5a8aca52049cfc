/** @file The decision table of CRAFT.md by the kind of product that was bought. */
#include <algorithm>

#include "check/findings.h"

namespace aftermint {
namespace {

/** An upsell is a better version of what was bought; a service beside it (a warranty, a faster one) is one as well. */
void checkUpsell(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings) {
  for (const Item& item : offer.items) {
    const Product& offered = *book.product(item.product);
    if (offered.kind == ProductKind::Experience) continue;
    for (const Product* bought : primaries) {
      const List<Text>& lesser = offered.upgradeOf;
      if (std::find(lesser.begin(), lesser.end(), bought->id) != lesser.end()) continue;
      findings.add(FindingCode::TypeKind, Severity::Warning, "/type",
                   "An upsell is a larger or better version of what was bought, and “" + offered.id +
                       "” is not declared to be one of “" + bought->id + "”.",
                   "Declare it in `upgradeOf`, or make the offer a cross_sell.");
      return;
    }
  }
}

void checkCrossSell(const IndexedBook& book, const Surroundings& around, const Primaries& primaries, const Offer& offer,
                    Findings& findings) {
  for (const Product* bought : primaries) {
    const Product* better = bought->kind == ProductKind::Consumable ? around.betterThan(bought->id) : nullptr;
    if (better == nullptr || around.isUpsold(bought->id)) continue;
    findings.add(FindingCode::TypeKind, Severity::Info, "/type",
                 "“" + bought->id + "” is used up and bought again, and there is a larger one, “" + better->id +
                     "”: an upsell suits it better.",
                 "Offer the larger one as an upsell.");
    return;
  }
  for (const Product* bought : primaries) {
    if (bought->kind != ProductKind::Experience) continue;
    const bool speeds = std::any_of(offer.items.begin(), offer.items.end(), [&book](const Item& item) {
      return book.product(item.product)->kind == ProductKind::Experience;
    });
    if (speeds) return;
    findings.add(FindingCode::TypeKind, Severity::Info, "/items",
                 "“" + bought->id + "” is bought for an outcome, and this is a thing beside it.",
                 "Offer what speeds to the outcome: support, priority, company, advanced content.");
    return;
  }
}

void checkBundle(const Offer& offer, Findings& findings) {
  constexpr std::size_t kSimple = 3;
  if (offer.items.size() < 2) {
    findings.add(FindingCode::BundleSingle, Severity::Error, "/items", "A bundle is of two products or more.",
                 "Add what goes with it, or make it a cross_sell.");
  }
  if (offer.items.size() > kSimple) {
    findings.add(FindingCode::BundleComplex, Severity::Warning, "/items",
                 "A bundle of " + std::to_string(offer.items.size()) + " products needs explaining.",
                 "Keep to two or three that obviously belong together.");
  }
}

/** One offer is one thing to say yes to (CRAFT: one_offer). */
void checkSingle(const Offer& offer, Findings& findings) {
  for (const Item& item : offer.items) {
    if (item.product == offer.items.front().product) continue;
    findings.add(FindingCode::OneOffer, Severity::Warning, "/items",
                 "It offers several products at once: a shopper who wants one of them can only say no.",
                 "Keep the one that is needed first; what belongs together for less is a bundle.");
    return;
  }
}

}  // namespace

void checkKind(const IndexedBook& book, const Surroundings& around, const Primaries& primaries, const Offer& offer,
               Findings& findings) {
  if (offer.type == OfferType::Bundle) return checkBundle(offer, findings);
  checkSingle(offer, findings);
  if (offer.type == OfferType::Upsell) return checkUpsell(book, primaries, offer, findings);
  checkCrossSell(book, around, primaries, offer, findings);
}

}  // namespace aftermint
