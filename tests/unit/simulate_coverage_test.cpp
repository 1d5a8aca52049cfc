// Readings of simulated shoppers hold the truth as often as they promise. `npm run bench -- --only=truth` has more
// trials.
#include <gtest/gtest.h>

#include "bench/truth/coverage.h"
#include "bench/truth/looks.h"
#include "book/load.h"
#include "unit/paths.h"

namespace aftermint::bench {
namespace {

TEST(SimulateCoverage, OfDifferencesIsThatOfTheInterval) {
  constexpr int kTrials = 400;
  const Json found = coverageOf(Placement::Checkout, 800, kTrials, 9);
  int checked = 0;
  for (const Json& row : found["rows"]) {
    const std::string interval = row["interval"];
    const double share = row["covered"]["value"];
    if (interval.starts_with("difference")) {
      EXPECT_NEAR(share, 0.95, 0.045) << interval << ", four Monte-Carlo errors of 400 trials";
      ++checked;
    } else if (interval.starts_with("anytime")) {
      EXPECT_GE(share, 0.95) << interval << " holds at every look, so at one look more often";
      ++checked;
    }
  }
  EXPECT_EQ(checked, 9);
}

TEST(SimulateCoverage, OfAHarmfulOfferStopsItSoon) {
  const Json row = stopped(Effort{true}, 4'200, 5'000, 8);
  EXPECT_EQ(row["stopped"]["value"], 1.0);
  EXPECT_LT(row["orders"]["value"], 1'000);
}

/** The demo's four months: the draws do not depend on the day, so the offer is caught on every day. */
TEST(SimulateHistory, HasOneHarmfulOfferAndItIsCaught) {
  const std::string path = std::string(kSourceFolder) + "/demo/history.json";
  simulate::Truth start;
  start.until = 1'700'006'400'000;
  const simulate::Truth truth = simulate::parseTruth(readText(path), start, path);
  const simulate::Shoppers shoppers(truth);
  simulate::Ledger ledger;
  for (std::int64_t number = 0; number < truth.visitors(); ++number) count(ledger, truth, shoppers.at(number));
  for (std::size_t i = 0; i < truth.offers.size(); ++i) {
    if (truth.offers[i].placement != Placement::Checkout) continue;
    Counts counts;
    counts.arms.resize(2);
    static_cast<UnitCounts&>(counts.arms[0]) = ledger.units.at({static_cast<int>(i), -1, true});
    static_cast<UnitCounts&>(counts.arms[1]) = ledger.units.at({static_cast<int>(i), -1, false});
    const auto conversion = read(counts).arms[1].versusBaseline->anytimeConversion;
    ASSERT_TRUE(conversion);
    const bool isHarmful = truth.offers[i].conversionBps.value_or(truth.conversionBps) < truth.conversionBps;
    EXPECT_EQ(conversion->high < 0, isHarmful) << truth.offers[i].offer;
    EXPECT_EQ(isHarmful, truth.offers[i].offer == "workbook-with-course");
  }
}

}  // namespace
}  // namespace aftermint::bench
