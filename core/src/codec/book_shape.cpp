/** @file The shape of a Book; `aftermint schema` prints it as JSON Schema. */
#include "aftermint/book.h"
#include "codec/shapes.h"

namespace aftermint::codec {
namespace {

constexpr Range kFew{0, 100};
constexpr Range kSome{1, 100};

constexpr std::array kVariantNameFields{
    one<&Translation::title>("title", kMust, Kind::Text, AFTERMINT_DOC("As the shopper reads it."), kShortText),
};
constexpr Shape kVariantNameShape = shapeOf<Translation, kVariantNameFields>("variantName");

constexpr std::array kVariantFields{
    one<&Variant::id>("id", kMust, Kind::Id, AFTERMINT_DOC("Unique within its product.")),
    one<&Variant::title>("title", kMust, Kind::Text, AFTERMINT_DOC("In the book's language."), kShortText),
    many<&Variant::translations>("translations", kMay, Kind::Map, AFTERMINT_DOC("Its title in other languages."), kFew,
                                 &kVariantNameShape),
    one<&Variant::price>("price", kMay, Kind::Money, AFTERMINT_DOC("Minor units; the product's price if absent."),
                         kMoney),
    one<&Variant::stock>("stock", kMay, Kind::Integer, AFTERMINT_DOC("Pieces in stock; the product's stock if absent."),
                         kCount),
};
constexpr Shape kVariantShape = shapeOf<Variant, kVariantFields>("variant");

constexpr std::array kRecurringFields{
    one<&Recurring::interval>("interval", kMust, Kind::Code, AFTERMINT_DOC("The unit in which the period is counted."),
                              {}, nullptr, kCodesOf<Interval>),
    one<&Recurring::every>("every", kMay, Kind::Integer,
                           AFTERMINT_DOC("Charged once in this many intervals; 1 if absent."), {1, 366}),
};
constexpr Shape kRecurringShape = shapeOf<Recurring, kRecurringFields>("recurring");

constexpr std::array kProductNameFields{
    one<&Translation::title>("title", kMust, Kind::Text, AFTERMINT_DOC("As the shopper reads it."), kShortText),
    one<&Translation::imageAlt>("imageAlt", kMay, Kind::Text, AFTERMINT_DOC("A description of the picture."), kAnyText),
};
constexpr Shape kProductNameShape = shapeOf<Translation, kProductNameFields>("productName");

constexpr std::array kProductFields{
    one<&Product::id>("id", kMust, Kind::Id, AFTERMINT_DOC("Unique in the book.")),
    one<&Product::title>("title", kMust, Kind::Text, AFTERMINT_DOC("In the book's language."), kShortText),
    many<&Product::translations>("translations", kMay, Kind::Map,
                                 AFTERMINT_DOC("Its title and picture text in other languages."), kFew,
                                 &kProductNameShape),
    authoringOnly<&Product::description>("description", Kind::Text, AFTERMINT_DOC("Plain text."), kAnyText),
    one<&Product::price>("price", kMust, Kind::Money, AFTERMINT_DOC("Minor units of the book's currency."), kMoney),
    one<&Product::image>("image", kMay, Kind::Url, AFTERMINT_DOC("Picture of the product.")),
    one<&Product::imageAlt>("imageAlt", kMay, Kind::Text, AFTERMINT_DOC("A description of the picture."), kAnyText),
    one<&Product::url>("url", kMay, Kind::Url, AFTERMINT_DOC("Page of the product.")),
    one<&Product::category>("category", kMay, Kind::Text, AFTERMINT_DOC("Its category."), kShortText),
    many<&Product::tags>("tags", kMay, Kind::Text, AFTERMINT_DOC("Free labels."), {0, 250}),
    one<&Product::kind>("kind", kMay, Kind::Code, AFTERMINT_DOC("How it is used; durable if absent."), {}, nullptr,
                        kCodesOf<ProductKind>),
    one<&Product::stock>("stock", kMay, Kind::Integer, AFTERMINT_DOC("Pieces in stock; not counted if absent."),
                         kCount),
    one<&Product::maxPerOrder>("maxPerOrder", kMay, Kind::Integer,
                               AFTERMINT_DOC("The most pieces in one order; no limit if absent."), {1, 1'000'000}),
    one<&Product::recurring>("recurring", kMay, Kind::Record,
                             AFTERMINT_DOC("Charged repeatedly; charged once if absent."), {}, &kRecurringShape),
    one<&Product::seller>(
        "seller", kMay, Kind::Id,
        AFTERMINT_DOC("Who sells it; the merchant if absent. Others are never offered (15 USC 8402).")),
    many<&Product::variants>("variants", kMay, Kind::Record, AFTERMINT_DOC("Sizes, colours, editions."), {0, 2048},
                             &kVariantShape),
    many<&Product::upgradeOf>("upgradeOf", kMay, Kind::Id,
                              AFTERMINT_DOC("Products of which this one is a better version."), kFew),
    many<&Product::complements>("complements", kMay, Kind::Id,
                                AFTERMINT_DOC("Products that make this one more useful."), kFew),
    many<&Product::bundles>("bundles", kMay, Kind::Id,
                            AFTERMINT_DOC("Products that are sold in a bundle with this one."), kFew),
};
constexpr Shape kProductShape = shapeOf<Product, kProductFields>("product");

constexpr std::array kTriggerFields{
    many<&Triggers::products>("products", kMay, Kind::Id, AFTERMINT_DOC("Product ids."), {0, 1000}),
    many<&Triggers::categories>("categories", kMay, Kind::Text, AFTERMINT_DOC("Categories."), kFew),
    many<&Triggers::tags>("tags", kMay, Kind::Text, AFTERMINT_DOC("Tags."), kFew),
};
constexpr Shape kTriggerShape = shapeOf<Triggers, kTriggerFields>("for");

constexpr std::array kItemFields{
    one<&Item::product>("product", kMust, Kind::Id, AFTERMINT_DOC("Product id.")),
    one<&Item::variant>("variant", kMay, Kind::Id, AFTERMINT_DOC("Variant id.")),
    one<&Item::quantity>("quantity", kMay, Kind::Integer, AFTERMINT_DOC("Pieces; 1 if absent."), {1, 1000}),
};
}  // namespace
constexpr Shape kItemShape = shapeOf<Item, kItemFields>("item");
namespace {

constexpr std::array kPriceFields{
    one<&Price::kind>("kind", kMust, Kind::Code, AFTERMINT_DOC("How the price is determined."), {}, nullptr,
                      kCodesOf<PriceKind>),
    one<&Price::amount>("amount", kMay, Kind::Money, AFTERMINT_DOC("Of `fixed`: minor units."), kMoney),
    one<&Price::bps>("bps", kMay, Kind::Integer, AFTERMINT_DOC("Of `percent_off`: basis points off the list price."),
                     kShare),
};
constexpr std::array kPriceOnly{OnlyEntry{"amount", "kind", static_cast<std::uint8_t>(PriceKind::Fixed)},
                                OnlyEntry{"bps", "kind", static_cast<std::uint8_t>(PriceKind::PercentOff)}};
}  // namespace
constexpr Shape kPriceShape = shapeOf<Price, kPriceFields, kPriceOnly>("price");
namespace {

constexpr std::array kPriorPriceFields{
    one<&PriorPrice::amount>("amount", kMust, Kind::Money, AFTERMINT_DOC("The prior price, in minor units."), kMoney),
    one<&PriorPrice::lowest30d>("lowest30d", kMust, Kind::Money,
                                AFTERMINT_DOC("The lowest price of the last 30 days (Directive 98/6/EC, art. 6a)."),
                                kMoney),
};
constexpr Shape kPriorPriceShape = shapeOf<PriorPrice, kPriorPriceFields>("priorPrice");

constexpr std::array kCopyFields{
    one<&Copy::headline>("headline", kMust, Kind::Text,
                         AFTERMINT_DOC("Should name what was bought. Placeholders: {trigger}, {item}, {price}."),
                         kShortText),
    one<&Copy::benefit>("benefit", kMust, Kind::Text, AFTERMINT_DOC("At most three sentences."), {1, 1000}),
    one<&Copy::accept>("accept", kMay, Kind::Text,
                       AFTERMINT_DOC("The label of a bump; the law prescribes the label of a one-click button."),
                       {1, 80}),
    one<&Copy::linkAccept>("linkAccept", kMay, Kind::Text,
                           AFTERMINT_DOC("The label of the link, where one click is not possible."), {1, 80}),
    one<&Copy::incentive>("incentive", kMay, Kind::Text,
                          AFTERMINT_DOC("Shown only with a link: a reward for entering the payment again."), {1, 500}),
    one<&Copy::terms>("terms", kMay, Kind::Text,
                      AFTERMINT_DOC("Of a recurring item: the amount, how often, and how to cancel (15 USC 8403)."),
                      {1, 1000}),
};
constexpr Shape kCopyShape = shapeOf<Copy, kCopyFields>("copy");

constexpr std::array kScheduleFields{
    one<&Schedule::from>("from", kMay, Kind::Time, AFTERMINT_DOC("The first moment at which it holds.")),
    one<&Schedule::until>("until", kMay, Kind::Time, AFTERMINT_DOC("The first moment at which it no longer holds.")),
};
constexpr Shape kScheduleShape = shapeOf<Schedule, kScheduleFields>("schedule");

constexpr std::array kFrequencyCapFields{
    one<&FrequencyCap::exposures>("exposures", kMust, Kind::Integer, AFTERMINT_DOC("At most this many exposures…"),
                                  {1, 1000}),
    one<&FrequencyCap::seconds>("seconds", kMust, Kind::Integer, AFTERMINT_DOC("…within this many seconds."),
                                {1, 1'000'000'000}),
};
constexpr Shape kFrequencyCapShape = shapeOf<FrequencyCap, kFrequencyCapFields>("frequencyCap");

constexpr std::array kEvidenceFields{
    one<&Evidence::shown>("shown", kMust, Kind::Integer, AFTERMINT_DOC("The number of exposures."), kCount),
    one<&Evidence::accepted>("accepted", kMust, Kind::Integer, AFTERMINT_DOC("The number of accepts."), kCount),
    one<&Evidence::returned>("returned", kMay, Kind::Integer,
                             AFTERMINT_DOC("The number of accepts that were returned."), kCount),
};
constexpr Shape kEvidenceShape = shapeOf<Evidence, kEvidenceFields>("evidence");

constexpr std::array kReviewedFields{
    one<&Reviewed::at>("at", kMust, Kind::Time, AFTERMINT_DOC("The time of the last review by a person.")),
    one<&Reviewed::of>(
        "of", kMust, Kind::Id,
        AFTERMINT_DOC("Fingerprint of the products that the offer names, written by `aftermint approve`.")),
    one<&Reviewed::offer>("offer", kMay, Kind::Id,
                          AFTERMINT_DOC("Fingerprint of the offer's texts, price, items and placements.")),
    one<&Reviewed::by>("by", kMay, Kind::Text, AFTERMINT_DOC("The reviewer."), kShortText),
    one<&Reviewed::note>("note", kMay, Kind::Text, AFTERMINT_DOC("The reviewer's note."), {1, 1000}),
    many<&Reviewed::seen>("seen", kMay, Kind::Code,
                          AFTERMINT_DOC("Findings of severity info that were read; hidden until the offer changes."),
                          {0, 100}, nullptr, kCodesOf<FindingCode>),
};
[[maybe_unused]] constexpr Shape kReviewedShape = shapeOf<Reviewed, kReviewedFields>("reviewed");

constexpr std::array kOfferFields{
    one<&Offer::id>("id", kMust, Kind::Id, AFTERMINT_DOC("Unique in the book.")),
    one<&Offer::type>("type", kMust, Kind::Code, AFTERMINT_DOC("The tool."), {}, nullptr, kCodesOf<OfferType>),
    one<&Offer::triggers>(
        "for", kMay, Kind::Record,
        AFTERMINT_DOC("The products it may be shown with; the relations of products decide if absent."), {},
        &kTriggerShape),
    many<&Offer::items>("items", kMust, Kind::Record, AFTERMINT_DOC("What is offered."), {1, 10}, &kItemShape),
    one<&Offer::price>("price", kMust, Kind::Record, AFTERMINT_DOC("What it costs."), {}, &kPriceShape),
    one<&Offer::priorPrice>("priorPrice", kMay, Kind::Record,
                            AFTERMINT_DOC("The prior price, which is struck through."), {}, &kPriorPriceShape),
    many<&Offer::placements>("placements", kMust, Kind::Code, AFTERMINT_DOC("Where it is shown."), {1, 5}, nullptr,
                             kCodesOf<Placement>),
    many<&Offer::copy>("copy", kMust, Kind::Map, AFTERMINT_DOC("What the shopper reads, by locale."), kSome,
                       &kCopyShape),
    one<&Offer::link>("link", kMay, Kind::Url,
                      AFTERMINT_DOC("The page where the offer can be bought, where one click is not possible.")),
    one<&Offer::when>("when", kMay, Kind::FreeObject, AFTERMINT_DOC("A condition in GrowthBook's language.")),
    one<&Offer::schedule>("schedule", kMay, Kind::Record, AFTERMINT_DOC("When it holds."), {}, &kScheduleShape),
    one<&Offer::frequencyCap>("frequencyCap", kMay, Kind::Record, AFTERMINT_DOC("How often a visitor may see it."), {},
                              &kFrequencyCapShape),
    one<&Offer::priority>("priority", kMay, Kind::Integer,
                          AFTERMINT_DOC("The higher priority comes first if everything else is equal."), {-1000, 1000}),
    one<&Offer::margin>("margin", kMay, Kind::Money, AFTERMINT_DOC("The profit of one accept, in minor units."),
                        kMoney),
    one<&Offer::approved>("approved", kMay, Kind::Boolean,
                          AFTERMINT_DOC("false: a proposal, never shown. True if absent.")),
    one<&Offer::evidence>("evidence", kMay, Kind::Record, AFTERMINT_DOC("Earlier results."), {}, &kEvidenceShape),
    authoringOnly<&Offer::reviewed>("reviewed", Kind::Record,
                                    AFTERMINT_DOC("The last review by a person; out of date after a quarter."), {},
                                    &kReviewedShape),
};
constexpr Shape kOfferShape = shapeOf<Offer, kOfferFields>("offer");

constexpr std::array kNamespaceFields{
    one<&Namespace::id>("id", kMust, Kind::Id, AFTERMINT_DOC("Experiments of one namespace share its visitors.")),
    one<&Namespace::fromBps>("fromBps", kMust, Kind::Integer, AFTERMINT_DOC("Inclusive."), kShare),
    one<&Namespace::untilBps>("untilBps", kMust, Kind::Integer, AFTERMINT_DOC("Exclusive."), kShare),
};
constexpr Shape kNamespaceShape = shapeOf<Namespace, kNamespaceFields>("namespace");

// The copy of an arm: only headlines, since an experiment changes one variable.
constexpr std::array kHeadlineFields{
    one<&Copy::headline>("headline", kMust, Kind::Text, AFTERMINT_DOC("The arm's headline."), kShortText),
};
constexpr Shape kHeadlineShape = shapeOf<Copy, kHeadlineFields>("headline");

constexpr std::array kArmFields{
    one<&Arm::id>("id", kMust, Kind::Id, AFTERMINT_DOC("Unique within its experiment.")),
    one<&Arm::weightBps>("weightBps", kMust, Kind::Integer,
                         AFTERMINT_DOC("Its share; the arms of an experiment add up to 10,000."), kShare),
    one<&Arm::price>("price", kMay, Kind::Record, AFTERMINT_DOC("Of an experiment on the price."), {}, &kPriceShape),
    many<&Arm::copy>("copy", kMay, Kind::Map, AFTERMINT_DOC("Of an experiment on the headline."), kFew,
                     &kHeadlineShape),
    many<&Arm::items>("items", kMay, Kind::Record, AFTERMINT_DOC("Of an experiment on the product."), {0, 10},
                      &kItemShape),
    many<&Arm::placements>("placements", kMay, Kind::Code, AFTERMINT_DOC("Of an experiment on the placement."), {0, 5},
                           nullptr, kCodesOf<Placement>),
};
constexpr Shape kArmShape = shapeOf<Arm, kArmFields>("arm");

constexpr std::array kExperimentFields{
    one<&Experiment::id>("id", kMust, Kind::Id, AFTERMINT_DOC("Unique in the book; the seed of its hash.")),
    one<&Experiment::offer>("offer", kMust, Kind::Id, AFTERMINT_DOC("The offer it changes.")),
    one<&Experiment::variable>("variable", kMust, Kind::Code, AFTERMINT_DOC("The one thing it changes."), {}, nullptr,
                               kCodesOf<Variable>),
    one<&Experiment::coverageBps>("coverageBps", kMay, Kind::Integer,
                                  AFTERMINT_DOC("The share of visitors in it; all if absent."), kShare),
    one<&Experiment::space>("namespace", kMay, Kind::Record,
                            AFTERMINT_DOC("Experiments in different parts of a namespace have no visitor in common."),
                            {}, &kNamespaceShape),
    many<&Experiment::arms>("arms", kMust, Kind::Record, AFTERMINT_DOC("The first is the control."), {2, 10},
                            &kArmShape),
};
constexpr Shape kExperimentShape = shapeOf<Experiment, kExperimentFields>("experiment");

constexpr std::array kHoldoutFields{
    one<&Holdout::shareBps>("shareBps", kMust, Kind::Integer, AFTERMINT_DOC("The share of visitors who see no offers."),
                            kShare),
    one<&Holdout::seed>("seed", kMust, Kind::Id, AFTERMINT_DOC("A new seed selects other visitors.")),
};
constexpr Shape kHoldoutShape = shapeOf<Holdout, kHoldoutFields>("holdout");

constexpr std::array kPriceBandFields{
    one<&PriceBand::minBps>("minBps", kMust, Kind::Integer, AFTERMINT_DOC("Of the order's value."), {0, 1'000'000}),
    one<&PriceBand::maxBps>("maxBps", kMust, Kind::Integer, AFTERMINT_DOC("Of the order's value."), {0, 1'000'000}),
};
constexpr Shape kPriceBandShape = shapeOf<PriceBand, kPriceBandFields>("priceBand");

constexpr std::array kWithdrawalFields{
    one<&Withdrawal::durable>("durable", kMay, Kind::Url, AFTERMINT_DOC("Of goods that are kept.")),
    one<&Withdrawal::consumable>("consumable", kMay, Kind::Url, AFTERMINT_DOC("Of goods that are used up.")),
    one<&Withdrawal::experience>("experience", kMay, Kind::Url,
                                 AFTERMINT_DOC("Of courses, services and tickets, and when the right ends.")),
};
constexpr Shape kWithdrawalShape = shapeOf<Withdrawal, kWithdrawalFields>("withdrawal");

constexpr std::array kRuleFields{
    one<&TunedRule::rule>("rule", kMust, Kind::Code, AFTERMINT_DOC("The code of its findings."), {}, nullptr,
                          kCodesOf<FindingCode>),
    one<&TunedRule::level>("level", kMust, Kind::Code,
                           AFTERMINT_DOC("The severity of its findings; off: the rule is not applied."), {}, nullptr,
                           kCodesOf<RuleLevel>),
};
[[maybe_unused]] constexpr Shape kRuleShape = shapeOf<TunedRule, kRuleFields>("rule");

constexpr std::array kReadingPolicyFields{
    one<&ReadingPolicy::windowDays>(
        "windowDays", kMay, Kind::Integer,
        AFTERMINT_DOC("How long after the assignment orders and refunds count; 30 if absent."), {1, 365}),
    one<&ReadingPolicy::matureDays>("matureDays", kMay, Kind::Integer,
                                    AFTERMINT_DOC("A younger order may still come back; 14 if absent."), {0, 365}),
    one<&ReadingPolicy::minOrders>("minOrders", kMay, Kind::Integer,
                                   AFTERMINT_DOC("Completed orders that an arm needs for a verdict; 300 if absent."),
                                   {1, 1'000'000'000}),
    one<&ReadingPolicy::minDays>("minDays", kMay, Kind::Integer,
                                 AFTERMINT_DOC("Days a comparison must run for a verdict; 30 if absent."), {0, 365}),
};
[[maybe_unused]] constexpr Shape kReadingPolicyShape = shapeOf<ReadingPolicy, kReadingPolicyFields>("reading");

constexpr std::array kPolicyFields{
    one<&Policy::priceBand>("priceBand", kMay, Kind::Record,
                            AFTERMINT_DOC("10–30 % of the order's value if absent (docs/craft.md: price_band)."), {},
                            &kPriceBandShape),
    one<&Policy::deadlineMs>("deadlineMs", kMay, Kind::Integer,
                             AFTERMINT_DOC("After it no offer is shown; 600 if absent."), {50, 10'000}),
    one<&Policy::windowSeconds>("windowSeconds", kMay, Kind::Integer,
                                AFTERMINT_DOC("How long an offer may be made after payment; 7,200 if absent."),
                                {60, 604'800}),
    one<&Policy::undoSeconds>("undoSeconds", kMay, Kind::Integer,
                              AFTERMINT_DOC("How long an accept can be undone; 900 if absent."), {60, 604'800}),
    one<&Policy::declineRestSeconds>(
        "declineRestSeconds", kMay, Kind::Integer,
        AFTERMINT_DOC("How long a declined offer is not shown in other orders; 2,592,000 (30 days) if absent."),
        {0, 1'000'000'000}),
    one<&Policy::linkTakeBps>("linkTakeBps", kMay, Kind::Integer,
                              AFTERMINT_DOC("The part of the take-rate that remains with a link; 2,500 if absent."),
                              kShare),
    one<&Policy::withdrawal>("withdrawal", kMay, Kind::Record,
                             AFTERMINT_DOC("Pages about the right of withdrawal, by kind of product."), {},
                             &kWithdrawalShape),
    authoringOnlyList<&Policy::rules>(
        "rules", Kind::Record, AFTERMINT_DOC("The levels this book gives to the craft rules."), {0, 100}, &kRuleShape),
    authoringOnly<&Policy::reading>("reading", Kind::Record, AFTERMINT_DOC("How the results are judged."), {},
                                    &kReadingPolicyShape),
};
constexpr Shape kPolicyShape = shapeOf<Policy, kPolicyFields>("policy");

constexpr std::array kBrandFields{
    one<&Brand::voice>("voice", kMay, Kind::Text, AFTERMINT_DOC("The tone of the texts."), kLongText),
    one<&Brand::avatar>("avatar", kMay, Kind::Text, AFTERMINT_DOC("The typical customer."), kLongText),
    many<&Brand::goals>("goals", kMay, Kind::Text, AFTERMINT_DOC("What that customer wants, the most important first."),
                        kFew),
    many<&Brand::avoid>("avoid", kMay, Kind::Text, AFTERMINT_DOC("Words and claims that are never used."), kFew),
};
[[maybe_unused]] constexpr Shape kBrandShape = shapeOf<Brand, kBrandFields>("brand");

constexpr std::array kCheckedFields{
    one<&Checked::digest>("digest", kMust, Kind::Text, AFTERMINT_DOC("SHA-256 of the book as it was checked."),
                          {1, 100}),
    many<&Checked::refused>("refused", kMay, Kind::Id, AFTERMINT_DOC("Offers with a finding of severity error."),
                            {0, 1'000'000}),
};
constexpr Shape kCheckedShape = shapeOf<Checked, kCheckedFields>("checked");

constexpr std::array kBookFields{
    authoringOnly<&Book::schema>("$schema", Kind::Text, AFTERMINT_DOC("For editors."), {1, 2048}),
    one<&Book::version>("version", kMust, Kind::Integer, AFTERMINT_DOC("Of this format: 1."), {1, 1}),
    one<&Book::id>("id", kMust, Kind::Id, AFTERMINT_DOC("The book's id.")),
    one<&Book::merchant>("merchant", kMust, Kind::Id,
                         AFTERMINT_DOC("The seller; only the merchant's own products may be offered.")),
    one<&Book::currency>("currency", kMust, Kind::Currency, AFTERMINT_DOC("ISO 4217.")),
    one<&Book::locale>("locale", kMust, Kind::Locale, AFTERMINT_DOC("The language every offer has copy in.")),
    one<&Book::policy>("policy", kMay, Kind::Record, AFTERMINT_DOC("Limits and times."), {}, &kPolicyShape),
    authoringOnly<&Book::brand>("brand", Kind::Record,
                                AFTERMINT_DOC("Voice and customer, for people and drafts; not published."), {},
                                &kBrandShape),
    many<&Book::products>("products", kMust, Kind::Record, AFTERMINT_DOC("What the merchant sells."), {0, 1'000'000},
                          &kProductShape),
    many<&Book::offers>("offers", kMust, Kind::Record, AFTERMINT_DOC("What may be offered."), {0, 1'000'000},
                        &kOfferShape),
    many<&Book::experiments>("experiments", kMay, Kind::Record, AFTERMINT_DOC("One changed variable each."), {0, 1000},
                             &kExperimentShape),
    one<&Book::holdout>("holdout", kMay, Kind::Record, AFTERMINT_DOC("Visitors who see no offers, for comparison."), {},
                        &kHoldoutShape),
    one<&Book::checked>("checked", kMay, Kind::Record,
                        AFTERMINT_DOC("Written by `aftermint check --publish`, not by hand."), {}, &kCheckedShape),
};

}  // namespace

constexpr Shape kBookShape = shapeOf<Book, kBookFields>("book", AFTERMINT_DOC("What a merchant may offer."));

}  // namespace aftermint::codec
