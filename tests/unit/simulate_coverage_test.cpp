// Readings of simulated shoppers hold the truth as often as they promise. `npm run bench -- --only=truth` has more trials.
#include <gtest/gtest.h>

#include "bench/truth/coverage.h"
#include "bench/truth/looks.h"

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

}  // namespace
}  // namespace aftermint::bench
