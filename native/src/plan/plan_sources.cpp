#include "plan/plan_sources.h"

#include <algorithm>

namespace aftermint {
namespace {

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

}  // namespace aftermint
