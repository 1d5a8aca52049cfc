// The products that a prompt lists: related ones first, and none that may not be offered.
#include "draft/offerable_products.h"

#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::indexed;
using aftermint::testing::shop;
using draft::OfferableProduct;
using draft::OfferableProducts;
using nlohmann::json;
using ::testing::ElementsAre;

OfferableProducts offerableFor(const IndexedBook& book, const char* id = "kettle", std::size_t others = 40) {
  return draft::offerableProducts(book, *book.product(id), others);
}

std::vector<std::string> idsOf(const OfferableProducts& offerable) {
  std::vector<std::string> ids;
  for (const OfferableProduct& entry : offerable.entries) ids.push_back(entry.product->id);
  return ids;
}

TEST(OfferableProductsOf, SortsByRelation) {
  const auto book = indexed(shop());
  const OfferableProducts offerable = offerableFor(*book);
  EXPECT_THAT(idsOf(offerable), ElementsAre("kettle-large", "filter", "mug", "tray", "gold"));
  EXPECT_EQ(offerable.entries[0].tie, draft::ProductTie::Upgrade);
  EXPECT_EQ(offerable.entries[1].tie, draft::ProductTie::Complement);
  EXPECT_EQ(offerable.entries[3].tie, draft::ProductTie::Bundle);
  EXPECT_EQ(offerable.entries[4].tie, draft::ProductTie::None);
}

TEST(OfferableProductsOf, CountsProductsThatMayNotBeOffered) {
  const auto book = indexed(shop());
  const OfferableProducts offerable = offerableFor(*book);
  EXPECT_EQ(offerable.otherSellers, 1u);
  EXPECT_EQ(offerable.recurring, 1u);
  EXPECT_EQ(offerable.soldOut, 1u);
  EXPECT_EQ(offerable.leftOut, 0u);
}

TEST(OfferableProductsOf, LimitsOthersButNotDeclaredRelations) {
  json shopOfMany = shop();
  for (int i = 0; i < 500; ++i) {
    shopOfMany["products"].push_back({{"id", "p" + std::to_string(i)}, {"title", "P"}, {"price", i < 250 ? 50 : 1500}});
  }
  const auto book = indexed(shopOfMany);
  const OfferableProducts offerable = offerableFor(*book, "kettle", 10);
  EXPECT_EQ(offerable.entries.size(), 4u + 10u);
  EXPECT_EQ(offerable.leftOut, 501u - 10u);
  EXPECT_EQ(offerable.entries[4].product->id, "p0") << "twenty pieces of it are within the band";
  const OfferableProducts none = offerableFor(*book, "kettle", 0);
  EXPECT_THAT(idsOf(none), ElementsAre("kettle-large", "filter", "mug", "tray"));
}

TEST(OfferableProductsOf, SortsProductsWithinTheBandFirst) {
  json dear = shop();
  dear["products"].push_back({{"id", "spoon"}, {"title", "Spoon"}, {"price", 1100}});
  const auto book = indexed(dear);
  EXPECT_THAT(idsOf(offerableFor(*book)), ElementsAre("kettle-large", "filter", "mug", "tray", "spoon", "gold"));
}

TEST(OfferableProductsOf, SaysWhichQuantitiesAreWithinTheBand) {
  const auto book = indexed(shop());
  const OfferableProducts offerable = offerableFor(*book);
  const auto pieces = [&](std::size_t i) {
    return std::make_pair(offerable.entries[i].quantity.least, offerable.entries[i].quantity.most);
  };
  EXPECT_EQ(pieces(0), std::make_pair(std::int64_t{1}, std::int64_t{1})) << "the difference is 25 % of the price";
  EXPECT_EQ(pieces(1), std::make_pair(std::int64_t{1}, std::int64_t{2})) << "maxPerOrder is 2";
  EXPECT_EQ(pieces(2), std::make_pair(std::int64_t{1}, std::int64_t{2}));
  EXPECT_EQ(pieces(4).second, 0) << "90 is not within 10 to 30";
}

TEST(OfferableProductsOf, KnowsReverseRelations) {
  const auto book = indexed(shop());
  EXPECT_EQ(offerableFor(*book, "filter").entries.front().product->id, "kettle");
  EXPECT_EQ(offerableFor(*book, "filter").entries.front().tie, draft::ProductTie::ComplementOf);
  EXPECT_EQ(offerableFor(*book, "kettle-large").entries.back().tie, draft::ProductTie::Lesser);
  EXPECT_EQ(offerableFor(*book, "tray").entries.front().tie, draft::ProductTie::ComplementOf);
}

}  // namespace
}  // namespace aftermint
