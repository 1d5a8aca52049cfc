/** @file Names of groups: ids for the page, and titles for people. */
#pragma once

#include <string>

#include "report/report.h"

namespace aftermint::report {

/** The id of a group on the page: the same for the same group in every report. */
[[nodiscard]] std::string pageIdOf(const ReportGroup& group);

/** The placement's code that the group's offer is shown at; empty if there are several or it is not known. */
[[nodiscard]] std::string placementOf(const ReportGroup& group, const IndexedBook* book);

/** The title for people: of the offer's products, of the placement or of the week. Never empty. */
[[nodiscard]] std::string titleOf(const ReportGroup& group, const IndexedBook* book);

/** Ids and placement in one line. */
[[nodiscard]] std::string whereOf(const ReportGroup& group, const IndexedBook* book);

}  // namespace aftermint::report
