/** @file Money per visitor and per order, and their differences. */
#include <cmath>

#include "read/exact.h"
#include "read/figures.h"
#include "statistics/distributions.h"

namespace aftermint {
namespace {

/** A residual below this share of the variance it is left of is rounding in the data's own making, and counts as 0. */
constexpr double kNoResidual = 1e-9;

/** b / a - 1 by the delta method; none if a is 0. */
std::optional<Estimate> relativeTo(const Mean& a, const Mean& b, double alpha) {
  if (a.value == 0) return std::nullopt;
  const double share = b.value / a.value;
  const double errorSq = b.errorSq / (a.value * a.value) + share * share * a.errorSq / (a.value * a.value);
  return normalInterval(Mean{share - 1, errorSq}, alpha);
}

}  // namespace

std::optional<Mean> perVisitor(const UnitCounts& arm, const MoneyMoments& money) {
  if (arm.visitors < 2) return std::nullopt;
  const Wide n = arm.visitors;
  const Wide spread = n * wide(money.sumSq) - wide(money.sum) * wide(money.sum);
  return Mean{ratio(wide(money.sum), n), ratio(spread, n * n * (n - 1))};
}

std::optional<Mean> perOrder(const UnitCounts& arm, const MoneyMoments& money) {
  if (arm.visitors < 2 || arm.orders.sum <= 0) return std::nullopt;
  const Wide n = arm.visitors;
  const Wide x = wide(money.sum);
  const Wide o = wide(arm.orders.sum);
  // The squares of (money - rate × orders), times o²: their mean is 0, so nothing is left to subtract.
  const Wide residual = wide(money.sumSq) * o * o - 2 * x * o * wide(money.withOrders) + x * x * wide(arm.orders.sumSq);
  const Wide spread = n * wide(money.sumSq) - x * x;
  const double mean = ratio(x, o);
  if (ratio(residual * n, o * o) < kNoResidual * real(spread)) return Mean{mean, 0};
  return Mean{mean, ratio(residual * n, o * o * o * o * (n - 1))};
}

Estimate studentInterval(const Mean& mean, double df, double alpha) {
  const double half = mean.errorSq > 0 ? studentUpperQuantile(alpha / 2, df) * std::sqrt(mean.errorSq) : 0;
  return {mean.value, mean.value - half, mean.value + half};
}

Estimate normalInterval(const Mean& mean, double alpha) {
  const double half = normalUpperQuantile(alpha / 2) * std::sqrt(mean.errorSq);
  return {mean.value, mean.value - half, mean.value + half};
}

double welchDf(double aErrorSq, std::int64_t aCount, double bErrorSq, std::int64_t bCount) {
  const double sum = aErrorSq + bErrorSq;
  return sum * sum /
         (aErrorSq * aErrorSq / static_cast<double>(aCount - 1) +
          bErrorSq * bErrorSq / static_cast<double>(bCount - 1));
}

std::optional<MoneyDifference> welch(const Mean& a, std::int64_t aCount, const Mean& b, std::int64_t bCount,
                                     double alpha) {
  const Mean difference{b.value - a.value, a.errorSq + b.errorSq};
  if (!(difference.errorSq > 0)) return std::nullopt;
  const double df = welchDf(a.errorSq, aCount, b.errorSq, bCount);
  const Estimate interval = studentInterval(difference, df, alpha);
  const double p = studentTwoTails(difference.value / std::sqrt(difference.errorSq), df);
  return MoneyDifference{difference.value, interval.low, interval.high, p, df, relativeTo(a, b, alpha)};
}

std::optional<MoneyDifference> normalDifference(const Mean& a, const Mean& b, double alpha) {
  const Mean difference{b.value - a.value, a.errorSq + b.errorSq};
  if (!(difference.errorSq > 0)) return std::nullopt;
  const Estimate interval = normalInterval(difference, alpha);
  const double p = normalTwoTails(difference.value / std::sqrt(difference.errorSq));
  return MoneyDifference{difference.value, interval.low, interval.high, p, std::nullopt, relativeTo(a, b, alpha)};
}

}  // namespace aftermint
