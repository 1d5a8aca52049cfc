-- One row for each unit in each comparison: what it was assigned to first.
--
-- compared: shop, placement, offer or experiment; slice: which of them ('' for the shop). The holdout is the baseline
-- of the first three, so their arms are `offered` and `holdout`. Experiments have the arms of the book, and `holdout`.
CREATE OR REPLACE VIEW first_assignments AS
WITH slices AS (
  SELECT 'shop' AS compared, '' AS slice, a.* FROM assignments AS a WHERE a.experiment = 'aftermint/holdout'
  UNION ALL
  SELECT 'placement' AS compared, a.placement AS slice, a.* FROM assignments AS a
  WHERE a.experiment = 'aftermint/holdout'
  UNION ALL
  SELECT 'offer' AS compared, a.offer AS slice, a.* FROM assignments AS a WHERE a.experiment = 'aftermint/holdout'
  UNION ALL
  SELECT 'experiment' AS compared, a.experiment AS slice, a.* FROM assignments AS a
  WHERE a.experiment <> 'aftermint/holdout'
),
numbered AS (
  SELECT s.*, ROW_NUMBER() OVER (PARTITION BY compared, slice, unit ORDER BY assigned_at, offer) AS nth
  FROM slices AS s
)
SELECT compared, slice, unit, arm, assigned_at, placement, offer, order_id, before, currency, digits
FROM numbered
WHERE nth = 1;
