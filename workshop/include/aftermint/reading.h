/**
 * @file The Reading: what counts mean. Rates, money per visitor, and each arm compared with the first one.
 *
 * docs/results.md explains every figure to a shop's owner. Money is in minor units, as a double. A figure that is not
 * defined is absent, and `null` in JSON: of nobody, of one visitor where a variance is needed, and with a standard
 * error of 0.
 */
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aftermint/codec.h"
#include "aftermint/counts.h"
#include "aftermint/reading_verdict.h"

namespace aftermint {

/** Counts of an experiment, or of offers against the holdout. */
struct Counts {
  double alpha = 0.05;                         ///< of every interval: 0.05 gives 95 %; above 0 and below 1
  std::vector<ArmCounts> arms;                 ///< 1 to 100; the first is the baseline
  std::optional<ReadingContext> context = {};  ///< with it, each arm but the first gets a verdict
};

/** A figure with its interval. */
struct Estimate {
  double value = 0;
  double low = 0, high = 0;  ///< the ends of the interval
};

/** The difference of two rates. */
struct RateDifference {
  double difference = 0;
  double low = 0, high = 0;
  std::optional<double> p;  ///< absent if nobody or everybody bought
};

/** The difference of two amounts. */
struct MoneyDifference {
  double difference = 0;
  double low = 0, high = 0;
  double p = 1;
  std::optional<double> df;          ///< degrees of freedom; absent for a normal interval
  std::optional<Estimate> relative;  ///< as a share of the baseline; absent if that is 0
};

/** The difference of two amounts after what was known before is taken out (ANCOVA, also called CUPED). */
struct AdjustedDifference {
  double difference = 0;
  double low = 0, high = 0;
  double p = 1;
  double df = 0;
  double theta = 0;         ///< how much of `before` is taken out: the slope within arms
  double varianceKept = 1;  ///< squared standard error, as a share of that without the adjustment
};

/** An interval that holds at every look, and its p. */
struct AnytimeInterval {
  double low = 0, high = 0;
  double p = 1;
};

/** The difference of two amounts after visitors are compared only with those of their own stratum. */
struct StratifiedDifference {
  double difference = 0;
  double low = 0, high = 0;
  double p = 1;
};

template <class T>
struct GrossAndNet {
  std::optional<T> gross, net;
};

/** An arm compared with the baseline. */
struct Comparison {
  std::optional<RateDifference> conversion;
  GrossAndNet<MoneyDifference> aov;
  GrossAndNet<MoneyDifference> valuePerVisitor;
  std::optional<AdjustedDifference> netAdjusted;
  std::optional<StratifiedDifference> netStratified;  ///< only if both arms have the same strata
  std::optional<AnytimeInterval> anytimeConversion, anytimeNet, anytimeNetAdjusted;
  std::optional<double> pHolm;  ///< p of `valuePerVisitor.net`, corrected for the number of arms
};

/** The figures of one arm. */
struct ArmReading {
  std::string name;
  std::optional<Estimate> takeRate;  ///< accepts of exposed visitors; absent also if there are more accepts
  std::int64_t acceptedUnseen = 0;   ///< how many accepts there are above the exposed visitors
  std::optional<Estimate> conversion;
  GrossAndNet<Estimate> aov;                 ///< money per order
  GrossAndNet<Estimate> valuePerVisitor;     ///< money per visitor
  std::optional<Comparison> versusBaseline;  ///< absent for the first arm
  std::optional<ArmVerdict> verdict;         ///< absent for the first arm, and without a context
};

/** A chi-square test. */
struct ChiSquareTest {
  double chiSquare = 0;
  std::int64_t df = 0;
  double p = 1;
  bool alarm = false;  ///< p is below 0.001
};

/** Whether an earlier experiment's arms are spread evenly over the arms of this one. */
struct CarryOver {
  std::string experiment;  ///< id of the earlier one
  ChiSquareTest test;
};

struct Reading {
  double alpha = 0.05;
  std::vector<ArmReading> arms;      ///< in the order of the counts
  std::optional<ChiSquareTest> srm;  ///< sample ratio mismatch: visitors against the weights; absent without weights
  std::vector<CarryOver> carryOver;  ///< by the name of the experiment
};

/**
 * Interprets counts. Methods, each checked against R (docs/results.md):
 *
 * - rates: Wilson's score interval; differences: Newcombe's hybrid of two of them (1998, method 10), p of the
 * chi-square test without continuity correction
 * - money per order: ratio of sums, standard error by the delta method over visitors (Deng et al. 2018), normal
 * quantile
 * - money per visitor: Student's interval; differences: Welch and Satterthwaite; relative differences: delta method
 * - adjusted: pooled slope within the two arms, Welch on the residual variances; a residual variance under 10^-9 of
 * what it is left of counts as 0
 * - anytime: asymptotic confidence sequence (Waudby-Smith et al., arXiv 2103.06476, eq. 9), tuned for 5,000 visitors
 * - stratified: weighted by the strata's share of both arms (Miratrix, Sekhon and Yu 2013)
 */
[[nodiscard]] Reading read(const Counts& counts);

/** Reads counts from JSON (docs/formats.md, Counts). Faults have code `json_syntax` or `counts_schema`. */
[[nodiscard]] Decoded<Counts> decodeCounts(std::string_view text, const Limits& limits = {});

/** Counts as compact JSON, as `decodeCounts` reads them. */
[[nodiscard]] std::string encode(const Counts& counts);

/** A reading as compact JSON: `{"ok":true,"arms":[…],"srm":{…}}`. */
[[nodiscard]] std::string encode(const Reading& reading);

}  // namespace aftermint
