#include <algorithm>
#include <array>
#include <optional>

#include "clock.h"
#include "money.h"
#include "worksheet/worksheet.h"

namespace aftermint::worksheet {
namespace {

enum StageNumber { kSelection, kType, kPlacement, kPricing, kFraming, kFriction, kDecline, kMeasurement, kStages };

/** Names and questions of CRAFT.md's table. */
constexpr std::array<std::pair<std::string_view, std::string_view>, kStages> kFlow = {{
    {"Offer selection", "What does a customer who just bought this most obviously need next?"},
    {"Type selection", "Upsell, cross-sell or bundle?"},
    {"Placement", "One click, thank-you page, in-cart bump or mail?"},
    {"Pricing", "What share of the original order value?"},
    {"Framing", "Which outcome does it enhance or accelerate?"},
    {"Friction audit", "One click? If not, the minimum path?"},
    {"Decline design", "Is the skip path neutral and prominent?"},
    {"Measurement", "Which take-rate and AOV uplift will be tracked?"},
}};

/** The stage that a finding belongs to. */
StageNumber stageOf(FindingCode code) {
  switch (code) {
    case FindingCode::Relevance:
    case FindingCode::Seller:
    case FindingCode::VariantMissing:
    case FindingCode::QuantityLimit:
    case FindingCode::NotApproved:
    case FindingCode::Refresh:
    case FindingCode::PatternSlow:
    case FindingCode::PatternInvalid:
    case FindingCode::PatternNew:
    case FindingCode::ConditionSense:
    case FindingCode::TriggerUnknown:
      return kSelection;
    case FindingCode::TypeKind:
    case FindingCode::OneOffer:
    case FindingCode::BundleSingle:
    case FindingCode::BundleComplex:
      return kType;
    case FindingCode::TypePlacement:
    case FindingCode::ConversionFirst:
      return kPlacement;
    case FindingCode::PriceBand:
    case FindingCode::PriorPrice:
    case FindingCode::BundlePrice:
    case FindingCode::UpgradePrice:
    case FindingCode::PriceUpfront:
      return kPricing;
    case FindingCode::NoLink:
    case FindingCode::Frictionless:
    case FindingCode::Recurring:
    case FindingCode::PayLabel:
      return kFriction;
    case FindingCode::DeclineNeutral:
      return kDecline;
    case FindingCode::ExperimentVariable:
    case FindingCode::ExperimentSame:
    case FindingCode::ExperimentOverlap:
      return kMeasurement;
    default:
      return kFraming;
  }
}

std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return "no share";
  const std::int64_t tenths = (part * 1000 + whole / 2) / whole;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " %";
}

constexpr std::string_view kBetter = "is its better version";

/** How one product is tied to the offered items, in words; empty where it is not. */
std::string tieOf(const IndexedBook& book, const Product& bought, const Offer& offer) {
  for (const Item& item : offer.items) {
    const Product& offered = *book.product(item.product);
    const auto has = [](const std::vector<std::string>& list, const std::string& id) {
      return std::find(list.begin(), list.end(), id) != list.end();
    };
    if (has(offered.upgradeOf, bought.id)) return std::string(kBetter);
    if (has(bought.complements, item.product)) return "is declared to improve its use";
    if (has(bought.bundles, item.product)) return "is declared to go into a bundle with it";
  }
  const auto names = [&](const std::vector<std::string>& list, const std::string& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
  };
  if (names(offer.triggers.products, bought.id)) return "is tied to it by name alone";
  if (names(offer.triggers.categories, bought.category)) return "is tied to its category, " + bought.category;
  for (const std::string& tag : bought.tags) {
    if (names(offer.triggers.tags, tag)) return "is tied to its tag, " + tag;
  }
  return {};
}

class Filler {
 public:
  Filler(const IndexedBook& book, const Offer& offer) : book_(book), offer_(offer) {
    sheet_.offer = offer.id;
    sheet_.book = book.book().id;
    for (const auto& [name, question] : kFlow) sheet_.stages.push_back({name, question, {}, {}, {}});
    for (const Product& product : book.book().products) {
      if (std::string tie = tieOf(book, product, offer); !tie.empty()) primaries_.emplace_back(&product, tie);
    }
  }

