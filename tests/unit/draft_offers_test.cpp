// The proposal that an offer of an answer becomes, and where findings on it point in the answer.
#include <set>

#include "aftermint/answer.h"
#include "draft/proposal.h"
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

json answerWith(const char* pointer, const json& value) {
  json answer = goodAnswer();
  answer[json::json_pointer(pointer)] = value;
  return answer;
}

TEST(DraftOffers, AreProposalsForTheRequestedProductAndPlacement) {
  const Offer offer = drafted(goodAnswer()).at(0).offer;
  EXPECT_EQ(offer.id, "kettle:filter");
  EXPECT_FALSE(offer.approved);
  EXPECT_THAT(offer.triggers.products, ElementsAre("kettle"));
  EXPECT_THAT(offer.placements, ElementsAre(Placement::Checkout));
  EXPECT_EQ(offer.copy.at(0).headline, "Keep your {trigger} clean");
  EXPECT_EQ(offer.copy.at(0).accept, "Add the filter");
  EXPECT_EQ(offer.link, "");
  EXPECT_FALSE(offer.margin);
  EXPECT_EQ(offer.priority, 0);
  EXPECT_TRUE(offer.when.isNull());
}

TEST(DraftOffers, HaveUniqueIdsMadeFromTheirProducts) {
  json book = shop();
  book["offers"][0]["id"] = "kettle:filter";
  EXPECT_EQ(drafted(goodAnswer(), Placement::Checkout, book).at(0).offer.id, "kettle:filter-2");
  const json two = {{{"product", "filter"}}, {{"product", "mug"}, {"variant", "blue"}}};
  EXPECT_EQ(drafted(answerWith("/offers/0/items", two)).at(0).offer.id, "kettle:filter+mug");
  json dear = goodAnswer();
  dear["offers"].push_back(offerOf("gold"));
  std::set<std::string> ids;
  for (const draft::Drafted& each : drafted(dear)) ids.insert(each.offer.id);
  EXPECT_EQ(ids.size(), 2u);
}

TEST(DraftOffers, KeepTheFirstValidHeadline) {
  const draft::Drafted all = drafted(goodAnswer()).at(0);
  ASSERT_EQ(all.alternatives.size(), 1u);
  EXPECT_EQ(all.alternatives[0].locale, "en");
  EXPECT_THAT(all.alternatives[0].headlines,
              ElementsAre("Soft water for your {trigger}", "A filter for your {trigger}"));

  const draft::Drafted one =
      drafted(answerWith("/offers/0/copy/en/headlines",
                         {"Only 2 left for your {trigger}", "<b>{trigger}</b>", "A filter for your {trigger}"}))
          .at(0);
  EXPECT_TRUE(one.passed);
  EXPECT_EQ(one.offer.copy.at(0).headline, "A filter for your {trigger}");
  EXPECT_THAT(one.alternatives, IsEmpty());
  EXPECT_THAT(one.dropped, ElementsAre("/offers/0/copy/en/headlines/0", "/offers/0/copy/en/headlines/1"));
  EXPECT_THAT(findingsOf(one), ElementsAre("error markup /offers/0/copy/en/headlines/1",
                                           "error no_false_urgency /offers/0/copy/en/headlines/0"));
}

TEST(DraftOffers, AreRefusedIfALanguageHasNoValidHeadline) {
  json answer = goodAnswer();
  answer["offers"][0]["copy"]["de"] = {
      {"headlines", {"Nur noch heute: {trigger}", "Nur noch 2 Stück", "Letzte Chance"}},
      {"benefit", "Ein Filter hält ein Jahr."}};
  const draft::Drafted drafts = drafted(answer).at(0);
  EXPECT_FALSE(drafts.passed);
  EXPECT_EQ(drafts.dropped.size(), 3u);
}

