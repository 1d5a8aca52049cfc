/** @file The verdicts of a group, in plain words. */
#pragma once

#include <string>
#include <vector>

#include "report/numbers.h"
#include "report/page.h"
#include "report/report.h"

namespace aftermint::report {

/** What the headlines of a group need besides the group. */
struct HeadlineContext {
  std::string id, title;  ///< of the group on the page
  MoneyText money;
};

/** One headline per arm that is compared; one that says why, if no comparison is possible; none for a week. */
[[nodiscard]] std::vector<Headline> headlinesOf(const ReportGroup& group, const HeadlineContext& context);

}  // namespace aftermint::report
