// Which findings of a report make the guard stop an offer, from sums made by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "aftermint/codec.h"
#include "guard/harm.h"
#include "serve_fixture.h"
#include "unit/cli_scratch.h"

namespace aftermint::testing {
namespace {

constexpr Millis kMonday = 1'785'715'200'000;  // 2026-08-03

/** A store whose sums a test has made. */
class MadeSums final : public Store {
 public:
  void append(std::vector<Event>) override {}
  StoreCounts counts() override { return {}; }
  std::vector<ArmSums> sums(const SumsQuery& query) override { return made[query.by]; }
  std::vector<EarlierSums> earlier(const SumsQuery&) override { return {}; }
  OrderMoney orderMoney(std::string_view) override { return {}; }
  std::string currency() override { return "GBP"; }
  std::int64_t countFrom(std::string_view) override { return 0; }
  std::int64_t dropFrom(std::string_view) override { return 0; }
  void ping() override {}

  std::map<SumsBy, std::vector<ArmSums>> made;
};

ArmSums armOf(const std::string& arm, std::int64_t buyers, std::int64_t amount) {
  constexpr std::int64_t kVisitors = 4'000;
  ArmSums row;
  row.arm = arm;
  row.week = kMonday;
  row.counts.name = arm;
  row.counts.visitors = kVisitors;
  row.counts.buyers = buyers;
  row.orders = buyers;
  row.counts.orders = {buyers, buyers};
  row.counts.gross = {buyers * amount, buyers * amount * amount, buyers * amount, 0};
  row.counts.net = row.counts.gross;
  return row;
}

class GuardHarm : public ::testing::Test {
 protected:
  /** Sums of the only experiment, which tests the price of `rack-offer`. */
  void setArms(std::vector<ArmSums> arms) {
    for (ArmSums& arm : arms) arm.experiment = "rack-price";
    store.made[SumsBy::Experiment] = std::move(arms);
  }
  std::vector<OfferStop> harm() { return harmIn(store, book, {}, kMonday + 40 * kDayMillis); }

  static Book withExperiment() {
    auto text = nlohmann::json::parse(kShopBook);
    text["experiments"] = nlohmann::json::parse(R"([{"id": "rack-price", "offer": "rack-offer", "variable": "price",
      "arms": [{"id": "control", "weightBps": 5000},
               {"id": "dear", "weightBps": 5000, "price": {"kind": "fixed", "amount": 3200}}]}])");
    return *decodeBook(text.dump()).value;
  }

  MadeSums store;
  IndexedBook book{withExperiment()};
};

TEST_F(GuardHarm, OfAnOfferIsFoundAgainstTheHoldout) {
  ArmSums holdout = armOf("holdout", 2'000, 1000), offered = armOf("offered", 1'000, 1000);
  holdout.offer = offered.offer = "rack-offer";
  store.made[SumsBy::Offer] = {holdout, offered};
  const std::vector<OfferStop> found = harm();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].offer, "rack-offer");
  EXPECT_EQ(found[0].experiment, "");
}

TEST_F(GuardHarm, OfAnOfferThatTheBookLacksIsNoFinding) {
  ArmSums holdout = armOf("holdout", 2'000, 1000), offered = armOf("offered", 1'000, 1000);
  holdout.offer = offered.offer = "of-another-book";
  store.made[SumsBy::Offer] = {holdout, offered};
  EXPECT_TRUE(harm().empty());
}

TEST_F(GuardHarm, OfAnArmAgainstTheHoldoutStopsTheOfferAndNamesTheArm) {
  setArms({armOf("holdout", 2'000, 1000), armOf("control", 2'000, 1000), armOf("dear", 1'000, 1000)});
  const std::vector<OfferStop> found = harm();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].offer, "rack-offer");
  EXPECT_EQ(found[0].experiment, "rack-price");
  EXPECT_EQ(found[0].arm, "dear");
}

TEST_F(GuardHarm, OfAnArmThatCostsOrdersIsFoundWithoutAHoldout) {
  setArms({armOf("control", 2'000, 1000), armOf("dear", 1'000, 1000)});
  EXPECT_EQ(harm().size(), 1u);
}

/** To lose against a control does not show that the offer is worse than no offer. */
TEST_F(GuardHarm, IsNotThatAnArmEarnsLessThanItsControl) {
  setArms({armOf("control", 2'000, 1000), armOf("dear", 2'000, 700)});
  EXPECT_TRUE(harm().empty());
  setArms({armOf("holdout", 2'000, 1000), armOf("control", 2'000, 1000), armOf("dear", 2'000, 700)});
  EXPECT_EQ(harm().size(), 1u) << "against the holdout it does";
}

TEST_F(GuardHarm, OfOfferAndArmStopsTheOfferOnce) {
  ArmSums holdout = armOf("holdout", 2'000, 1000), offered = armOf("offered", 1'000, 1000);
  holdout.offer = offered.offer = "rack-offer";
  store.made[SumsBy::Offer] = {holdout, offered};
  setArms({armOf("holdout", 2'000, 1000), armOf("control", 1'000, 1000), armOf("dear", 1'000, 1000)});
  const std::vector<OfferStop> found = harm();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].arm, "");
}

TEST(OpenStops, AreNoneInAStoreThatNoGuardHasUsed) {
  const Scratch scratch;
  const std::string path = scratch.path("store.sqlite");
  (void)openStore("sqlite:" + path);
  EXPECT_TRUE(readOpenStops(path).empty());
  EXPECT_FALSE(SQLite::Database(path).tableExists("stopped_offers")) << "it is only read";
  EXPECT_THROW((void)readOpenStops(scratch.path("none.sqlite")), StoreError);
}

}  // namespace
}  // namespace aftermint::testing