TEST(DraftOffers, UseTheLabelOfThePlacement) {
  AnsweredCopy copy;
  copy.bump = "bump";
  copy.accept = "accept";
  copy.linkAccept = "link";
  EXPECT_EQ(draft::labelAt(Placement::Checkout, copy), "bump");
  EXPECT_EQ(draft::labelAt(Placement::ProductPage, copy), "accept");
  EXPECT_EQ(draft::labelAt(Placement::ThankYou, copy), "link");
  copy.bump = copy.linkAccept = "";
  EXPECT_EQ(draft::labelAt(Placement::Checkout, copy), "accept");
  EXPECT_EQ(draft::labelAt(Placement::PostPurchase, copy), "accept");

  json answer = goodAnswer();
  answer["offers"][0]["copy"]["en"]["linkAccept"] = "See the filter";
  EXPECT_THAT(drafted(answer).at(0).unused, ElementsAre("/offers/0/copy/en/linkAccept"));
  const draft::Drafted after = drafted(answer, Placement::PostPurchase).at(0);
  EXPECT_THAT(after.unused, ElementsAre("/offers/0/copy/en/bump"));
  EXPECT_EQ(after.offer.copy.at(0).linkAccept, "See the filter");
  EXPECT_EQ(after.offer.copy.at(0).accept, "");
}

TEST(DraftOffers, LinkToAProductPageThatSellsTheSame) {
  EXPECT_EQ(drafted(goodAnswer(), Placement::ThankYou).at(0).offer.link, "/products/filter");
  const auto cheaper = answerWith("/offers/0/price", {{"kind", "fixed"}, {"amount", 1200}});
  EXPECT_THAT(findingsOf(drafted(cheaper, Placement::ThankYou).at(0)), Contains("error no_link /offers/0/type"))
      << "the page has another price";
  EXPECT_EQ(drafted(answerWith("/offers/0/items/0/quantity", 2), Placement::PostPurchase).at(0).offer.link, "");
  json upgrade = answerWith("/offers/0/items/0/product", "kettle-large");
  upgrade["offers"][0]["type"] = "upsell";
  EXPECT_EQ(drafted(upgrade, Placement::PostPurchase).at(0).offer.link, "") << "the page would sell a second kettle";
}

TEST(DraftOffers, HaveTheStrongestRelation) {
  EXPECT_EQ(drafted(goodAnswer()).at(0).relation, Relation::Complement);
  EXPECT_EQ(drafted(answerWith("/offers/0/items/0/product", "gold")).at(0).relation, Relation::Product);
  EXPECT_EQ(drafted(answerWith("/offers/0/items/0/product", "tray"), Placement::PostPurchase).at(0).relation,
            Relation::Bundle);
}

TEST(DraftOffers, TranslatePlacesIntoTheAnswer) {
  AnsweredOffer answered;
  answered.copy.emplace_back().locale = "en";
  answered.copy[0].bump = "Add it";
  const auto at = [&](const char* place, Placement placement = Placement::Checkout) {
    return draft::answerPlace(place, 1, answered, placement);
  };
  EXPECT_EQ(at(""), "/offers/1");
  EXPECT_EQ(at("/approved"), "/offers/1");
  EXPECT_EQ(at("/placements/0"), "/offers/1/type");
  EXPECT_EQ(at("/items/0/quantity"), "/offers/1/items/0/quantity");
  EXPECT_EQ(at("/price"), "/offers/1/price");
  EXPECT_EQ(at("/priorPrice"), "/offers/1");
  EXPECT_EQ(at("/copy"), "/offers/1/copy");
  EXPECT_EQ(at("/copy/en/benefit"), "/offers/1/copy/en/benefit");
  EXPECT_EQ(at("/copy/en/accept"), "/offers/1/copy/en/bump");
  EXPECT_EQ(at("/copy/en/accept", Placement::ProductPage), "/offers/1/copy/en/accept");
  EXPECT_EQ(at("/copy/en/linkAccept", Placement::Email), "/offers/1/copy/en/accept");
}

TEST(DraftOffers, AreRefusedForHostileTexts) {
  for (const char* text :
       {"<img src=x onerror=alert(1)>", "{{constructor}}", "Only 1 left!", "\u202Eevil", "[x](//e.example)"}) {
    EXPECT_FALSE(drafted(answerWith("/offers/0/copy/en/benefit", text)).at(0).passed) << text;
  }
}

}  // namespace
}  // namespace aftermint