  Worksheet fill(const std::vector<Finding>& findings) {
    selection();
    type();
    placement();
    pricing();
    framing();
    friction();
    decline();
    measurement();
    heed(findings);
    return std::move(sheet_);
  }

 private:
  static constexpr std::size_t kShown = 8;  ///< primary products told of

  void answer(StageNumber stage, std::string text) { sheet_.stages[stage].answers.push_back(std::move(text)); }
  void missing(StageNumber stage, std::string text) { sheet_.stages[stage].missing.push_back(std::move(text)); }
  [[nodiscard]] std::string money(Minor amount) const {
    return formatMoney(amount, book_.book().currency, book_.book().locale);
  }
  [[nodiscard]] bool isAt(Placement placement) const {
    return std::find(offer_.placements.begin(), offer_.placements.end(), placement) != offer_.placements.end();
  }

  void selection() {
    for (const Item& item : offer_.items) {
      const Product& product = *book_.product(item.product);
      answer(kSelection, std::to_string(item.quantity) + " × " + product.title + " (" + product.id + ")");
    }
    for (std::size_t i = 0; i < primaries_.size() && i < kShown; ++i) {
      answer(kSelection, "after " + primaries_[i].first->title + ": it " + primaries_[i].second);
    }
    if (primaries_.size() > kShown) {
      answer(kSelection, "and after " + std::to_string(primaries_.size() - kShown) + " more products");
    }
    if (primaries_.empty()) missing(kSelection, "a product it is shown after");
    if (offer_.reviewed) {
      answer(kSelection, "last looked at " + formatForPeople(offer_.reviewed->at, book_.book().locale));
    } else {
      missing(kSelection, "a day on which somebody looked at it (--reviewed prints the patch that says so)");
    }
  }

  void type() {
    answer(kType, std::string(toString(offer_.type)) + ": " +
                      std::string(kOfferTypeMeanings[static_cast<std::size_t>(offer_.type)]));
    for (const auto& [product, tie] : primaries_) {
      if (product->kind == ProductKind::Consumable && offer_.type == OfferType::CrossSell) {
        answer(kType, product->title + " is used up and bought again: if there is a larger one, an upsell suits it");
        return;
      }
    }
  }

  void placement() {
    for (const Placement placement : offer_.placements) {
      answer(kPlacement, std::string(toString(placement)) + ": " +
                             std::string(kPlacementMeanings[static_cast<std::size_t>(placement)]));
    }
    if (offer_.schedule) answer(kPlacement, "within its schedule");
    if (!offer_.when.isNull()) answer(kPlacement, "where its condition holds");
    if (!offer_.frequencyCap) missing(kPlacement, "a frequencyCap: how often one shopper sees it");
  }

  void pricing() {
    const Minor list = separatePrice(book_, offer_);
    const Minor price = askedPrice(book_, offer_);
    answer(kPricing, money(price) + (price < list ? ", below the " + money(list) + " it costs by itself" : ""));
    for (std::size_t i = 0; i < primaries_.size() && i < kShown; ++i) {
      const Product& product = *primaries_[i].first;
      const bool replaces =
          offer_.type == OfferType::Upsell && offer_.items.size() == 1 && primaries_[i].second == kBetter;
      const Minor step = replaces ? price - product.price : price;
      answer(kPricing, (replaces ? money(step) + " more, " : "") + percent(step, product.price) + " of " +
                           product.title + " alone, " + money(product.price));
    }
    const PriceBand& band = book_.book().policy.priceBand;
    answer(kPricing, "the book's band is " + percent(band.minBps, 10'000) + " to " + percent(band.maxBps, 10'000) +
                         " of an order");
    if (!offer_.margin) missing(kPricing, "a margin: without it the offer is expected to earn nothing");
  }

