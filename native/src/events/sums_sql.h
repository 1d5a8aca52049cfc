/** @file The SQL of the sums (sums.h). */
#pragma once

#include "events/sums.h"

namespace aftermint {

/**
 * The statement that sums for `by`, with the parameters `:now`, `:window` and `:maturity`. The text lives as long as
 * the program. It needs `exact_sum` (exact_sum.h).
 */
[[nodiscard]] const char* sumsSql(SumsBy by);

/**
 * The beginning of that statement, for others that must follow the same rules: `WITH` and the tables `truth`, `money`
 * (one row for each order), `taken` (one for each accept) and `counted` (the assignments that count), then a comma. Its
 * only parameter is `:now`.
 */
[[nodiscard]] const char* outcomesSql();

/** The earlier arms of units, with the parameter `:now`. In a group with one `min`, `arm` is that of the minimum. */
inline constexpr const char* kEarlierArms = R"sql(
WITH units AS MATERIALIZED (
  SELECT experiment, unit, min(time) AS assigned, arm FROM assignments
  WHERE experiment <> '' AND NOT holdout AND time <= :now
  GROUP BY unit, experiment
)
SELECT u.experiment, u.arm, e.experiment AS earlier_experiment, e.arm AS earlier_arm, count(*) AS units
FROM units AS u JOIN units AS e ON e.unit = u.unit AND e.experiment <> u.experiment AND e.assigned < u.assigned
GROUP BY u.experiment, u.arm, e.experiment, e.arm
ORDER BY u.experiment, u.arm, e.experiment, e.arm
)sql";

}  // namespace aftermint
