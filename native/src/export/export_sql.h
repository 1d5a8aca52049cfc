/** @file The SQL of the exported tables. */
#pragma once

namespace aftermint {

// Each text lives as long as the program, and has the parameter `:now`; that of orders also `:window`.

/** Assignments, by unit, placement, experiment and offer. */
[[nodiscard]] const char* assignmentRowsSql();
/** Orders by id, with the first assignment of their unit. */
[[nodiscard]] const char* orderRowsSql();
/** What is known of offers, by unit, placement, offer and time: one row for each fact (offer_rows.h). */
[[nodiscard]] const char* offerFactsSql();

}  // namespace aftermint
