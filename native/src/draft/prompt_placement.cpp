#include "draft/prompt_placement.h"

#include <array>

#include "aftermint/craft.h"
#include "money.h"

namespace aftermint::draft {
namespace {

struct PlacementTexts {
  std::string_view path;    ///< how the shopper takes it, and what that costs them
  std::string_view labels;  ///< which labels are wanted
};

constexpr std::string_view kLinkPath =
    "The offer is a link to a purchase of its own, where payment is entered again: a cold purchase, so it must be "
    "worth "
    "the way. The link leads to the page of the product: offer one piece of one product whose `hasPage` is true, at "
    "its "
    "own price (`list`). What makes up for the way is the shop's to add.";
constexpr std::string_view kLinkLabels = "Labels: `linkAccept` is the text of the link. Leave `bump` and `accept` out.";

/** By Placement. */
constexpr std::array<PlacementTexts, 5> kPlacementTexts = {{
    {"Nothing is bought yet. The offer is ticked into the basket with the product looked at, and stands visually "
     "behind "
     "it: “add the matching X”, never “you might prefer Y instead”.",
     "Labels: `accept` is the text of the button that adds it. Leave `bump` and `linkAccept` out."},
    {"The shopper is about to pay. The offer is one box to tick in the shop's own form, never ticked before, and paid "
     "with the order: nothing is entered anew. It must not delay the purchase or unsettle it: small, plain, obvious.",
     "Labels: `bump` is the text beside the box. Leave `accept` and `linkAccept` out."},
    {"The order is paid and final. One click takes the offer with the payment already given; saying no is as easy. "
     "Where "
     "the platform cannot charge again the same offer is a link.",
     "Labels: the button after payment has words by law. `linkAccept` is the text of the link, where one click is not "
     "possible. Leave `bump` and `accept` out."},
    {kLinkPath, kLinkLabels},
    {kLinkPath, kLinkLabels},
}};

/** By ProductKind: the tool that suits what was bought, as the decision table has it. */
constexpr std::array<std::string_view, 3> kKindTexts = {
    "It is kept and used with accessories: what completes its use suits best.",
    "It is used up and bought again: a larger size of it suits best where an upsell belongs, else what helps to use "
    "it.",
    "It is an experience: what speeds the buyer to the outcome they came for suits best, such as support or practice."};

std::string percent(Bps share) {
  const std::string whole = std::to_string(share / 100);
  const Bps rest = share % 100;
  if (rest == 0) return whole;
  return whole + "." + (rest < 10 ? "0" : "") + std::to_string(rest % 10 == 0 ? rest / 10 : rest);
}

}  // namespace

std::string placementText(Placement placement, ProductKind bought) {
  const PlacementTexts& words = kPlacementTexts[static_cast<std::size_t>(placement)];
  std::string out = "`" + std::string(toString(placement)) +
                    "`: " + std::string(kPlacementMeanings[static_cast<std::size_t>(placement)]) + ". " +
                    std::string(words.path) + "\n\nWhat belongs here, and nothing else:\n\n";
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
  std::string out = "The product bought costs " + money(bought.price) + ". An offer of " + money(limits.min) + " to " +
                    money(limits.max) + " beside it (" + percent(band.minBps) + " to " + percent(band.maxBps) +
                    " % of it; in minor units " + std::to_string(limits.min) + " to " + std::to_string(limits.max) +
                    ") meets the least resistance. Outside of that it is refused. `inBand` says with how many pieces a "
                    "product is inside at its own price. Never ask more than the items cost by themselves.";
  if (suits(OfferType::Upsell, placement)) {
    out +=
        "\n\nA better version takes the place of the product bought: its `price` is the whole price of the better "
        "version, and the band holds for the difference.";
  }
  if (suits(OfferType::Bundle, placement)) {
    out +=
        "\n\nA bundle holds the product looked at and one or two more, below their separate price: the band holds for "
        "what it costs beyond the product looked at.";
  }
  return out;
}

}  // namespace aftermint::draft
