/** @file The fields of an Answer. `aftermint schema answer` prints them as JSON Schema. */
#include "codec/answer_shape.h"
#include "aftermint/answer.h"
#include "codec/decode.h"
#include "codec/shapes.h"

namespace aftermint::codec {
namespace {

constexpr Range kHeadlines{3, 3};
constexpr Range kBenefit{1, 600};
constexpr Range kLabel{1, 80};
constexpr Range kWhy{1, 500};
constexpr Range kLanguages{1, 8};
constexpr Range kItems{1, 3};
constexpr Range kOffers{1, 2};

constexpr std::array kAnsweredCopyFields{
    many<&AnsweredCopy::headlines>(
        "headlines", kMust, Kind::Text,
        "Three to choose from, each naming the purchase; {trigger}, {item} and {price} are filled in.", kHeadlines),
    one<&AnsweredCopy::benefit>("benefit", kMust, Kind::Text, "Two or three sentences: the outcome, not the features.",
                                kBenefit),
    one<&AnsweredCopy::bump>("bump", kMay, Kind::Text, "At checkout: the label beside the box.", kLabel),
    one<&AnsweredCopy::accept>("accept", kMay, Kind::Text, "On a product page: the label of the button.", kLabel),
    one<&AnsweredCopy::linkAccept>("linkAccept", kMay, Kind::Text,
                                   "After payment: the label of the link, where one click is not possible.", kLabel),
};
constexpr Shape kAnsweredCopyShape = shapeOf<AnsweredCopy, kAnsweredCopyFields>("copy");

constexpr std::array kAnsweredOfferFields{
    one<&AnsweredOffer::type>("type", kMust, Kind::Code, "The tool, one that belongs at the placement.", {}, nullptr,
                              kCodesOf<OfferType>),
    many<&AnsweredOffer::items>("items", kMust, Kind::Record, "What is offered, by the ids of the range.", kItems,
                                &kItemShape),
    one<&AnsweredOffer::price>("price", kMust, Kind::Record, "What it costs, within the price band.", {}, &kPriceShape),
    many<&AnsweredOffer::copy>("copy", kMust, Kind::Map, "What the shopper reads, by language tag.", kLanguages,
                               &kAnsweredCopyShape),
    one<&AnsweredOffer::why>("why", kMay, Kind::Text,
                             "Why somebody who just bought this needs it next; for the person who approves.", kWhy),
};
constexpr Shape kAnsweredOfferShape = shapeOf<AnsweredOffer, kAnsweredOfferFields>("offer");

constexpr std::array kAnswerFields{
    one<&Answer::product>("product", kMay, Kind::Id, "The product bought, as the prompt names it."),
    one<&Answer::placement>("placement", kMay, Kind::Code, "The placement, as the prompt names it.", {}, nullptr,
                            kCodesOf<Placement>),
    many<&Answer::offers>("offers", kMust, Kind::Record, "One or two, the better one first.", kOffers,
                          &kAnsweredOfferShape),
};

}  // namespace

constexpr Shape kAnswerShape =
    shapeOf<Answer, kAnswerFields>("answer", "Offers that a language model proposes; a person decides.");

}  // namespace aftermint::codec

namespace aftermint {

Decoded<Answer> decodeAnswer(std::string_view text, const Limits& limits) {
  return codec::decode<Answer>(text, &codec::kAnswerShape, ErrorCode::AnswerSchema, limits);
}

}  // namespace aftermint
