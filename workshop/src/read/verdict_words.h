/** @file The sentences of a verdict. */
#pragma once

#include "aftermint/reading.h"

namespace aftermint {

/** A difference of net value per visitor with both of its intervals. */
struct NetFigure {
  double difference = 0;
  double low = 0, high = 0;
  double p = 1;
  bool isAdjusted = false;
  std::optional<AnytimeInterval> anytime;
};

/** What is known when an arm is judged. */
struct VerdictCase {
  double alpha;
  const Reading& reading;
  const ArmCounts& first;  ///< the baseline
  const ArmCounts& arm;
  const ArmReading& figures;  ///< of the arm
  const Comparison& comparison;
  const ReadingContext& context;
  std::optional<NetFigure> net = {};
  double netP = 1;  ///< of `net`, corrected for the number of arms
  bool isBroken = false;
  const Benchmark* benchmark = nullptr;

  [[nodiscard]] bool isLargeEnough() const;
  [[nodiscard]] bool isLongEnough() const;
};

/** Fills in everything of the verdict but `verdict` and `certainty`, which are decided. */
void describe(const Counts& counts, const VerdictCase& in, ArmVerdict& out);

}  // namespace aftermint
