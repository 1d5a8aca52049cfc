/** @file Verdicts: what the figures of an arm mean for its owner, and what to test next. */
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/codes.h"

namespace aftermint {

/** What a verdict needs to know besides the counts. */
struct ReadingContext {
  std::optional<Placement> placement;  ///< of the offer; absent for several placements: no benchmark applies
  std::int64_t days = 0;               ///< whole days since the first assignment
  std::int64_t minOrders = 300;        ///< completed orders that each of two compared arms needs
  std::int64_t minDays = 30;           ///< how long a comparison must run
  bool firstIsHoldout = true;          ///< the first arm saw no offer
  double immatureShare = 0;            ///< 0 to 1: the share of orders that are so young that they may come back
};

/** What is usual, by docs/craft.md. Shares of 1. */
struct Benchmark {
  Placement placement = Placement::Checkout;
  double low = 0, high = 0;  ///< the usual take-rate
  double goodFrom = 0;       ///< from here the offer is fine as it is; below it, and inside the usual range, it is weak
  std::optional<double> raise;  ///< above it, a more valuable offer is worth a test
  double replicate = 0;         ///< above it, the offer fits very well
  std::string_view source;
  int year = 0;
  bool isVendorReported = true;  ///< who published it sells such offers
};

/** The benchmark of the take-rate at a placement; none where nobody published one. */
[[nodiscard]] const Benchmark* benchmarkOf(Placement placement);

/** A figure that a verdict rests on. */
struct VerdictFigure {
  std::string figure;  ///< its place in the arm's reading: `versusBaseline.anytime.conversion`
  double value = 0;
  std::optional<double> low, high;  ///< its interval; absent for a count
};

/** What the figures of an arm mean, in sentences for its owner. */
struct ArmVerdict {
  ReadingVerdict verdict = ReadingVerdict::TooEarly;
  Certainty certainty = Certainty::None;
  std::string because;                 ///< what it rests on
  std::string sure;                    ///< how sure it is
  std::string next;                    ///< the one next change
  std::vector<std::string> cautions;   ///< what else to know: returns that may still come, gaps in the events
  std::vector<VerdictFigure> figures;  ///< those that `because` names
  const Benchmark* benchmark = nullptr;
};

}  // namespace aftermint
