/** @file A report in words: as the results page, and as plain text. */
#pragma once

#include <string>

#include "report/page.h"
#include "report/report.h"

namespace aftermint::report {

/** How a report is written. */
struct PageStyle {
  std::string locale = "en";          ///< BCP 47, for amounts
  const IndexedBook* book = nullptr;  ///< for titles and placements; may be null
  bool hasWays = false;               ///< link to the other divisions with `?by=`
  int liveSeconds = 0;                ///< how often the page asks for newer figures; 0: never
};

/** Everything on the results page. */
[[nodiscard]] Page pageOf(const Report& report, const PageStyle& style);

/** The page as plain text: verdicts first, then the table of each figure. */
[[nodiscard]] std::string textOf(const Page& page);

}  // namespace aftermint::report
