/** @file The figures of a Reading, one function for each method. `a` is the baseline, `b` the arm compared with it. */
#pragma once

#include "aftermint/reading.h"

namespace aftermint {

/** Wilson's score interval of `hits` of `of`; none if `of` is 0 or `hits` are more. */
[[nodiscard]] std::optional<Estimate> wilson(std::int64_t hits, std::int64_t of, double alpha);

/** The difference of the conversions; none if an arm has no visitors. */
[[nodiscard]] std::optional<RateDifference> conversionDifference(const UnitCounts& a, const UnitCounts& b,
                                                                 double alpha);

/** A mean with its squared standard error; only for internal steps, so that they can be combined. */
struct Mean {
  double value = 0;
  double errorSq = 0;
};

/** Money per visitor; none with fewer than two visitors. */
[[nodiscard]] std::optional<Mean> perVisitor(const UnitCounts& arm, const MoneyMoments& money);
/** Money per order; none with fewer than two visitors or without orders. */
[[nodiscard]] std::optional<Mean> perOrder(const UnitCounts& arm, const MoneyMoments& money);

/** The interval of a mean by Student's distribution with `df` degrees of freedom. */
[[nodiscard]] Estimate studentInterval(const Mean& mean, double df, double alpha);
/** The interval of a mean by the normal distribution. */
[[nodiscard]] Estimate normalInterval(const Mean& mean, double alpha);

/** b - a with Welch's interval; none if both errors are 0. `aCount`, `bCount` are the visitors. */
[[nodiscard]] std::optional<MoneyDifference> welch(const Mean& a, std::int64_t aCount, const Mean& b,
                                                   std::int64_t bCount, double alpha);
/** b - a with a normal interval; none if both errors are 0. */
[[nodiscard]] std::optional<MoneyDifference> normalDifference(const Mean& a, const Mean& b, double alpha);

/** The degrees of freedom of Welch and Satterthwaite. */
[[nodiscard]] double welchDf(double aErrorSq, std::int64_t aCount, double bErrorSq, std::int64_t bCount);

/** The difference of net money per visitor, adjusted by `before`; none if `before` does not vary or nothing is left. */
[[nodiscard]] std::optional<AdjustedDifference> netAdjusted(const UnitCounts& a, const UnitCounts& b, double alpha);
/** The squared standard error of that difference. */
[[nodiscard]] double adjustedErrorSq(const AdjustedDifference& adjusted, double rawErrorSq);

/** The difference of net money per visitor within strata; none if the strata differ, or one has fewer than two
 * visitors. */
[[nodiscard]] std::optional<StratifiedDifference> netStratified(const ArmCounts& a, const ArmCounts& b, double alpha);

/** The interval around `difference` that holds at every look, after `visitors` in both arms; none without an error. */
[[nodiscard]] std::optional<AnytimeInterval> anytimeInterval(double difference, double errorSq, double visitors,
                                                             double alpha);

/** Compares the visitors of the arms with the weights; none without visitors, with fewer than two arms, or with a
 * weight of 0. */
[[nodiscard]] std::optional<ChiSquareTest> sampleRatio(const std::vector<ArmCounts>& arms);
/** One test for each earlier experiment that the arms name. */
[[nodiscard]] std::vector<CarryOver> carryOver(const std::vector<ArmCounts>& arms);

/** What the figures of arm `at`, which is not the first, mean. `counts` has a context, and `reading` its figures. */
[[nodiscard]] ArmVerdict verdictOf(const Counts& counts, const Reading& reading, std::size_t at);

/** Holm's correction (1979) of the given p, in their order. */
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p);

}  // namespace aftermint
