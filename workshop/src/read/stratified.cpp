/** @file The net money per visitor, compared within strata. */
#include <algorithm>
#include <cmath>

#include "read/figures.h"
#include "statistics/distributions.h"

namespace aftermint {

std::optional<StratifiedDifference> netStratified(const ArmCounts& a, const ArmCounts& b, double alpha) {
  if (a.strata.empty() || a.strata.size() != b.strata.size()) return std::nullopt;
  Mean sum;
  for (const Stratum& first : a.strata) {
    const auto second =
        std::find_if(b.strata.begin(), b.strata.end(), [&](const Stratum& each) { return each.name == first.name; });
    if (second == b.strata.end()) return std::nullopt;
    const std::optional<Mean> firstMean = perVisitor(first, first.net);
    const std::optional<Mean> secondMean = perVisitor(*second, second->net);
    if (!firstMean || !secondMean) return std::nullopt;
    const double share =
        static_cast<double>(first.visitors + second->visitors) / static_cast<double>(a.visitors + b.visitors);
    sum.value += share * (secondMean->value - firstMean->value);
    sum.errorSq += share * share * (firstMean->errorSq + secondMean->errorSq);
  }
  if (!(sum.errorSq > 0)) return std::nullopt;
  const Estimate interval = normalInterval(sum, alpha);
  return StratifiedDifference{sum.value, interval.low, interval.high,
                              normalTwoTails(sum.value / std::sqrt(sum.errorSq))};
}

}  // namespace aftermint
