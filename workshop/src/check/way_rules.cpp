/** @file Rules on the way to an accept: nothing stands before the purchase, and no step too many behind it. */
#include <algorithm>

#include "check/findings.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

/// What a shopper reads before they pay is light: two sentences, not a page. Ours, to be tested.
constexpr std::size_t kBumpCodePoints = 260;
/// By then people have begun to type, and what comes now is in their way. The default is 600.
constexpr std::int64_t kLateMs = 2'000;

bool isAt(const Offer& offer, Placement placement) {
  return std::find(offer.placements.begin(), offer.placements.end(), placement) != offer.placements.end();
}

std::size_t letters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

void checkLinks(const Offer& offer, Findings& findings) {
  for (std::size_t i = 0; i < offer.placements.size(); ++i) {
    const Placement placement = offer.placements[i];
    const std::string under = "/placements/" + std::to_string(i);
    if (!offer.link.empty()) continue;
    if (placement == Placement::ThankYou || placement == Placement::Email) {
      findings.add(FindingCode::NoLink, Severity::Error, under,
                   "At " + std::string(toString(placement)) + " an offer is a link, and there is none.", "Add `link`.");
    } else if (placement == Placement::PostPurchase) {
      findings.add(FindingCode::NoLink, Severity::Info, under,
                   "Where one click is not possible this offer is not shown, since it has no link.", "Add `link`.");
    }
  }
}

/** Where payment is entered again it is a cold purchase, which takes a stronger incentive (CRAFT: frictionless). */
void checkIncentive(const Offer& offer, Findings& findings) {
  const bool always = isAt(offer, Placement::ThankYou) || isAt(offer, Placement::Email);
  const bool sometimes = isAt(offer, Placement::PostPurchase) && !offer.link.empty();
  if (!always && !sometimes) return;
  std::string bare;
  for (const Copy& copy : offer.copy) {
    if (copy.incentive.empty()) bare += (bare.empty() ? "" : ", ") + copy.locale;
  }
  if (bare.empty()) return;
  findings.add(FindingCode::Frictionless, always ? Severity::Warning : Severity::Info, "/copy",
               "By link the shopper enters their payment once more, and nothing makes up for it (" + bare + ").",
               "Say in `incentive` what they get for coming: carriage paid, a better price, a longer time to return.");
}

void checkBump(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings) {
  if (!isAt(offer, Placement::Checkout)) return;
  for (const Copy& copy : offer.copy) {
    const std::size_t length = letters(copy.headline) + letters(copy.benefit);
    if (length <= kBumpCodePoints) continue;
    findings.add(FindingCode::ConversionFirst, Severity::Warning, "/copy/" + copy.locale,
                 "At checkout " + std::to_string(length) + " letters stand between a shopper and paying.",
                 "A bump is read at a glance: keep headline and benefit to " + std::to_string(kBumpCodePoints) +
                     " letters, or make another offer for after the payment.");
  }
  const Minor price = chargedPrice(book, offer.price, offer.items);
  const bool heavy = !primaries.empty() && std::all_of(primaries.begin(), primaries.end(),
                                                       [price](const Product* p) { return price >= p->price; });
  if (!heavy) return;
  findings.add(FindingCode::ConversionFirst, Severity::Warning, "/price",
               "At checkout it asks for no less than the purchase itself, which puts that in question.",
               "Offer it after the payment; at checkout something small.");
}

}  // namespace

void checkWay(const IndexedBook& book, const Primaries& primaries, const Offer& offer, Findings& findings) {
  checkLinks(offer, findings);
  checkIncentive(offer, findings);
  checkBump(book, primaries, offer, findings);
}

void checkPolicy(const Policy& policy, Findings& findings) {
  if (policy.deadlineMs > kLateMs) {
    findings.add(
        FindingCode::ConversionFirst, Severity::Warning, "/deadlineMs",
        "An offer may come " + std::to_string(policy.deadlineMs) +
            " ms after the page: by then people are filling in the form.",
        "Keep `deadlineMs` to " + std::to_string(kLateMs) + " or less; later than that no offer is the better one.");
  }
  if (policy.declineRestSeconds == 0) {
    findings.add(FindingCode::OneOffer, Severity::Info, "/declineRestSeconds",
                 "What a shopper declined is asked again with their very next order.",
                 "Let it rest: 2592000 is thirty days.");
  }
}

}  // namespace aftermint
