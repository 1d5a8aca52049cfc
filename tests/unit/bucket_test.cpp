#include "aftermint/bucket.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace aftermint {
namespace {

TEST(Fnv1a32, AgreesWithThePublishedVectors) {
  EXPECT_EQ(fnv1a32(""), 0x811c9dc5u);
  EXPECT_EQ(fnv1a32("a"), 0xe40c292cu);
  EXPECT_EQ(fnv1a32("foobar"), 0xbf9cf968u);
}

TEST(Fnv1a32, ReadsBytesAbove127AsUnsigned) {
  // "\xC3\xBC" is u with two dots. As signed chars, its bytes would change the upper bits of the hash.
  std::uint32_t expected = 0x811c9dc5u;
  for (std::uint32_t byte : {0xC3u, 0xBCu}) expected = (expected ^ byte) * 16777619u;
  EXPECT_EQ(fnv1a32("\xC3\xBC"), expected);
}

TEST(BucketHash, KnowsVersionsOneAndTwoOnly) {
  EXPECT_DOUBLE_EQ(bucketHash("seed", "b", 2).value(), 0.2696);
  EXPECT_DOUBLE_EQ(bucketHash("b", "a", 1).value(), 0.946);
  EXPECT_FALSE(bucketHash("abc", "def", 99).has_value());
  EXPECT_FALSE(bucketHash("abc", "def", 0).has_value());
}

TEST(Bucket10000, IsVersionTwoTimesTenThousand) {
  EXPECT_EQ(bucket10000("seed", "b"), 2696u);
  for (int visitor = 0; visitor < 1000; ++visitor) {
    const std::string id = "v-" + std::to_string(visitor);
    EXPECT_EQ(bucket10000("holdout", id) / 10000.0, bucketHash("holdout", id, 2).value());
  }
}

TEST(Bucket10000, SpreadsVisitorsEvenly) {
  std::array<int, 10> tenths{};
  for (int visitor = 0; visitor < 100'000; ++visitor) {
    ++tenths[bucket10000("2026-autumn", "visitor-" + std::to_string(visitor)) / 1000];
  }
  // Chi-squared with 9 degrees of freedom exceeds 27.9 by chance for one in a thousand seeds. This seed is fixed.
  double chiSquared = 0;
  for (int count : tenths) chiSquared += (count - 10'000.0) * (count - 10'000.0) / 10'000.0;
  EXPECT_LT(chiSquared, 27.9);
}

TEST(ChooseArm, FollowsTheWeights) {
  const std::array<Bps, 3> weights{2000, 3000, 5000};
  EXPECT_EQ(chooseArm(0, 10000, weights), 0u);
  EXPECT_EQ(chooseArm(1999, 10000, weights), 0u);
  EXPECT_EQ(chooseArm(2000, 10000, weights), 1u);
  EXPECT_EQ(chooseArm(4999, 10000, weights), 1u);
  EXPECT_EQ(chooseArm(5000, 10000, weights), 2u);
  EXPECT_EQ(chooseArm(9999, 10000, weights), 2u);
}

TEST(ChooseArm, CoverageUsesTheStartOfEachArmsRange) {
  const std::array<Bps, 2> weights{5000, 5000};
  EXPECT_EQ(chooseArm(2499, 5000, weights), 0u);
  EXPECT_FALSE(chooseArm(2500, 5000, weights).has_value());
  EXPECT_FALSE(chooseArm(4999, 5000, weights).has_value());
  EXPECT_EQ(chooseArm(5000, 5000, weights), 1u);
  EXPECT_FALSE(chooseArm(9999, 5000, weights).has_value());
}

TEST(ChooseArm, RaisingTheCoverageChangesNoVisitorsArm) {
  const std::array<Bps, 3> weights{3333, 3333, 3334};
  for (std::uint32_t bucket = 0; bucket < 10'000; bucket += 7) {
    const auto whole = chooseArm(bucket, 10000, weights);
    for (Bps coverage = 0; coverage <= 10000; coverage += 500) {
      const auto part = chooseArm(bucket, coverage, weights);
      EXPECT_TRUE(!part || part == whole) << bucket << " at " << coverage;
    }
  }
}

TEST(ChooseArm, RemainingWeightBelongsToNoArm) {
  const std::array<Bps, 2> weights{1000, 1000};
  EXPECT_FALSE(chooseArm(2000, 10000, weights).has_value());
  EXPECT_FALSE(chooseArm(0, 10000, {}).has_value());
}

TEST(ChooseArm, ClampsSharesOutOfRange) {
  const std::array<Bps, 2> weights{-5, 20000};
  EXPECT_EQ(chooseArm(9999, 99999, weights), 1u);
  EXPECT_FALSE(chooseArm(0, -1, weights).has_value());
}

TEST(ChooseArm, AgreesWithGetBucketRanges) {
  const std::array<Bps, 3> weights{2000, 3000, 5000};
  const std::array<double, 3> shares{0.2, 0.3, 0.5};
  const auto ranges = getBucketRanges(3, 0.2, shares);
  for (std::uint32_t bucket = 0; bucket < 10'000; ++bucket) {
    // Doubles may round either way at the ends of ranges: 0.2 * 0.3 is not 0.06.
    const bool atAnEnd = bucket == 400 || bucket == 2600 || bucket == 6000;
    if (atAnEnd) continue;
    const auto arm = chooseArm(bucket, 2000, weights);
    EXPECT_EQ(arm ? static_cast<int>(*arm) : -1, chooseVariation(bucket / 10000.0, ranges)) << bucket;
  }
}

TEST(InNamespace, GivesTheSameForBasisPointsAndFractions) {
  EXPECT_TRUE(inNamespace("3", "namespace2", 0, 0.4));
  EXPECT_FALSE(inNamespace("3", "namespace1", 0, 0.4));
  for (int visitor = 0; visitor < 2000; ++visitor) {
    const std::string id = std::to_string(visitor);
    EXPECT_EQ(inNamespace(id, Namespace{"checkout", 2500, 7500}), inNamespace(id, "checkout", 0.25, 0.75)) << id;
  }
}

TEST(InNamespace, DisjointRangesCoverEachVisitorOnce) {
  for (int visitor = 0; visitor < 2000; ++visitor) {
    const std::string id = "v" + std::to_string(visitor);
    const bool first = inNamespace(id, Namespace{"checkout", 0, 5000});
    const bool second = inNamespace(id, Namespace{"checkout", 5000, 10000});
    EXPECT_NE(first, second) << id;
  }
}

TEST(GetBucketRanges, ReplacesInvalidWeightsWithEqualOnes) {
  const std::array<double, 2> tooMuch{0.7, 0.6};
  const std::array<double, 3> tooMany{0.3, 0.3, 0.4};
  for (std::span<const double> weights : {std::span<const double>(tooMuch), std::span<const double>(tooMany)}) {
    const auto ranges = getBucketRanges(2, std::nullopt, weights);
    ASSERT_EQ(ranges.size(), 2u);
    EXPECT_EQ(ranges[0].until, 0.5);
    EXPECT_EQ(ranges[1].until, 1.0);
  }
  EXPECT_TRUE(getBucketRanges(0, 1, {}).empty());
  EXPECT_TRUE(getBucketRanges(-3, 1, {}).empty());
}

}  // namespace
}  // namespace aftermint
