// The range as a prompt lists it: what is tied to the product bought first, and nothing that may not be offered.
#include "draft/range.h"

#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::indexed;
using aftermint::testing::shop;
using draft::Range;
using draft::RangeEntry;
using nlohmann::json;
using ::testing::ElementsAre;

Range rangeFor(const IndexedBook& book, const char* id = "kettle", std::size_t others = 40) {
  return draft::rangeOf(book, *book.product(id), others);
}

std::vector<std::string> idsOf(const Range& range) {
  std::vector<std::string> ids;
  for (const RangeEntry& entry : range.entries) ids.push_back(entry.product->id);
  return ids;
}

TEST(PromptRange, ListsTiesByTheirStrength) {
  const auto book = indexed(shop());
  const Range range = rangeFor(*book);
  EXPECT_THAT(idsOf(range), ElementsAre("kettle-large", "filter", "mug", "tray", "gold"));
  EXPECT_EQ(range.entries[0].tie, draft::RangeTie::Upgrade);
  EXPECT_EQ(range.entries[1].tie, draft::RangeTie::Complement);
  EXPECT_EQ(range.entries[3].tie, draft::RangeTie::Bundle);
  EXPECT_EQ(range.entries[4].tie, draft::RangeTie::None);
}

TEST(PromptRange, CountsWhatMayNotBeOffered) {
  const auto book = indexed(shop());
  const Range range = rangeFor(*book);
  EXPECT_EQ(range.otherSellers, 1u);
  EXPECT_EQ(range.recurring, 1u);
  EXPECT_EQ(range.soldOut, 1u);
  EXPECT_EQ(range.leftOut, 0u);
}

TEST(PromptRange, IsBoundedButKeepsDeclaredTies) {
  json shopOfMany = shop();
  for (int i = 0; i < 500; ++i) {
    shopOfMany["products"].push_back({{"id", "p" + std::to_string(i)}, {"title", "P"}, {"price", i < 250 ? 50 : 1500}});
  }
  const auto book = indexed(shopOfMany);
  const Range range = rangeFor(*book, "kettle", 10);
  EXPECT_EQ(range.entries.size(), 4u + 10u);
  EXPECT_EQ(range.leftOut, 501u - 10u);
  EXPECT_EQ(range.entries[4].product->id, "p0") << "twenty of it are in the band";
  const Range none = rangeFor(*book, "kettle", 0);
  EXPECT_THAT(idsOf(none), ElementsAre("kettle-large", "filter", "mug", "tray"));
}

TEST(PromptRange, PutsWhatFitsTheBandBeforeWhatDoesNot) {
  json dear = shop();
  dear["products"].push_back({{"id", "spoon"}, {"title", "Spoon"}, {"price", 1100}});
  const auto book = indexed(dear);
  EXPECT_THAT(idsOf(rangeFor(*book)), ElementsAre("kettle-large", "filter", "mug", "tray", "spoon", "gold"));
}

TEST(PromptRange, SaysHowManyPiecesAreInTheBand) {
  const auto book = indexed(shop());
  const Range range = rangeFor(*book);
  const auto pieces = [&](std::size_t i) {
    return std::make_pair(range.entries[i].pieces.least, range.entries[i].pieces.most);
  };
  EXPECT_EQ(pieces(0), std::make_pair(std::int64_t{1}, std::int64_t{1})) << "the difference is a quarter";
  EXPECT_EQ(pieces(1), std::make_pair(std::int64_t{1}, std::int64_t{2})) << "one order holds two";
  EXPECT_EQ(pieces(2), std::make_pair(std::int64_t{1}, std::int64_t{2}));
  EXPECT_EQ(pieces(4).second, 0) << "90 beside 100";
}

TEST(PromptRange, TellsTiesFromTheOtherSide) {
  const auto book = indexed(shop());
  EXPECT_EQ(rangeFor(*book, "filter").entries.front().product->id, "kettle");
  EXPECT_EQ(rangeFor(*book, "filter").entries.front().tie, draft::RangeTie::ComplementOf);
  EXPECT_EQ(rangeFor(*book, "kettle-large").entries.back().tie, draft::RangeTie::Lesser);
  EXPECT_EQ(rangeFor(*book, "tray").entries.front().tie, draft::RangeTie::ComplementOf);
}

}  // namespace
}  // namespace aftermint
