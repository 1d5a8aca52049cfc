/** @file The SQL of what exports and readings of arms need. */
#pragma once

namespace aftermint {

/**
 * The beginning of a statement by the rules of `Store::sums`, for exports: `WITH` and the tables `truth`, `money` (one
 * row for each order), `taken` (one for each accept) and `counted` (the assignments that count), then a comma. Its only
 * parameter is `:now`. The sums themselves follow the same rules in `PaidOrders`; a test compares both.
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
