-- The figures of `aftermint report`, one row for each arm of each comparison: money in minor units.
--
-- net_per_visitor and its standard error are what a difference between two arms is judged by. The report does more: it
-- uses `before` (CUPED), and its intervals hold at every look.
CREATE OR REPLACE VIEW arm_results AS
SELECT compared, slice, arm,
       COUNT(*) AS visitors,
       SUM(CASE WHEN orders > 0 THEN 1 ELSE 0 END) AS buyers,
       SUM(orders) AS orders, SUM(gross) AS gross, SUM(refunded) AS refunded, SUM(net) AS net,
       SUM(seen) AS seen, SUM(declined) AS declined, SUM(accepted) AS accepted, SUM(kept) AS kept,
       AVG(CAST(net AS DOUBLE PRECISION)) AS net_per_visitor,
       STDDEV_SAMP(CAST(net AS DOUBLE PRECISION)) / SQRT(CAST(COUNT(*) AS DOUBLE PRECISION)) AS net_standard_error
FROM unit_outcomes
GROUP BY compared, slice, arm;
