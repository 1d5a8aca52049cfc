-- What became of each unit of first_assignments within 30 days (`--window-days` of the export): money in minor units.
--
-- An order that the assignment names counts also if it was paid before: an offer after payment is made then.
-- seen, declined, accepted, kept: of the offers of the slice; in an experiment, of the offer of the first assignment.
CREATE OR REPLACE VIEW unit_outcomes AS
WITH money AS (
  SELECT u.compared, u.slice, u.unit,
         SUM(CASE WHEN o.order_known THEN 1 ELSE 0 END) AS orders,
         SUM(o.gross) AS gross, SUM(o.refunded) AS refunded, SUM(o.net) AS net
  FROM first_assignments AS u
  JOIN orders AS o ON o.unit = u.unit
  WHERE o.paid_at < u.assigned_at + INTERVAL '30' DAY
    AND (o.paid_at >= u.assigned_at OR o.order_id = u.order_id)
  GROUP BY u.compared, u.slice, u.unit
),
answers AS (
  SELECT u.compared, u.slice, u.unit,
         MAX(CASE WHEN x.seen_at >= u.assigned_at AND x.seen_at < u.assigned_at + INTERVAL '30' DAY
                  THEN 1 ELSE 0 END) AS seen,
         MAX(CASE WHEN x.declined_at >= u.assigned_at AND x.declined_at < u.assigned_at + INTERVAL '30' DAY
                  THEN 1 ELSE 0 END) AS declined,
         MAX(CASE WHEN x.accepted_at < u.assigned_at + INTERVAL '30' DAY
                   AND (x.accepted_at >= u.assigned_at OR x.order_id = u.order_id)
                  THEN 1 ELSE 0 END) AS accepted,
         MAX(CASE WHEN x.kept AND x.accepted_at < u.assigned_at + INTERVAL '30' DAY
                   AND (x.accepted_at >= u.assigned_at OR x.order_id = u.order_id)
                  THEN 1 ELSE 0 END) AS kept
  FROM first_assignments AS u
  JOIN offers AS x ON x.unit = u.unit
  WHERE u.compared = 'shop'
     OR (u.compared = 'placement' AND x.placement = u.slice)
     OR (u.compared = 'offer' AND x.offer = u.slice)
     OR (u.compared = 'experiment' AND x.offer = u.offer)
  GROUP BY u.compared, u.slice, u.unit
)
SELECT u.compared, u.slice, u.unit, u.arm, u.assigned_at, u.before, u.currency, u.digits,
       COALESCE(m.orders, 0) AS orders, COALESCE(m.gross, 0) AS gross,
       COALESCE(m.refunded, 0) AS refunded, COALESCE(m.net, 0) AS net,
       COALESCE(a.seen, 0) AS seen, COALESCE(a.declined, 0) AS declined,
       COALESCE(a.accepted, 0) AS accepted, COALESCE(a.kept, 0) AS kept
FROM first_assignments AS u
LEFT JOIN money AS m ON m.compared = u.compared AND m.slice = u.slice AND m.unit = u.unit
LEFT JOIN answers AS a ON a.compared = u.compared AND a.slice = u.slice AND a.unit = u.unit;