  void framing() {
    for (const Copy& copy : offer_.copy) {
      answer(kFraming, copy.locale + ": “" + copy.headline + "” " + copy.benefit);
    }
  }

  void friction() {
    if (isAt(Placement::Checkout)) answer(kFriction, "at checkout: one box to tick, paid with the order");
    if (isAt(Placement::PostPurchase)) {
      answer(kFriction, "after payment: one click where the platform can charge again");
      answer(kFriction, offer_.link.empty() ? "where it cannot, nothing is shown" : "where it cannot: " + offer_.link);
    }
    if (isAt(Placement::ThankYou) || isAt(Placement::Email)) answer(kFriction, "by link: " + offer_.link);
    const bool links = !offer_.link.empty();
    for (const Copy& copy : offer_.copy) {
      if (links && copy.incentive.empty()) {
        missing(kFriction, copy.locale + ": an incentive on the link path, where payment is entered again");
      }
    }
  }

  void decline() {
    answer(kDecline,
           "after payment: “No thank you”, our words in the shopper's language, a button as large as the accept");
    if (isAt(Placement::Checkout)) answer(kDecline, "at checkout: the box is never ticked by anybody but the shopper");
  }

  void measurement() {
    // Orientation ranges with their sources, as CRAFT.md has them.
    if (isAt(Placement::PostPurchase)) {
      answer(kMeasurement,
             "one-click take-rate: typically 5–15 % (ReConvert 2023: mean 4.7 %, best 28.3 %; vendor-reported)");
    }
    if (isAt(Placement::Checkout)) {
      answer(kMeasurement, "bump take-rate: typically 10–35 %, well matched 30–40 % (SamCart 2024)");
    }
    answer(kMeasurement,
           "AOV uplift: 10–30 % on the mean order value; first read at 30 days, 200–300 orders a variant");
    if (offer_.evidence) {
      answer(kMeasurement, "so far " + std::to_string(offer_.evidence->accepted) + " of " +
                               std::to_string(offer_.evidence->shown) + " took it, " +
                               std::to_string(offer_.evidence->returned) + " came back");
    } else {
      missing(kMeasurement, "evidence: what was shown, taken and sent back so far");
    }
    if (!book_.book().holdout) missing(kMeasurement, "a holdout: without it an uplift cannot be told");
    for (const std::uint32_t index : book_.experimentsOf(offer_)) {
      const Experiment& experiment = book_.book().experiments[index];
      answer(kMeasurement, "experiment " + experiment.id + " on the " + std::string(toString(experiment.variable)));
    }
  }

  /** Findings on this offer and on its experiments go to their stages. */
  void heed(const std::vector<Finding>& findings) {
    const Book& book = book_.book();
    const std::string offer = "/offers/" + std::to_string(&offer_ - book.offers.data());
    for (const Finding& finding : findings) {
      bool isOurs = finding.pointer == offer || finding.pointer.starts_with(offer + "/");
      for (const std::uint32_t index : book_.experimentsOf(offer_)) {
        isOurs = isOurs || finding.pointer.starts_with("/experiments/" + std::to_string(index) + "/");
      }
      if (!isOurs) continue;
      sheet_.stages[stageOf(finding.code)].wrong.push_back(std::string(toString(finding.severity)) + " " +
                                                           std::string(toString(finding.code)) + ": " +
                                                           finding.message + " " + finding.mend);
    }
  }

  const IndexedBook& book_;
  const Offer& offer_;
  std::vector<std::pair<const Product*, std::string>> primaries_;  ///< bought before, and how the offer is tied to them
  Worksheet sheet_;
};

}  // namespace

Worksheet fill(const IndexedBook& book, const Offer& offer, const std::vector<Finding>& findings) {
  return Filler(book, offer).fill(findings);
}

}  // namespace aftermint::worksheet
