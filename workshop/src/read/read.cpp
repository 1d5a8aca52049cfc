#include <algorithm>
#include <cmath>
#include <numeric>

#include "aftermint/reading.h"
#include "read/figures.h"

namespace aftermint {
namespace {

/** The squared standard error of the difference of two conversions. */
double conversionErrorSq(const UnitCounts& a, const UnitCounts& b) {
  const auto errorSq = [](const UnitCounts& arm) {
    const auto n = static_cast<double>(arm.visitors);
    const double p = static_cast<double>(arm.buyers) / n;
    return p * (1 - p) / n;
  };
  return errorSq(a) + errorSq(b);
}

std::optional<MoneyDifference> visitorDifference(const UnitCounts& a, const MoneyMoments& aMoney, const UnitCounts& b,
                                                 const MoneyMoments& bMoney, double alpha) {
  const std::optional<Mean> first = perVisitor(a, aMoney);
  const std::optional<Mean> second = perVisitor(b, bMoney);
  if (!first || !second) return std::nullopt;
  return welch(*first, a.visitors, *second, b.visitors, alpha);
}

std::optional<MoneyDifference> orderDifference(const UnitCounts& a, const MoneyMoments& aMoney, const UnitCounts& b,
                                               const MoneyMoments& bMoney, double alpha) {
  const std::optional<Mean> first = perOrder(a, aMoney);
  const std::optional<Mean> second = perOrder(b, bMoney);
  if (!first || !second) return std::nullopt;
  return normalDifference(*first, *second, alpha);
}

Comparison compare(const ArmCounts& a, const ArmCounts& b, double alpha) {
  Comparison out;
  out.conversion = conversionDifference(a, b, alpha);
  out.aov = {orderDifference(a, a.gross, b, b.gross, alpha), orderDifference(a, a.net, b, b.net, alpha)};
  out.valuePerVisitor = {visitorDifference(a, a.gross, b, b.gross, alpha),
                         visitorDifference(a, a.net, b, b.net, alpha)};
  out.netAdjusted = netAdjusted(a, b, alpha);
  out.netStratified = netStratified(a, b, alpha);
  const auto visitors = static_cast<double>(a.visitors) + static_cast<double>(b.visitors);
  if (out.conversion) {
    out.anytimeConversion = anytimeInterval(out.conversion->difference, conversionErrorSq(a, b), visitors, alpha);
  }
  if (const auto& net = out.valuePerVisitor.net) {
    const double errorSq = perVisitor(a, a.net)->errorSq + perVisitor(b, b.net)->errorSq;
    out.anytimeNet = anytimeInterval(net->difference, errorSq, visitors, alpha);
    if (const auto& adjusted = out.netAdjusted) {
      out.anytimeNetAdjusted =
          anytimeInterval(adjusted->difference, adjustedErrorSq(*adjusted, errorSq), visitors, alpha);
    }
  }
  return out;
}

template <class F>
GrossAndNet<Estimate> grossAndNet(const UnitCounts& arm, const F& estimate) {
  return {estimate(arm.gross), estimate(arm.net)};
}

ArmReading readArm(const ArmCounts& arm, double alpha) {
  ArmReading out;
  out.name = arm.name;
  out.takeRate = wilson(arm.accepts, arm.exposed, alpha);
  out.acceptedUnseen = std::max<std::int64_t>(0, arm.accepts - arm.exposed);
  out.conversion = wilson(arm.buyers, arm.visitors, alpha);
  out.aov = grossAndNet(arm, [&](const MoneyMoments& money) -> std::optional<Estimate> {
    const std::optional<Mean> mean = perOrder(arm, money);
    if (!mean) return std::nullopt;
    return normalInterval(*mean, alpha);
  });
  out.valuePerVisitor = grossAndNet(arm, [&](const MoneyMoments& money) -> std::optional<Estimate> {
    const std::optional<Mean> mean = perVisitor(arm, money);
    if (!mean) return std::nullopt;
    return studentInterval(*mean, static_cast<double>(arm.visitors - 1), alpha);
  });
  return out;
}

/** Corrects the p of all arms for their number. */
void correct(std::vector<ArmReading>& arms) {
  std::vector<Comparison*> compared;
  std::vector<double> p;
  for (ArmReading& arm : arms) {
    if (!arm.versusBaseline || !arm.versusBaseline->valuePerVisitor.net) continue;
    compared.push_back(&*arm.versusBaseline);
    p.push_back(arm.versusBaseline->valuePerVisitor.net->p);
  }
  const std::vector<double> corrected = holm(p);
  for (std::size_t i = 0; i < compared.size(); ++i) compared[i]->pHolm = corrected[i];
}

}  // namespace

std::vector<double> holm(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return p[i] < p[j]; });
  std::vector<double> out(p.size());
  double least = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    least = std::max(least, std::min(1.0, static_cast<double>(p.size() - rank) * p[order[rank]]));
    out[order[rank]] = least;
  }
  return out;
}

Reading read(const Counts& counts) {
  Reading reading;
  reading.alpha = counts.alpha;
  for (std::size_t i = 0; i < counts.arms.size(); ++i) {
    ArmReading& arm = reading.arms.emplace_back(readArm(counts.arms[i], counts.alpha));
    if (i > 0) arm.versusBaseline = compare(counts.arms.front(), counts.arms[i], counts.alpha);
  }
  correct(reading.arms);
  reading.srm = sampleRatio(counts.arms);
  reading.carryOver = carryOver(counts.arms);
  for (std::size_t i = 1; counts.context && i < counts.arms.size(); ++i) {
    reading.arms[i].verdict = verdictOf(counts, reading, i);
  }
  return reading;
}

}  // namespace aftermint
