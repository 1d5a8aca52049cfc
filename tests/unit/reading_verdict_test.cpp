/** @file Verdicts: each one on made figures, and none that contradicts its figures on random ones. */
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "aftermint/reading.h"
#include "unit/reading_fixture.h"

namespace aftermint {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/** What is stated about an arm's visitors. Every buyer has one order, worth 10,000 before the offer. */
struct StatedArm {
  std::int64_t visitors = 4'000, buyers = 1'000, exposed = 1'000, accepts = 0;
  std::int64_t extra = 0;  ///< what every buyer pays more in the end, in minor units
};

ArmCounts statedArm(std::string name, const StatedArm& stated) {
  ArmCounts arm;
  arm.name = std::move(name);
  arm.weight = 0.5;
  for (std::int64_t i = 0; i < stated.visitors; ++i) {
    TestVisitor visitor;
    // Values vary, half of them by the same amount above and below.
    visitor.before = 10'000 + (i % 2 == 0 ? 2'000 : -2'000);
    if (i < stated.buyers) {
      visitor.orders = 1;
      visitor.gross = visitor.before + stated.extra;
      visitor.net = visitor.gross;
    }
    add(arm, visitor);
  }
  arm.exposed = stated.exposed;
  arm.accepts = stated.accepts;
  return arm;
}

struct Stated {
  StatedArm holdout = {.exposed = 0};
  StatedArm offer;
  ReadingContext context = {.placement = Placement::PostPurchase, .days = 40};
};

ArmVerdict judged(const Stated& stated) {
  Counts counts;
  counts.arms = {statedArm("holdout", stated.holdout), statedArm("offer", stated.offer)};
  counts.context = stated.context;
  const Reading reading = read(counts);
  EXPECT_FALSE(reading.arms[0].verdict) << "the baseline is not judged";
  return reading.arms[1].verdict.value_or(ArmVerdict{});
}

TEST(Verdict, NeedsAContext) {
  std::mt19937_64 random(1);
  const Counts counts = someCounts(random, 2, 100);
  EXPECT_FALSE(read(counts).arms[1].verdict);
}

TEST(Verdict, WaitsForOrdersAndDays) {
  Stated stated;
  stated.offer = {.visitors = 400, .buyers = 100, .exposed = 100, .accepts = 10};
  stated.holdout = {.visitors = 400, .buyers = 120, .exposed = 0};
  const ArmVerdict few = judged(stated);
  EXPECT_EQ(few.verdict, ReadingVerdict::TooEarly);
  EXPECT_THAT(few.because, HasSubstr("“offer” has 100 completed orders and the holdout 120"));
  EXPECT_THAT(few.next, HasSubstr("about 80 more days")) << "100 orders took 40 days, so 200 more take 80";
  Stated young;
  young.context.days = 29;
  EXPECT_EQ(judged(young).verdict, ReadingVerdict::TooEarly);
  EXPECT_THAT(judged(young).next, HasSubstr("about 1 more day."));
  young.context.days = 30;
  EXPECT_NE(judged(young).verdict, ReadingVerdict::TooEarly);
}

TEST(Verdict, StopsHarmToConversionAtAnyTime) {
  Stated stated;
  stated.offer.buyers = 600;
  stated.context.days = 3;
  const ArmVerdict verdict = judged(stated);
  EXPECT_EQ(verdict.verdict, ReadingVerdict::Stop);
  EXPECT_EQ(verdict.certainty, Certainty::EveryLook);
  EXPECT_THAT(verdict.because, HasSubstr("15.00\u00a0% bought, of those in the holdout 25.00\u00a0%"));
  EXPECT_EQ(verdict.figures.at(0).figure, "versusBaseline.anytime.conversion");
  EXPECT_LT(*verdict.figures.at(0).high, 0);
}

TEST(Verdict, StopsALossOfNetValueAtAnyTime) {
  Stated stated;
  stated.offer.extra = -5'000;
  stated.context.days = 3;
  const ArmVerdict verdict = judged(stated);
  EXPECT_EQ(verdict.verdict, ReadingVerdict::Stop);
  EXPECT_THAT(verdict.because, HasSubstr(" below that of the holdout"));
}

TEST(Verdict, NamesABrokenSplitBeforeAnyGain) {
  Stated stated;
  stated.offer = {.visitors = 5'000, .buyers = 1'250, .exposed = 1'250, .accepts = 400, .extra = 4'000};
  const ArmVerdict verdict = judged(stated);
  EXPECT_EQ(verdict.verdict, ReadingVerdict::Broken);
  EXPECT_THAT(verdict.because, HasSubstr("“offer” has 55.56\u00a0% of them instead of 50.00\u00a0%"));
}

TEST(Verdict, RanksGainsByTakeRate) {
  Stated stated;
  stated.offer = {.exposed = 1'000, .accepts = 150, .extra = 3'000};
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Working);
  EXPECT_EQ(judged(stated).certainty, Certainty::EveryLook);
  stated.offer.accepts = 240;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::RaiseValue);
  stated.offer.accepts = 300;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Replicate);
  stated.offer.accepts = 20;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Working) << "value counts, not the take-rate";
  stated.context.placement = Placement::Checkout;
  stated.offer.accepts = 250;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Working) << "25 % is usual for an order bump";
  stated.offer.accepts = 350;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Replicate);
}

