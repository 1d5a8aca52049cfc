/** @file Rules on where an offer is shown: its type fits, it has the link it needs, and checkout stays quick. */
#include <algorithm>
#include <vector>

#include "check/findings.h"
#include "decide/offer_rules.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

/// The longest text of an offer at checkout: about two sentences. Our own limit, not measured.
constexpr std::size_t kBumpCodePoints = 260;
/// After this many milliseconds people have started to type, so an offer would interrupt them. The default is 600.
constexpr std::int64_t kLateMs = 2'000;

bool isAt(const Offer& offer, Placement placement) {
  return std::find(offer.placements.begin(), offer.placements.end(), placement) != offer.placements.end();
}

std::size_t letters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

void checkTypes(const Offer& offer, Findings& findings) {
  for (std::size_t i = 0; i < offer.placements.size(); ++i) {
    const Placement placement = offer.placements[i];
    if (suits(offer.type, placement)) continue;
    findings.add(FindingCode::TypePlacement, Severity::Error, "/placements/" + std::to_string(i),
                 "An offer of type “" + std::string(toString(offer.type)) + "” cannot be shown at “" +
                     std::string(toString(placement)) + "”.",
                 "Use a small cross_sell at checkout, a cross_sell or an upsell after payment, and a bundle on the "
                 "product page.");
  }
}

void checkLinks(const Offer& offer, Findings& findings) {
  for (std::size_t i = 0; i < offer.placements.size(); ++i) {
    const Placement placement = offer.placements[i];
    const std::string under = "/placements/" + std::to_string(i);
    if (!offer.link.empty()) continue;
    if (placement == Placement::ThankYou || placement == Placement::Email) {
      findings.add(
          FindingCode::NoLink, Severity::Error, under,
          "At “" + std::string(toString(placement)) + "” the shopper accepts by a link, and this offer has no link.",
          "Add `link`: the page where the shopper can buy it.");
    } else if (placement == Placement::PostPurchase) {
      findings.add(FindingCode::NoLink, Severity::Info, under,
                   "This offer has no link, so it is not shown to shoppers who cannot pay with one click.",
                   "Add `link`: the page where the shopper can buy it.");
    }
  }
}

/** A link makes the shopper enter payment again, which takes a stronger reason (docs/craft.md, frictionless). */
void checkIncentive(const Offer& offer, Findings& findings) {
  const bool always = isAt(offer, Placement::ThankYou) || isAt(offer, Placement::Email);
  const bool sometimes = isAt(offer, Placement::PostPurchase) && !offer.link.empty();
  if (!always && !sometimes) return;
  std::string bare;
  for (const Copy& copy : offer.copy) {
    if (copy.incentive.empty()) bare += (bare.empty() ? "" : ", ") + copy.locale;
  }
  if (bare.empty()) return;
  findings.add(
      FindingCode::Frictionless, always ? Severity::Warning : Severity::Info, "/copy",
      "With a link the shopper has to enter their payment again, and the copy gives no reason to do so (" + bare + ").",
      "Add `incentive`: free delivery, a better price or a longer time to return, for example.");
}

void checkBump(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
               Findings& findings) {
  if (!isAt(offer, Placement::Checkout)) return;
  for (const Copy& copy : offer.copy) {
    const std::size_t length = letters(copy.headline) + letters(copy.benefit);
    if (length <= kBumpCodePoints) continue;
    findings.add(FindingCode::ConversionFirst, Severity::Warning, "/copy/" + copy.locale,
                 "At checkout the shopper has to read " + std::to_string(length) + " characters before paying.",
                 "Keep headline and benefit to " + std::to_string(kBumpCodePoints) +
                     " characters together, or show the longer text in an offer after payment.");
  }
  const Minor price = chargedPrice(book, offer.price, offer.items);
  const bool heavy = !triggerProducts.empty() && std::all_of(triggerProducts.begin(), triggerProducts.end(),
                                                             [price](const Product* p) { return price >= p->price; });
  if (!heavy) return;
  findings.add(
      FindingCode::ConversionFirst, Severity::Warning, "/price",
      "At checkout this offer costs as much as the purchase itself or more, so the shopper may give up the purchase.",
      "Show it after payment, and offer something small at checkout.");
}

/** The placements of an offer, with those that its experiments try. */
std::vector<Placement> allPlacements(const IndexedBook& book, const Offer& offer) {
  std::vector<Placement> all(offer.placements.begin(), offer.placements.end());
  for (const std::uint32_t index : book.experimentsOf(offer)) {
    for (const Arm& arm : book.book().experiments[index].arms) {
      all.insert(all.end(), arm.placements.begin(), arm.placements.end());
    }
  }
  return all;
}

}  // namespace

void checkUnusedLabel(const IndexedBook& book, const Offer& offer, const Copy& copy, std::string_view under,
                      Findings& findings) {
  if (copy.accept.empty()) return;
  const std::vector<Placement> placements = allPlacements(book, offer);
  const auto isShown = [&](Placement placement) {
    if (placement == Placement::Checkout || placement == Placement::ProductPage) return true;
    return !offer.link.empty() && copy.linkAccept.empty();  // the link has this label if it has none of its own
  };
  if (std::any_of(placements.begin(), placements.end(), isShown)) return;
  findings.add(FindingCode::CopyUnused, Severity::Warning, std::string(under) + "/accept",
               "The label “" + copy.accept +
                   "” is shown nowhere: the button that pays with one click has a label of ours, "
                   "as the law asks" +
                   (offer.link.empty() ? "" : ", and the link has `linkAccept`") + ".",
               "Remove `accept`. It is the label at checkout, on a product page, and of a link without `linkAccept`.");
}

void checkPlacements(const IndexedBook& book, const TriggerProducts& triggerProducts, const Offer& offer,
                     Findings& findings) {
  checkTypes(offer, findings);
  checkLinks(offer, findings);
  checkIncentive(offer, findings);
  checkBump(book, triggerProducts, offer, findings);
}

void checkPolicy(const Policy& policy, Findings& findings) {
  if (policy.deadlineMs > kLateMs) {
    findings.add(
        FindingCode::ConversionFirst, Severity::Warning, "/deadlineMs",
        "An offer may appear up to " + std::to_string(policy.deadlineMs) +
            " ms after the page, when shoppers are already filling in the form.",
        "Set `deadlineMs` to " + std::to_string(kLateMs) + " or less. After that it is better to show no offer.");
  }
  if (policy.declineRestSeconds == 0) {
    findings.add(FindingCode::OneOffer, Severity::Info, "/declineRestSeconds",
                 "A shopper who declines an offer sees it again with their next order.",
                 "Set a pause in seconds: 2592000 is thirty days.");
  }
}

}  // namespace aftermint
