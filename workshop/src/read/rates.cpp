/** @file Rates and their differences. */
#include <algorithm>
#include <cmath>

#include "read/figures.h"
#include "statistics/distributions.h"

namespace aftermint {

std::optional<Estimate> wilson(std::int64_t hits, std::int64_t of, double alpha) {
  if (of <= 0 || hits < 0 || hits > of) return std::nullopt;
  const double z = normalUpperQuantile(alpha / 2);
  const auto n = static_cast<double>(of);
  const double p = static_cast<double>(hits) / n;
  const double z2 = z * z;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  // At the ends the interval touches 0 and 1 exactly, which rounding would miss.
  return Estimate{p, hits == 0 ? 0 : std::max(0.0, middle - half), hits == of ? 1 : std::min(1.0, middle + half)};
}

std::optional<RateDifference> conversionDifference(const UnitCounts& a, const UnitCounts& b, double alpha) {
  const std::optional<Estimate> first = wilson(a.buyers, a.visitors, alpha);
  const std::optional<Estimate> second = wilson(b.buyers, b.visitors, alpha);
  if (!first || !second) return std::nullopt;
  const double difference = second->value - first->value;
  RateDifference out;
  out.difference = difference;
  out.low = difference - std::hypot(second->value - second->low, first->high - first->value);
  out.high = difference + std::hypot(second->high - second->value, first->value - first->low);
  const auto n = static_cast<double>(a.visitors);
  const auto m = static_cast<double>(b.visitors);
  const double pooled = static_cast<double>(a.buyers + b.buyers) / (n + m);
  const double errorSq = pooled * (1 - pooled) * (1 / n + 1 / m);
  if (errorSq > 0) out.p = normalTwoTails(difference / std::sqrt(errorSq));
  return out;
}

}  // namespace aftermint
