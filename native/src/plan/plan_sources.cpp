#include "plan/plan_sources.h"

#include <algorithm>
#include <cmath>

namespace aftermint {
namespace {

/** Sums of squares around the mean, per visitor. The sums are far below 2^53 or too large to need every digit. */
double spread(double count, double product, double first, double second) {
  return (product - first * second / count) / (count - 1);
}

void setBaselineShare(PlanInput& input, Bps bps, std::size_t others) {
  input.baselineShare = static_cast<double>(bps) / 10'000;
  input.arms = static_cast<int>(others);
}

}  // namespace

bool planFromBook(const Book& book, const std::string& experiment, PlanInput& input) {
  if (experiment.empty()) {
    if (!book.holdout || book.holdout->shareBps <= 0 || book.holdout->shareBps >= 10'000) return false;
    setBaselineShare(input, book.holdout->shareBps, 1);
    return true;
  }
  const auto found = std::find_if(book.experiments.begin(), book.experiments.end(),
                                  [&](const Experiment& each) { return each.id == experiment; });
  if (found == book.experiments.end()) return false;
  setBaselineShare(input, found->arms.front().weightBps, found->arms.size() - 1);
  return true;
}

bool planFromSums(const std::vector<ArmSums>& sums, double days, PlanInput& input) {
  UnitCounts all;
  UnitCounts holdout;
  for (const ArmSums& row : sums) {
    all += row.counts;
    if (row.arm == kHoldoutArm) holdout += row.counts;
  }
  const UnitCounts& base = holdout.visitors >= 2 ? holdout : all;
  if (base.visitors < 2) return false;
  const auto count = static_cast<double>(base.visitors);
  const auto net = static_cast<double>(base.net.sum);
  const auto before = static_cast<double>(base.before.sum);
  input.conversion = static_cast<double>(base.buyers) / count;
  input.mean = net / count;
  const double netSq = spread(count, static_cast<double>(base.net.sumSq), net, net);
  const double beforeSq = spread(count, static_cast<double>(base.before.sumSq), before, before);
  input.sd = std::sqrt(netSq);
  if (netSq > 0 && beforeSq > 0) {
    const double product = spread(count, static_cast<double>(base.net.withBefore), net, before);
    input.rho = std::clamp(product / std::sqrt(netSq * beforeSq), -1.0, 1.0);
  }
  if (holdout.visitors >= 2) {
    input.baselineShare = static_cast<double>(holdout.visitors) / static_cast<double>(all.visitors);
  }
  if (days > 0) input.visitorsPerDay = static_cast<double>(all.visitors) / days;
  return true;
}

}  // namespace aftermint
