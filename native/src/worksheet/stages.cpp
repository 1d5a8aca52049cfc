/** @file The stages of a worksheet, and the stage of each finding. */
#include <array>
#include <utility>

#include "worksheet/worksheet.h"

namespace aftermint::worksheet {
namespace {

/** Names and questions, as in docs/craft.md. */
constexpr std::array<std::pair<std::string_view, std::string_view>, kMeasurement + 1> kFlow = {{
    {"Offer selection", "What does a customer who just bought this most obviously need next?"},
    {"Type selection", "Upsell, cross-sell or bundle?"},
    {"Placement", "One click, thank-you page, in-cart bump or mail?"},
    {"Pricing", "What share of the original order value?"},
    {"Framing", "Which outcome does it enhance or accelerate?"},
    {"Friction audit", "One click? If not, the minimum path?"},
    {"Decline design", "Is the skip path neutral and prominent?"},
    {"Measurement", "Which take-rate and AOV uplift will be tracked?"},
}};

}  // namespace

std::vector<Stage> emptyStages() {
  std::vector<Stage> out;
  for (const auto& [name, question] : kFlow) out.push_back({name, question, {}, {}, {}});
  return out;
}

std::size_t stageOf(FindingCode code) {
  switch (code) {
    case FindingCode::Relevance:
    case FindingCode::Seller:
    case FindingCode::VariantMissing:
    case FindingCode::QuantityLimit:
    case FindingCode::StockShort:
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
    case FindingCode::MarginAbove:
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
    case FindingCode::NoEvidence:
      return kMeasurement;
    default:
      return kFraming;
  }
}

std::string_view markOf(Severity severity) {
  return severity == Severity::Error ? "must fix" : severity == Severity::Warning ? "think about it" : "good to know";
}

}  // namespace aftermint::worksheet
