/** @file The figures of a group of a report. */
#pragma once

#include <string>
#include <vector>

#include "report/numbers.h"
#include "report/report.h"

namespace aftermint::report {

/** What the figures of a group need besides the group. */
struct FigureContext {
  std::string id;         ///< of the group: the figures' ids begin with it
  std::string placement;  ///< its code; empty: several or not known
  MoneyText money;
  int maturityDays = 14;
};

/**
 * The figures, in the order of the page: take-rate, net value over the weeks (one per arm), net value per visitor,
 * conversion, funnel, returns, split. Figures without a number are left out.
 */
[[nodiscard]] std::vector<Figure> figuresOf(const ReportGroup& group, const FigureContext& context);

}  // namespace aftermint::report