TEST(Verdict, SuspectsByPlacementIfFewTakeIt) {
  Stated stated;
  stated.offer.accepts = 20;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::RelevanceOrFraming);
  stated.offer.accepts = 75;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Friction);
  stated.offer.accepts = 120;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Undecided);
  stated.offer.accepts = 20;
  stated.context.placement = Placement::ThankYou;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Friction);
  stated.context.placement = Placement::Checkout;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::PriceOrFraming);
  EXPECT_THAT(judged(stated).because, HasSubstr("10\u00a0% to 35\u00a0% (SamCart, 2024, vendor-reported)"));
  stated.context.placement = Placement::ProductPage;
  EXPECT_EQ(judged(stated).verdict, ReadingVerdict::Undecided) << "nobody published a benchmark";
  EXPECT_EQ(judged(stated).benchmark, nullptr);
}

TEST(Verdict, SaysWhatElseToKnow) {
  Stated stated;
  stated.context.immatureShare = 0.125;
  stated.context.firstIsHoldout = false;
  stated.offer.accepts = 1'003;
  const ArmVerdict verdict = judged(stated);
  ASSERT_EQ(verdict.cautions.size(), 3U);
  EXPECT_THAT(verdict.cautions[0], HasSubstr("12.50\u00a0% of the orders"));
  EXPECT_THAT(verdict.cautions[1], HasSubstr("not with visitors who saw no offer"));
  EXPECT_THAT(verdict.cautions[2], HasSubstr("(3 more)"));
  EXPECT_EQ(verdict.verdict, ReadingVerdict::Undecided) << "without exposures there is no take-rate to judge by";
}

bool isGain(ReadingVerdict verdict) {
  return verdict == ReadingVerdict::Working || verdict == ReadingVerdict::RaiseValue ||
         verdict == ReadingVerdict::Replicate;
}

bool isSuspicion(ReadingVerdict verdict) {
  return verdict == ReadingVerdict::RelevanceOrFraming || verdict == ReadingVerdict::Friction ||
         verdict == ReadingVerdict::PriceOrFraming;
}

/** A verdict's own figures and the reading must say the same. */
void expectAgreement(const Counts& counts, const Reading& reading, std::size_t at) {
  const ArmReading& arm = reading.arms[at];
  const ArmVerdict& out = *arm.verdict;
  const Comparison& comparison = *arm.versusBaseline;
  const ReadingContext& context = *counts.context;
  EXPECT_FALSE(out.because.empty() || out.sure.empty() || out.next.empty());
  EXPECT_THAT(out.because, ::testing::Not(HasSubstr("nan")));
  for (const VerdictFigure& figure : out.figures) {
    if (!figure.low) continue;
    EXPECT_LE(*figure.low, figure.value) << figure.figure;
    EXPECT_GE(*figure.high, figure.value) << figure.figure;
  }
  const bool isEnough = counts.arms[0].orders.sum >= context.minOrders &&
                        counts.arms[at].orders.sum >= context.minOrders && context.days >= context.minDays;
  if (isGain(out.verdict) || isSuspicion(out.verdict) || out.verdict == ReadingVerdict::Undecided) {
    EXPECT_TRUE(isEnough);
    EXPECT_FALSE(reading.srm && reading.srm->alarm);
    EXPECT_FALSE(comparison.anytimeConversion && comparison.anytimeConversion->high < 0);
  }
  if (out.verdict == ReadingVerdict::TooEarly) {
    EXPECT_FALSE(isEnough);
  }
  if (out.verdict == ReadingVerdict::Broken) {
    EXPECT_TRUE(reading.srm->alarm);
  }
  if (isGain(out.verdict)) {
    EXPECT_GT(*out.figures.at(0).low, 0) << out.because;
  }
  if (out.verdict == ReadingVerdict::Stop) {
    EXPECT_LT(*out.figures.at(0).high, 0) << out.because;
  }
  if (isSuspicion(out.verdict)) {
    EXPECT_LT(arm.takeRate->high, 0.1);
  }
}

