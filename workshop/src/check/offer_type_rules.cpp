/** @file Rules on the type of an offer: it fits the kind of product bought (docs/craft.md, decision table). */
#include <algorithm>

#include "check/findings.h"

namespace aftermint {
namespace {

/** An upsell is a better version of the product bought, or a service for it such as a warranty. */
void checkUpsell(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                 Findings& findings) {
  for (const Item& item : offer.items) {
    const Product& offered = *book.product(item.product);
    if (offered.kind == ProductKind::Experience) continue;
    for (const Product* bought : triggerProducts) {
      const List<Text>& lesser = offered.upgradeOf;
      if (std::find(lesser.begin(), lesser.end(), bought->id) != lesser.end()) continue;
      findings.add(FindingCode::TypeKind, Severity::Warning, "/type",
                   "An upsell must be a larger or better version of the product bought, but “" + offered.id +
                       "” is not listed as an upgrade of “" + bought->id + "”.",
                   "Add “" + bought->id + "” to its `upgradeOf`, or make the offer a cross_sell.");
      return;
    }
  }
}

void checkCrossSell(const IndexedBook& book, const RelatedProducts& related, const TriggerProducts& triggerProducts,
                    const Offer& offer, Findings& findings) {
  for (const Product* bought : triggerProducts) {
    const Product* better = bought->kind == ProductKind::Consumable ? related.betterThan(bought->id) : nullptr;
    if (better == nullptr || related.isUpsold(bought->id)) continue;
    findings.add(FindingCode::TypeKind, Severity::Info, "/type",
                 "“" + bought->id + "” is used up and bought again, and “" + better->id +
                     "” is a larger version of it. An upsell to that suits these shoppers better.",
                 "Offer “" + better->id + "” as an upsell.");
    return;
  }
  for (const Product* bought : triggerProducts) {
    if (bought->kind != ProductKind::Experience) continue;
    const bool speeds = std::any_of(offer.items.begin(), offer.items.end(), [&book](const Item& item) {
      return book.product(item.product)->kind == ProductKind::Experience;
    });
    if (speeds) return;
    findings.add(FindingCode::TypeKind, Severity::Info, "/items",
                 "Shoppers buy “" + bought->id + "” for a result, and this offer is only another product.",
                 "Offer something that brings the result sooner: support, priority, a group or advanced content.");
    return;
  }
}

void checkBundle(const Offer& offer, Findings& findings) {
  constexpr std::size_t kSimple = 3;
  if (offer.items.size() < 2) {
    findings.add(FindingCode::BundleSingle, Severity::Error, "/items", "A bundle needs at least two products.",
                 "Add a product that goes with it, or make the offer a cross_sell.");
  }
  if (offer.items.size() > kSimple) {
    findings.add(FindingCode::BundleComplex, Severity::Warning, "/items",
                 "A bundle of " + std::to_string(offer.items.size()) + " products is hard to understand.",
                 "Keep two or three products that clearly belong together.");
  }
}

/** An offer of several products leaves no way to accept only one of them (docs/craft.md, one_offer). */
void checkSingle(const Offer& offer, Findings& findings) {
  for (const Item& item : offer.items) {
    if (item.product == offer.items.front().product) continue;
    findings.add(FindingCode::OneOffer, Severity::Warning, "/items",
                 "The offer holds several products. A shopper who wants only one of them has to decline all.",
                 "Keep the product that is needed first, or make it a bundle with a lower price.");
    return;
  }
}

}  // namespace

void checkOfferType(const IndexedBook& book, const RelatedProducts& related, const TriggerProducts& triggerProducts,
                    const Offer& offer, Findings& findings) {
  if (offer.type == OfferType::Bundle) return checkBundle(offer, findings);
  checkSingle(offer, findings);
  if (offer.type == OfferType::Upsell) return checkUpsell(book, triggerProducts, offer, findings);
  checkCrossSell(book, related, triggerProducts, offer, findings);
}

}  // namespace aftermint
