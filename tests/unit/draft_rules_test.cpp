// The rules for offers of an answer: those of `check`, and those against mistakes that only models make.
#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::drafted;
using aftermint::testing::findingsOf;
using aftermint::testing::goodAnswer;
using aftermint::testing::offerOf;
using aftermint::testing::shop;
using nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/** The draft of the valid answer after a change, at a placement. */
draft::Drafted judged(const char* pointer, const json& value, Placement placement = Placement::Checkout) {
  json answer = goodAnswer();
  answer["offers"][0][json::json_pointer(pointer)] = value;
  return drafted(answer, placement).at(0);
}

draft::Drafted offering(const json& items, const json& price = {{"kind", "list"}}) {
  json answer = goodAnswer();
  answer["offers"][0]["items"] = items;
  answer["offers"][0]["price"] = price;
  return drafted(answer).at(0);
}

json fixed(std::int64_t amount) { return {{"kind", "fixed"}, {"amount", amount}}; }

TEST(DraftRules, PassAValidOffer) {
  const draft::Drafted good = drafted(goodAnswer()).at(0);
  EXPECT_TRUE(good.passed);
  EXPECT_THAT(findingsOf(good), IsEmpty());
}

TEST(DraftRules, CheckProducts) {
  EXPECT_THAT(findingsOf(offering({{{"product", "teapot"}}})),
              ElementsAre("error unknown_product /offers/0/items/0/product"));
  EXPECT_THAT(findingsOf(offering({{{"product", "filter"}, {"variant", "blue"}}})),
              ElementsAre("error unknown_variant /offers/0/items/0/variant"));
  EXPECT_THAT(findingsOf(offering({{{"product", "other"}}})), ElementsAre("error seller /offers/0/items/0"));
  EXPECT_THAT(findingsOf(offering({{{"product", "kettle"}}}, fixed(2000))),
              ElementsAre("error item_bought /offers/0/items/0"));
  EXPECT_THAT(findingsOf(offering({{{"product", "filter"}}, {{"product", "filter"}}})),
              ElementsAre("error item_repeated /offers/0/items/1"));
  EXPECT_THAT(findingsOf(offering({{{"product", "tea-club"}}})), Contains("error recurring /offers/0/type"));
}

TEST(DraftRules, CheckQuantities) {
  EXPECT_THAT(findingsOf(offering({{{"product", "filter"}, {"quantity", 3}}}, fixed(3000))),
              ElementsAre("error quantity_limit /offers/0/items/0/quantity"));
  EXPECT_THAT(findingsOf(offering({{{"product", "gone"}}})), ElementsAre("warning stock_short /offers/0/items/0"));
  EXPECT_THAT(findingsOf(offering({{{"product", "mug"}, {"variant", "red"}}})),
              ElementsAre("warning stock_short /offers/0/items/0"));
  EXPECT_TRUE(offering({{{"product", "mug"}, {"variant", "blue"}}}).passed);
}

TEST(DraftRules, CheckPrices) {
  EXPECT_THAT(findingsOf(offering({{{"product", "gold"}}})), ElementsAre("error price_band /offers/0/price"));
  const draft::Drafted dear = offering({{{"product", "filter"}}}, fixed(1501));
  EXPECT_EQ(dear.findings.at(0).message, "The offer costs £15.01, but its items cost only £15.00 without it.");
  EXPECT_THAT(findingsOf(offering({{{"product", "filter"}}}, fixed(999))),
              ElementsAre("error price_band /offers/0/price"));
  EXPECT_TRUE(offering({{{"product", "filter"}}}, fixed(1000)).passed);
  EXPECT_THAT(findingsOf(offering({{{"product", "filter"}}}, fixed(0))),
              ElementsAre("error price_free /offers/0/price", "error price_band /offers/0/price"));
  EXPECT_THAT(findingsOf(offering({{{"product", "filter"}}}, {{"kind", "percent_off"}, {"bps", 10000}})),
              Contains("error price_free /offers/0/price"));
  EXPECT_THAT(findingsOf(offering({{{"product", "filter"}}}, fixed(1501))),
              ElementsAre("error price_above /offers/0/price"));
}

TEST(DraftRules, ApplyTheBandToTheDifferenceOfAnUpgrade) {
  json answer = goodAnswer();
  answer["offers"][0]["type"] = "upsell";
  answer["offers"][0]["items"][0]["product"] = "kettle-large";
  const draft::Drafted upgrade = drafted(answer, Placement::PostPurchase).at(0);
  EXPECT_TRUE(upgrade.passed);
  EXPECT_EQ(upgrade.relation, Relation::Upgrade);
  EXPECT_THAT(findingsOf(drafted(answer).at(0)), Contains("error type_placement /offers/0/type"));
}

