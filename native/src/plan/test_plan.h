/** @file How many visitors and days a test takes, for a shop's own figures. The formulas are in aftermint/plan.h. */
#pragma once

#include <optional>

#include "aftermint/plan.h"

namespace aftermint {

/** What a shop knows before a test. Shares are 0 to 1, money is in minor units. */
struct PlanInput {
  double effect = 0.05;                  ///< the uplift to find, as a share of the baseline's figure; below 0: a loss
  TestStrength strength;                 ///< for the whole test, however many arms it has
  double baselineShare = 0.5;            ///< of the visitors, for the holdout or the control
  int arms = 1;                          ///< beside the baseline; each gets the same share of the rest
  double days = 30;                      ///< the period for which the detectable effects are asked
  std::optional<double> visitorsPerDay;  ///< who are assigned to any arm; absent: no days are given
  std::optional<double> conversion;      ///< of the baseline
  std::optional<double> mean, sd;        ///< net value per visitor of the baseline
  std::optional<double> rho;             ///< its correlation with the order's value at the assignment, -1 to 1
};

/** What it takes for one figure. */
struct PlanFigure {
  std::optional<double> visitors;    ///< in all arms together; absent: no number is enough
  std::optional<double> days;        ///< absent without `visitorsPerDay`
  std::optional<double> detectable;  ///< the smallest uplift that `PlanInput::days` can show, as a share
};

struct TestPlan {
  double alphaPerArm = 0.05;  ///< Bonferroni: alpha divided by the number of arms, at most what Holm's correction needs
  std::optional<PlanFigure> conversion, net, netAdjusted;  ///< absent where the input lacks their figures
};

/** Plans a test. A figure whose inputs make no sense (a rate above 1, a spread of 0) has no visitors. */
[[nodiscard]] TestPlan planTest(const PlanInput& input);

}  // namespace aftermint