TEST(Verdict, DoesNotContradictItsFigures) {
  std::mt19937_64 random(8);
  std::array<int, Codes<ReadingVerdict>::all.size()> seen{};
  for (int round = 0; round < 4'000; ++round) {
    const auto pick = [&](std::int64_t most) { return static_cast<std::int64_t>(random() % (most + 1)); };
    Counts counts;
    counts.alpha = std::array{0.01, 0.05, 0.1}[random() % 3];
    const std::size_t arms = 2 + random() % 3;
    for (std::size_t i = 0; i < arms; ++i) {
      StatedArm stated;
      stated.visitors = 200 + pick(80);
      stated.buyers = 60 + pick(60);
      stated.exposed = i == 0 ? 0 : pick(stated.visitors);
      stated.accepts = i == 0 ? 0 : pick(std::array<std::int64_t, 3>{3, 20, 60}[random() % 3]);
      stated.extra = std::array<std::int64_t, 3>{0, 3'000, -3'000}[random() % 3];
      counts.arms.push_back(statedArm("arm " + std::to_string(i), stated));
      // Ten times as many visitors of the same kind.
      const ArmCounts once = counts.arms.back();
      for (int times = 1; round % 2 == 0 && times < 10; ++times) counts.arms.back() += once;
    }
    ReadingContext& context = counts.context.emplace();
    context.days = pick(60);
    context.minOrders = std::array<std::int64_t, 3>{1, 80, 300}[random() % 3];
    context.firstIsHoldout = random() % 2 == 0;
    context.immatureShare = random() % 2 == 0 ? 0 : 0.3;
    if (random() % 6 > 0) context.placement = static_cast<Placement>(random() % Codes<Placement>::all.size());
    const Reading reading = read(counts);
    for (std::size_t i = 1; i < arms; ++i) {
      ASSERT_TRUE(reading.arms[i].verdict);
      expectAgreement(counts, reading, i);
      ++seen[static_cast<std::size_t>(reading.arms[i].verdict->verdict)];
      if (HasFailure()) {
        FAIL() << encode(counts) << "\n" << encode(reading);
      }
    }
  }
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_GT(seen[i], 5) << Codes<ReadingVerdict>::all[i];
}

TEST(Verdict, IsInTheJson) {
  Stated stated;
  stated.offer.accepts = 20;
  Counts counts;
  counts.arms = {statedArm("holdout", stated.holdout), statedArm("offer", stated.offer)};
  counts.context = stated.context;
  const Decoded<Counts> again = decodeCounts(encode(counts));
  ASSERT_TRUE(again);
  EXPECT_EQ(encode(*again.value), encode(counts));
  const json reading = json::parse(encode(read(*again.value)));
  EXPECT_FALSE(reading["arms"][0].contains("verdict"));
  const json& verdict = reading["arms"][1]["verdict"];
  EXPECT_EQ(verdict["verdict"], "relevance_or_framing");
  EXPECT_EQ(verdict["certainty"], "one_look");
  EXPECT_EQ(verdict["benchmark"]["source"], "ReConvert");
  EXPECT_EQ(verdict["benchmark"]["year"], 2023);
  EXPECT_EQ(verdict["figures"].back()["figure"], "takeRate");
}

}  // namespace
}  // namespace aftermint
