/** @file Plans: how many visitors a test needs, held against R's power.prop.test and power.t.test. */
#include "aftermint/plan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "plan/plan_sources.h"
#include "unit/paths.h"

namespace aftermint {
namespace {

using nlohmann::json;

/** Made by tests/golden/plan/write.R. */
TEST(Plan, AgreesWithR) {
  std::ifstream file(std::string(kSourceFolder) + "/tests/golden/plan/cases.json");
  const json cases = json::parse(file);
  ASSERT_GE(cases.size(), 100U);
  for (const json& each : cases) {
    const auto at = [&](const char* key) { return each[key].get<double>(); };
    const TestStrength strength{at("alpha"), at("power")};
    const std::string of = each["of"];
    double expected = 0;
    std::optional<double> got;
    if (of == "rates") {
      expected = at("visitors");
      got = visitorsForRates(at("base"), at("other"), strength);
    } else if (of == "means") {
      expected = at("visitors");
      got = visitorsForMeans(at("delta"), at("sd"), strength);
    } else if (of == "detectable rate") {
      expected = at("other");
      got = detectableRate(at("visitors"), at("base"), strength);
    } else if (of == "detectable mean") {
      expected = at("delta");
      got = detectableMean(at("visitors"), at("sd"), strength);
    } else {
      ASSERT_EQ(of, "power of means");
      expected = at("power");
      got = powerOfMeans(at("visitors"), at("delta"), at("sd"), at("alpha"));
    }
    ASSERT_TRUE(got) << each;
    EXPECT_NEAR(*got, expected, 1e-8 * expected) << each;
  }
}

/** An uneven split needs more visitors in all than an even one. */
TEST(Plan, AnEvenSplitNeedsTheFewestVisitors) {
  const TestStrength strength;
  const double even = *visitorsForRates(0.1, 0.12, strength) * 2;
  double before = even;
  for (const double ratio : {2.0, 4.0, 9.0, 99.0}) {
    const double all = *visitorsForRates(0.1, 0.12, strength, ratio) * (1 + ratio);
    EXPECT_GT(all, before) << ratio;
    before = all;
    const double means = *visitorsForMeans(100, 2000, strength, ratio) * (1 + ratio);
    EXPECT_GT(means, *visitorsForMeans(100, 2000, strength) * 2) << ratio;
  }
}

/** The number of visitors that a test needs is the one with which it has the power. */
TEST(Plan, PowerAndVisitorsAreInverse) {
  for (const double power : {0.5, 0.8, 0.99}) {
    for (const double ratio : {0.25, 1.0, 9.0}) {
      const TestStrength strength{0.05, power};
      const double rates = *visitorsForRates(0.05, 0.06, strength, ratio);
      EXPECT_NEAR(powerOfRates(rates, 0.05, 0.06, 0.05, ratio), power, 1e-9);
      EXPECT_NEAR(*detectableRate(rates, 0.05, strength, ratio), 0.06, 1e-9);
      const double means = *visitorsForMeans(300, 4000, strength, ratio);
      EXPECT_NEAR(powerOfMeans(means, 300, 4000, 0.05, ratio), power, 1e-9);
      EXPECT_NEAR(*detectableMean(means, 4000, strength, ratio), 300, 1e-6);
    }
  }
}

/** With what is known before, fewer visitors are enough: their number falls with the variance. */
TEST(Plan, AdjustingSavesVisitors) {
  const TestStrength strength;
  const double raw = *visitorsForMeans(100, 5000, strength);
  const double adjusted = *visitorsForMeans(100, adjustedSd(5000, 0.8), strength);
  EXPECT_NEAR(adjusted / raw, 1 - 0.8 * 0.8, 1e-3);
  EXPECT_EQ(adjustedSd(5000, 1), 0);
}

TEST(Plan, HasNoAnswerWhereThereIsNone) {
  const TestStrength strength;
  EXPECT_FALSE(visitorsForRates(0.1, 0.1, strength)) << "no difference can be found";
  EXPECT_FALSE(visitorsForMeans(0, 100, strength));
  EXPECT_FALSE(visitorsForMeans(100, 0, strength)) << "without spread there is no t test";
  EXPECT_FALSE(detectableRate(1, 0.5, strength)) << "one visitor shows nothing";
  EXPECT_FALSE(visitorsForRates(0.1, 1.2, strength)) << "not a rate";
  EXPECT_FALSE(visitorsForRates(0.1, 0.2, TestStrength{0.05, 1})) << "no test is that sure";
  EXPECT_EQ(powerOfRates(100, 0, 0, 0.05), 0);
  EXPECT_EQ(powerOfMeans(1, 1, 1, 0.05), 0);
}

TEST(Plan, TakesTheFiguresOfAStore) {
  ArmSums holdout;
  holdout.arm = kHoldoutArm;
  // 100 visitors; 25 bought for 4,000 each, and 3,000 of it were known before.
  holdout.counts.visitors = 100;
  holdout.counts.buyers = 25;
  holdout.counts.before = {25 * 3'000, Exact{25} * 3'000 * 3'000};
  holdout.counts.net = {25 * 4'000, Exact{25} * 4'000 * 4'000, 25 * 4'000, Exact{25} * 4'000 * 3'000};
  ArmSums offered = holdout;
  offered.arm = kOfferedArm;
  offered.counts.visitors = 300;
  PlanInput input;
  ASSERT_TRUE(planFromSums({holdout, offered}, 40, input));
  EXPECT_DOUBLE_EQ(*input.conversion, 0.25);
  EXPECT_DOUBLE_EQ(*input.mean, 1'000);
  EXPECT_NEAR(*input.sd, 4'000 * std::sqrt(0.25 * 0.75 * 100 / 99), 1e-9);
  EXPECT_NEAR(*input.rho, 1, 1e-12) << "the order's value was known before";
  EXPECT_DOUBLE_EQ(input.baselineShare, 0.25);
  EXPECT_DOUBLE_EQ(*input.visitorsPerDay, 10);
  EXPECT_FALSE(planFromSums({}, 40, input));
}

}  // namespace
}  // namespace aftermint
