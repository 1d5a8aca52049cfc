#include "draft/prompt_placement.h"

#include <array>

#include "aftermint/craft.h"
#include "money.h"
#include "percent.h"

namespace aftermint::draft {
namespace {

struct PlacementTexts {
  std::string_view path;    ///< how the shopper takes the offer
  std::string_view labels;  ///< which labels the model writes
};

constexpr std::string_view kLinkPath =
    "The offer is a link to a separate purchase, where payment details are entered again: a cold purchase, so it must "
    "be worth the effort. The link leads to the product's page: offer one piece of one product whose `hasPage` is "
    "true, at its own price (`list`). If the effort needs an incentive, the shop adds it.";
constexpr std::string_view kLinkLabels = "Labels: `linkAccept` is the text of the link. Leave out `bump` and `accept`.";

/** By Placement. */
constexpr std::array<PlacementTexts, 5> kPlacementTexts = {{
    {"Nothing is bought yet. The offer is added to the basket together with the product on the page, and is less "
     "prominent than it: “add the matching X”, never “you might prefer Y instead”.",
     "Labels: `accept` is the text of the button that adds it. Leave out `bump` and `linkAccept`."},
    {"The shopper is about to pay. The offer is one box to tick in the shop's own form, and is paid with the order: "
     "nothing is entered again. The box is never ticked in advance. The offer must not delay or unsettle the purchase: "
     "keep it small, plain and obvious.",
     "Labels: `bump` is the text next to the box. Leave out `accept` and `linkAccept`."},
    {"The order is paid and final. One click takes the offer with the same payment method, and saying no is just as "
     "easy. Where the platform cannot charge again, the same offer is a link.",
     "Labels: the law fixes the text of the button after payment, so the program writes it. `linkAccept` is the text "
     "of the link, where one click is not possible. Leave out `bump` and `accept`."},
    {kLinkPath, kLinkLabels},
    {kLinkPath, kLinkLabels},
}};

/** By ProductKind: the type of offer that fits the product bought best (docs/craft.md). */
constexpr std::array<std::string_view, 3> kKindTexts = {
    "It is kept and used with accessories: an offer that completes its use fits best.",
    "It is used up and bought again: a larger size fits best where an upsell is allowed, otherwise something that "
    "helps to use it.",
    "It is an experience: an offer that brings the buyer to the outcome sooner fits best, such as support or "
    "practice."};

}  // namespace

std::string placementText(Placement placement, ProductKind bought) {
  const PlacementTexts& words = kPlacementTexts[static_cast<std::size_t>(placement)];
  std::string out = "`" + std::string(toString(placement)) +
                    "`: " + std::string(kPlacementMeanings[static_cast<std::size_t>(placement)]) + ". " +
                    std::string(words.path) + "\n\nOnly these types belong here:\n\n";
  for (std::size_t i = 0; i < kOfferTypeCodes.size(); ++i) {
    if (!suits(static_cast<OfferType>(i), placement)) continue;
    out += "- `" + std::string(kOfferTypeCodes[i]) + "`: " + std::string(kOfferTypeMeanings[i]) + "\n";
  }
  return out + "\n" + std::string(kKindTexts[static_cast<std::size_t>(bought)]) + "\n\n" + std::string(words.labels);
}

std::string priceBandText(const Book& book, const Product& bought, Placement placement) {
  const PriceBand& band = book.policy.priceBand;
  const PriceLimits limits = priceLimits(band, bought.price);
  const auto money = [&](Minor amount) { return formatMoney(amount, book.currency, book.locale); };
  std::string out =
      "The product bought costs " + money(bought.price) + ". An offer of " + money(limits.min) + " to " +
      money(limits.max) + " with it (" + percentText(band.minBps) + " to " + percentText(band.maxBps) +
      " of it; in minor units " + std::to_string(limits.min) + " to " + std::to_string(limits.max) +
      ") meets the least resistance. A price outside this range is refused. `inBand` says how many pieces "
      "of a product, at its own price, are within the range. Never ask for more than the items cost "
      "without the offer.";
  if (suits(OfferType::Upsell, placement)) {
    out +=
        "\n\nA better version takes the place of the product bought: `price` is the whole price of the better "
        "version, and the range applies to the difference.";
  }
  if (suits(OfferType::Bundle, placement)) {
    out +=
        "\n\nA bundle contains the product on the page and one or two more, for less than they cost separately: the "
        "range applies to what the bundle costs beyond the product on the page.";
  }
  return out;
}

}  // namespace aftermint::draft
