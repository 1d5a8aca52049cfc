/** @file `read`: the figures that counts give, held against R and against rules that every figure must keep. */
#include "aftermint/reading.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "unit/paths.h"
#include "unit/reading_fixture.h"

namespace aftermint {
namespace {

using nlohmann::json;

/** Compares numbers of R's answer with ours, by their path. */
void expectAgrees(const std::string& path, const json& expected, const json& got) {
  if (expected.is_object()) {
    ASSERT_TRUE(got.is_object()) << path;
    for (const auto& [key, value] : expected.items()) {
      ASSERT_TRUE(got.contains(key)) << path << "/" << key;
      expectAgrees(path + "/" + key, value, got[key]);
    }
  } else if (expected.is_array()) {
    ASSERT_EQ(expected.size(), got.size()) << path;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      expectAgrees(path + "/" + std::to_string(i), expected[i], got[i]);
    }
  } else if (expected.is_number()) {
    ASSERT_TRUE(got.is_number()) << path << ": " << got;
    const double wanted = expected.get<double>();
    const bool isTinyP = path.ends_with("/p") && std::abs(wanted) < 1e-12;
    const double tolerance = std::max(1e-300, std::abs(wanted) * (isTinyP ? 1e-6 : 1e-9));
    EXPECT_NEAR(got.get<double>(), wanted, tolerance) << path;
  } else {
    EXPECT_EQ(expected, got) << path;
  }
}

json answer(const std::string& counts) {
  Decoded<Counts> decoded = decodeCounts(counts);
  if (!decoded) return {{"fault", decoded.faults.front().pointer}, {"message", decoded.faults.front().message}};
  return json::parse(encode(read(*decoded.value)));
}

void expectCasesAgree(std::istream& file, std::size_t least) {
  const json cases = json::parse(file);
  ASSERT_GE(cases.size(), least);
  for (const json& each : cases) {
    expectAgrees(each["name"], each["expect"], answer(each["input"].dump()));
    if (::testing::Test::HasFatalFailure()) return;
  }
}

/** R read the same counts from visitors one by one. */
TEST(Reading, AgreesWithR) {
  const char* data = std::getenv("AFTERMINT_DATA");
  std::ifstream file(std::string(data == nullptr ? "" : data) + "/readings/cases.json");
  if (!file) GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no readings of R";
  expectCasesAgree(file, 100);
}

/** Small and odd groups of visitors: nobody, one visitor, no variance (tests/golden/reading/write.R). */
TEST(Reading, AgreesWithROnOddGroups) {
  std::ifstream file(kSourceFolder + std::string("/tests/golden/reading/cases.json"));
  ASSERT_TRUE(file);
  expectCasesAgree(file, 12);
}

TEST(Reading, NobodyHasNoFigures) {
  Counts counts;
  counts.arms = {armOf("holdout", 0.5, {}), armOf("offer", 0.5, {})};
  const Reading reading = read(counts);
  for (const ArmReading& arm : reading.arms) {
    EXPECT_FALSE(arm.takeRate);
    EXPECT_FALSE(arm.conversion);
    EXPECT_FALSE(arm.aov.net);
    EXPECT_FALSE(arm.valuePerVisitor.net);
  }
  EXPECT_FALSE(reading.srm) << "nobody was assigned, so nothing can be uneven";
  EXPECT_FALSE(reading.arms[1].versusBaseline->conversion);
}

/** More accepts than exposures mean that exposures were lost. The rate would be wrong, so the gap is named instead. */
TEST(Reading, NamesAcceptsThatNobodySaw) {
  Counts counts;
  ArmCounts& arm = counts.arms.emplace_back(armOf("offer", 1, {{.exposed = true, .accepted = true}}));
  arm.accepts = 4;
  arm.exposed = 3;
  arm.visitors = 10;
  const Reading reading = read(counts);
  EXPECT_FALSE(reading.arms[0].takeRate);
  EXPECT_EQ(reading.arms[0].acceptedUnseen, 1);
}

TEST(Reading, MoneyScales) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 50; ++round) {
    Counts counts = someCounts(random, 2, 300);
    if (counts.arms[0].visitors < 20 || counts.arms[1].visitors < 20) continue;
    const Reading before = read(counts);
    constexpr int kTimes = 1000;
    for (ArmCounts& arm : counts.arms) {
      for (MoneyMoments* money : {&arm.gross, &arm.net}) {
        money->sum *= kTimes;
        money->sumSq *= kTimes * kTimes;
        money->withOrders *= kTimes;
        money->withBefore *= kTimes;
      }
    }
    const Reading after = read(counts);
    const auto& small = before.arms[1].versusBaseline->valuePerVisitor.net;
    const auto& large = after.arms[1].versusBaseline->valuePerVisitor.net;
    ASSERT_TRUE(small && large);
    EXPECT_NEAR(large->low, small->low * kTimes, 1e-12 * std::abs(large->low));
    EXPECT_NEAR(large->p, small->p, 1e-12);
    const auto& adjusted = after.arms[1].versusBaseline->netAdjusted;
    EXPECT_NEAR(adjusted->low, before.arms[1].versusBaseline->netAdjusted->low * kTimes,
                1e-6 * std::abs(adjusted->low));
    EXPECT_NEAR(adjusted->varianceKept, before.arms[1].versusBaseline->netAdjusted->varianceKept, 1e-12);
  }
}