TEST(DraftRules, RefuseRepeatedOffers) {
  EXPECT_THAT(findingsOf(offering({{{"product", "tray"}}})), ElementsAre("error already_offered /offers/0/items"));
  json elsewhere = goodAnswer();
  elsewhere["offers"][0]["items"][0]["product"] = "tray";
  EXPECT_TRUE(drafted(elsewhere, Placement::PostPurchase).at(0).passed) << "it is not offered there";
  json twice = goodAnswer();
  twice["offers"].push_back(twice["offers"][0]);
  EXPECT_THAT(findingsOf(drafted(twice).at(1)), ElementsAre("error already_offered /offers/1/items"));
  twice["offers"][0]["price"] = fixed(1);
  EXPECT_TRUE(drafted(twice).at(1).passed) << "the first was refused";
}

TEST(DraftRules, RefuseMarkupAndAddresses) {
  for (const char* text : {"<script>alert(1)</script>", "See <b>this</b>", "</p>", "<!-- x -->", "https://evil.example",
                           "www.evil.example", "[here](x)", "**Sharp**", "`code`", "Salt &amp; pepper", "&#x27;"}) {
    EXPECT_THAT(findingsOf(judged("/copy/en/benefit", text)), Contains("error markup /offers/0/copy/en/benefit"))
        << text;
  }
  for (const char* text : {"Tea & biscuits go together", "Under 5 < 6 minutes it is done",
                           "Less than 1 kg & more than 2; ok", "A 3/4 litre is enough"}) {
    EXPECT_THAT(findingsOf(judged("/copy/en/benefit", text)), IsEmpty()) << text;
  }
}

TEST(DraftRules, RefuseUnknownPlaceholders) {
  for (const char* text : {"Dear {name}", "{{trigger}}", "{Trigger}", "A { brace", "A } brace", "{trigger", "{}"}) {
    EXPECT_THAT(findingsOf(judged("/copy/en/bump", text)), Contains("error placeholder_unknown /offers/0/copy/en/bump"))
        << text;
  }
  EXPECT_THAT(findingsOf(judged("/copy/en/bump", "{item} to {trigger} for {price}")), IsEmpty());
}

TEST(DraftRules, RefuseAvoidedPhrases) {
  json book = shop();
  book["brand"]["avoid"] = {"premium", "Treat yourself", "Größe"};
  const auto findingsFor = [&](const char* pointer, const char* text) {
    json answer = goodAnswer();
    answer["offers"][0][json::json_pointer(pointer)] = text;
    return findingsOf(drafted(answer, Placement::Checkout, book).at(0));
  };
  EXPECT_THAT(findingsFor("/copy/en/benefit", "A PREMIUM filter keeps scale out."),
              Contains("error word_avoided /offers/0/copy/en/benefit"));
  EXPECT_THAT(findingsFor("/copy/en/bump", "Treat yourself: add it"),
              Contains("error word_avoided /offers/0/copy/en/bump"));
  EXPECT_THAT(findingsFor("/copy/en/headlines/2", "{trigger} in jeder GRÖSSE"),
              Contains("error word_avoided /offers/0/copy/en/headlines/2"));
  EXPECT_THAT(findingsFor("/copy/en/bump", "No premiums, add it"), IsEmpty()) << "a different word";
  EXPECT_THAT(findingsFor("/why", "A premium reason"), IsEmpty()) << "shoppers do not read it";
}

TEST(DraftRules, CheckTheWordingOfEveryText) {
  EXPECT_THAT(findingsOf(judged("/copy/en/benefit", "Hurry, only 2 left.")),
              Contains("error no_false_urgency /offers/0/copy/en/benefit"));
  EXPECT_THAT(findingsOf(judged("/copy/en/bump", "Only today: add it")),
              Contains("error no_false_urgency /offers/0/copy/en/bump"));
  EXPECT_THAT(findingsOf(judged("/copy/en/benefit", "You might also like a filter.")),
              Contains("error opener_weak /offers/0/copy/en/benefit"));
  EXPECT_THAT(findingsOf(judged("/copy/en/benefit", "A f\u200Bilter keeps \u202Eit clean.")),
              Contains("error hidden_characters /offers/0/copy/en/benefit"));
  const draft::Drafted ten = judged("/copy/en/benefit", "A. B. C. D. E. F. G. H. I. J.");
  EXPECT_THAT(findingsOf(ten), Contains("warning benefit_short /offers/0/copy/en/benefit"));
  EXPECT_TRUE(ten.passed) << "a warning does not refuse";
}

TEST(DraftRules, NeedCopyInTheBooksLanguage) {
  json answer = goodAnswer();
  answer["offers"][0]["copy"] = {{"de", answer["offers"][0]["copy"]["en"]}};
  EXPECT_THAT(findingsOf(drafted(answer).at(0)), Contains("error no_copy /offers/0/copy"));
}

TEST(DraftRules, CheckEachOfferSeparately) {
  json answer = goodAnswer();
  answer["offers"].push_back(offerOf("gold"));
  const auto both = drafted(answer);
  EXPECT_TRUE(both.at(0).passed);
  EXPECT_FALSE(both.at(1).passed);
  EXPECT_THAT(findingsOf(both.at(0)), IsEmpty());
  EXPECT_THAT(findingsOf(both.at(1)), ElementsAre("error price_band /offers/1/price"));
}

}  // namespace
}  // namespace aftermint
