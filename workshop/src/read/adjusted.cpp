/** @file The net money per visitor, adjusted by what was known before. */
#include <cmath>

#include "read/exact.h"
#include "read/figures.h"
#include "statistics/distributions.h"

namespace aftermint {
namespace {

constexpr double kNoResidualLeft = 1e-9;

/** Sums of squares and products around the means of an arm, each times its number of visitors. */
struct Centred {
  Wide count, net, before, netSq, beforeSq, product;

  explicit Centred(const UnitCounts& arm)
      : count(arm.visitors),
        net(wide(arm.net.sum)),
        before(wide(arm.before.sum)),
        netSq(count * wide(arm.net.sumSq) - net * net),
        beforeSq(count * wide(arm.before.sumSq) - before * before),
        product(count * wide(arm.net.withBefore) - net * before) {}

  /** The squared standard error of the mean of net - theta × before, with theta = slope / by. */
  [[nodiscard]] double residualErrorSq(const Wide& slope, const Wide& by) const {
    const Wide residual = netSq * by * by - 2 * slope * by * product + slope * slope * beforeSq;
    const double left = ratio(residual, by * by);
    if (left < kNoResidualLeft * real(netSq)) return 0;
    return left / (real(count) * real(count) * real(count - 1));
  }
};

}  // namespace

std::optional<AdjustedDifference> netAdjusted(const UnitCounts& a, const UnitCounts& b, double alpha) {
  if (a.visitors < 2 || b.visitors < 2) return std::nullopt;
  const Centred first(a);
  const Centred second(b);
  // The slope within arms, over one denominator: the arms differ in size.
  const Wide slope = second.count * first.product + first.count * second.product;
  const Wide by = second.count * first.beforeSq + first.count * second.beforeSq;
  if (by == 0) return std::nullopt;
  const double firstSq = first.residualErrorSq(slope, by);
  const double secondSq = second.residualErrorSq(slope, by);
  const double errorSq = firstSq + secondSq;
  if (!(errorSq > 0)) return std::nullopt;
  const Wide net = second.net * first.count - first.net * second.count;
  const Wide before = second.before * first.count - first.before * second.count;
  AdjustedDifference out;
  out.difference = ratio(net * by - slope * before, first.count * second.count * by);
  out.df = welchDf(firstSq, a.visitors, secondSq, b.visitors);
  out.theta = ratio(slope, by);
  const Estimate interval = studentInterval(Mean{out.difference, errorSq}, out.df, alpha);
  out.low = interval.low;
  out.high = interval.high;
  out.p = studentTwoTails(out.difference / std::sqrt(errorSq), out.df);
  const double rawSq = perVisitor(a, a.net)->errorSq + perVisitor(b, b.net)->errorSq;
  out.varianceKept = errorSq / rawSq;
  return out;
}

double adjustedErrorSq(const AdjustedDifference& adjusted, double rawErrorSq) {
  return adjusted.varianceKept * rawErrorSq;
}

}  // namespace aftermint
