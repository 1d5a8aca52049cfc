/** @file Intervals that may be looked at every day. */
#include <algorithm>
#include <cmath>

#include "read/figures.h"

namespace aftermint {
namespace {

/// The number of visitors at which the interval is narrowest; GrowthBook's default.
constexpr double kTunedFor = 5'000;

}  // namespace

std::optional<AnytimeInterval> anytimeInterval(double difference, double errorSq, double visitors, double alpha) {
  if (!(errorSq > 0)) return std::nullopt;
  // Waudby-Smith et al., arXiv 2103.06476v7: the tuning is eq. 161, the interval eq. 9, the p value eq. 155.
  const double twice = -2 * std::log(alpha);
  const double rhoSq = (twice + std::log(twice + 1)) / kTunedFor;
  const double scale = visitors * rhoSq + 1;
  const double half = std::sqrt(errorSq) * std::sqrt(2 * scale / (scale - 1) * std::log(std::sqrt(scale) / alpha));
  const double evidence = (scale - 1) / scale * difference * difference / errorSq / 2 - std::log(scale) / 2;
  return AnytimeInterval{difference - half, difference + half, std::min(1.0, std::exp(-evidence))};
}

}  // namespace aftermint