/** The counts of two groups add up to the counts of both. */
TEST(Reading, CountsCanBeSplitAndMerged) {
  std::mt19937_64 random(2);
  const std::vector<TestVisitor> all = someVisitors(random, 500);
  const ArmCounts whole = armOf("offer", 1, all);
  ArmCounts merged = armOf("offer", 1, {all.begin(), all.begin() + 123});
  merged += armOf("rest", 1, {all.begin() + 123, all.end()});
  EXPECT_EQ(encode(Counts{0.05, {merged}}), encode(Counts{0.05, {whole}}));
}

TEST(Reading, TheOrderOfTheOtherArmsDoesNotMatter) {
  std::mt19937_64 random(3);
  for (int round = 0; round < 50; ++round) {
    Counts counts = someCounts(random, 4, 200);
    const Reading first = read(counts);
    std::swap(counts.arms[1], counts.arms[3]);
    Reading second = read(counts);
    std::swap(second.arms[1], second.arms[3]);
    ASSERT_EQ(json::parse(encode(first))["arms"], json::parse(encode(second))["arms"]);
  }
}

/** The other way round, every difference has the other sign. */
TEST(Reading, DifferencesTurnWithTheBaseline) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 50; ++round) {
    Counts counts = someCounts(random, 2, 200);
    const Reading forth = read(counts);
    std::swap(counts.arms[0], counts.arms[1]);
    const Reading back = read(counts);
    const auto& a = forth.arms[1].versusBaseline->valuePerVisitor.net;
    const auto& b = back.arms[1].versusBaseline->valuePerVisitor.net;
    ASSERT_EQ(a.has_value(), b.has_value());
    if (!a) continue;
    EXPECT_NEAR(a->difference, -b->difference, 1e-9 * std::abs(a->difference));
    EXPECT_NEAR(a->low, -b->high, 1e-9 * std::abs(a->low) + 1e-9);
    EXPECT_NEAR(a->p, b->p, 1e-12);
  }
}

/** A figure lies inside its interval, an anytime interval is at least as wide, and p agrees with the interval. */
TEST(Reading, FiguresDoNotContradictEachOther) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 400; ++round) {
    const Reading reading = read(someCounts(random, 2 + round % 3, 1 + random() % 400));
    for (const ArmReading& arm : reading.arms) {
      for (const auto& each : {arm.takeRate, arm.conversion, arm.aov.net, arm.valuePerVisitor.net}) {
        if (!each) continue;
        EXPECT_LE(each->low, each->value);
        EXPECT_GE(each->high, each->value);
      }
      if (!arm.versusBaseline) continue;
      const Comparison& comparison = *arm.versusBaseline;
      if (const auto& net = comparison.valuePerVisitor.net) {
        EXPECT_EQ(net->p<reading.alpha, net->low> 0 || net->high < 0);
        ASSERT_TRUE(comparison.anytimeNet && comparison.pHolm);
        EXPECT_LE(comparison.anytimeNet->low, net->difference);
        EXPECT_GE(*comparison.pHolm, net->p);
        EXPECT_EQ(comparison.anytimeNet->p<reading.alpha, comparison.anytimeNet->low> 0 ||
                  comparison.anytimeNet->high < 0);
      }
      if (const auto& adjusted = comparison.netAdjusted) {
        EXPECT_EQ(adjusted->p<reading.alpha, adjusted->low> 0 || adjusted->high < 0);
      }
    }
  }
}

