/** @file Shares as doubles, as GrowthBook publishes them. */
#include <algorithm>

#include "aftermint/bucket.h"

namespace aftermint {
namespace {

// Weights typed by hand seldom sum to exactly one; within this they are taken at their word.
constexpr double kLeastSum = 0.99;
constexpr double kMostSum = 1.01;

bool usable(std::span<const double> weights, std::size_t count) {
  if (weights.size() != count) return false;
  double sum = 0;
  for (double weight : weights) sum += weight;
  return sum >= kLeastSum && sum <= kMostSum;
}

}  // namespace

std::vector<double> getEqualWeights(int count) {
  if (count < 1) return {};
  return std::vector<double>(static_cast<std::size_t>(count), 1.0 / count);
}

std::vector<BucketRange> getBucketRanges(int count, std::optional<double> coverage, std::span<const double> weights) {
  const double covered = std::clamp(coverage.value_or(1), 0.0, 1.0);
  const std::vector<double> equal = getEqualWeights(count);
  if (!usable(weights, equal.size())) weights = equal;
  std::vector<BucketRange> ranges;
  ranges.reserve(weights.size());
  double begin = 0;
  for (double weight : weights) {
    ranges.push_back({begin, begin + covered * weight});
    begin += weight;
  }
  return ranges;
}

int chooseVariation(double n, std::span<const BucketRange> ranges) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (n >= ranges[i].from && n < ranges[i].until) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace aftermint
