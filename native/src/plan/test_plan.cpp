#include "plan/test_plan.h"

#include <cmath>

namespace aftermint {
namespace {

/** Visitors and shares of a plan, as the formulas take them: visitors of the baseline, and a ratio. */
class Shares {
 public:
  explicit Shares(const PlanInput& input)
      : input_(input), ratio_((1 - input.baselineShare) / input.arms / input.baselineShare) {}

  [[nodiscard]] double ratio() const { return ratio_; }

  /** The figure for a test that needs that many visitors of the baseline. */
  [[nodiscard]] PlanFigure figure(std::optional<double> ofBaseline) const {
    PlanFigure out;
    if (!ofBaseline) return out;
    out.visitors = std::ceil(*ofBaseline / input_.baselineShare);
    if (input_.visitorsPerDay) out.days = std::ceil(*out.visitors / *input_.visitorsPerDay);
    return out;
  }

  /** The baseline's visitors in the period; none without visitors per day. */
  [[nodiscard]] std::optional<double> inPeriod() const {
    if (!input_.visitorsPerDay) return std::nullopt;
    return *input_.visitorsPerDay * input_.days * input_.baselineShare;
  }

 private:
  const PlanInput& input_;
  double ratio_;
};

PlanFigure conversionPlan(const PlanInput& input, const Shares& shares, const TestStrength& strength) {
  const double base = *input.conversion;
  const double other = base * (1 + input.effect);
  PlanFigure out = shares.figure(visitorsForRates(base, other, strength, shares.ratio()));
  if (const auto visitors = shares.inPeriod(); visitors && base > 0) {
    if (const auto found = detectableRate(*visitors, base, strength, shares.ratio())) {
      out.detectable = *found / base - 1;
    }
  }
  return out;
}

PlanFigure netPlan(const PlanInput& input, double sd, const Shares& shares, const TestStrength& strength) {
  const double mean = *input.mean;
  PlanFigure out = shares.figure(visitorsForMeans(mean * input.effect, sd, strength, shares.ratio()));
  if (const auto visitors = shares.inPeriod(); visitors && mean > 0) {
    if (const auto found = detectableMean(*visitors, sd, strength, shares.ratio())) out.detectable = *found / mean;
  }
  return out;
}

}  // namespace

TestPlan planTest(const PlanInput& input) {
  const Shares shares(input);
  const TestStrength strength{input.strength.alpha / input.arms, input.strength.power};
  TestPlan plan;
  plan.alphaPerArm = strength.alpha;
  if (input.conversion) plan.conversion = conversionPlan(input, shares, strength);
  if (input.mean && input.sd) {
    plan.net = netPlan(input, *input.sd, shares, strength);
    if (input.rho) plan.netAdjusted = netPlan(input, adjustedSd(*input.sd, *input.rho), shares, strength);
  }
  return plan;
}

}  // namespace aftermint