/** Without differences between strata, comparing within them changes nothing but the shares. */
TEST(Reading, ComparesWithinStrata) {
  std::mt19937_64 random(6);
  Counts counts;
  for (const char* name : {"holdout", "offer"}) {
    ArmCounts arm;
    arm.name = name;
    arm.weight = 0.5;
    for (const char* stratum : {"first", "returning"}) {
      const std::vector<TestVisitor> visitors = someVisitors(random, 200);
      Stratum& each = arm.strata.emplace_back();
      each.name = stratum;
      for (const TestVisitor& visitor : visitors) add(each, visitor);
      arm += each;
    }
    counts.arms.push_back(arm);
  }
  const Reading reading = read(counts);
  const auto& stratified = reading.arms[1].versusBaseline->netStratified;
  ASSERT_TRUE(stratified);
  // Equal sizes: the weighted difference is the plain one.
  EXPECT_NEAR(stratified->difference, reading.arms[1].versusBaseline->valuePerVisitor.net->difference, 1e-9);
  counts.arms[1].strata.pop_back();
  EXPECT_FALSE(read(counts).arms[1].versusBaseline->netStratified) << "the arms do not have the same strata";
}

/** R: chisq.test(matrix(c(100, 140, 110, 60), 2)) */
TEST(Reading, FindsAnEarlierExperimentThatCarriesOver) {
  Counts counts;
  counts.arms = {armOf("holdout", 0.5, {}), armOf("offer", 0.5, {})};
  counts.arms[0].earlier = {{"autumn", "a", 100}, {"autumn", "b", 140}};
  counts.arms[1].earlier = {{"autumn", "a", 110}, {"autumn", "b", 60}};
  const Reading reading = read(counts);
  ASSERT_EQ(reading.carryOver.size(), 1U);
  EXPECT_NEAR(reading.carryOver[0].test.chiSquare, 21.14122316, 1e-7);
  EXPECT_EQ(reading.carryOver[0].test.df, 1);
  EXPECT_TRUE(reading.carryOver[0].test.alarm);
}

TEST(Reading, SumsOfAnyLengthSurviveTheRoundTrip) {
  Counts counts;
  ArmCounts& arm = counts.arms.emplace_back(armOf("offer", 1, {}));
  arm.visitors = 1'000'000;
  arm.net.sum = -5;
  arm.net.sumSq = Exact{1'000'000'000'000'000'000} * 1'000'000'000'000'000'000;
  const std::string text = encode(counts);
  EXPECT_THAT(text, ::testing::HasSubstr("\"sumSq\":1000000000000000000000000000000000000,"));
  const Decoded<Counts> again = decodeCounts(text);
  ASSERT_TRUE(again);
  EXPECT_EQ(encode(*again.value), text);
}

TEST(Reading, SaysWhatIsWrongWithCounts) {
  std::mt19937_64 random(7);
  const json good = json::parse(encode(someCounts(random, 2, 50)));
  const auto fault = [&](const char* pointer, const json& value) {
    json bad = good;
    bad[json::json_pointer(pointer)] = value;
    return answer(bad.dump()).value("fault", "none");
  };
  EXPECT_EQ(fault("/alpha", 0), "/alpha");
  EXPECT_EQ(fault("/alpha", 1.5), "/alpha");
  EXPECT_EQ(fault("/arms/1/buyers", 1'000), "/arms/1/buyers");
  EXPECT_EQ(fault("/arms/1/exposed", 1'000), "/arms/1/exposed");
  EXPECT_EQ(fault("/arms/0/net/sumSq", 1), "/arms/0/net");
  EXPECT_EQ(fault("/arms/0/net/sum", 1.5), "/arms/0/net/sum");
  EXPECT_EQ(fault("/arms/1/name", "arm 0"), "/arms/1/name");
  EXPECT_EQ(fault("/arms/1/strata", json::array({good["arms"][0]})), "/arms/1/strata/0/weight");
  EXPECT_EQ(answer("{\"arms\":[]}")["fault"], "/arms");
}

}  // namespace
}  // namespace aftermint
