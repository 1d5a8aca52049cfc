#include "export/export_sql.h"

#include <string>

#include "events/sums_sql.h"

namespace aftermint {
namespace {

constexpr const char* kAssignmentRows = R"sql(
rows AS (SELECT * FROM counted WHERE experiment <> 'aftermint/holdout')
SELECT unit, experiment, CASE WHEN holdout = 1 THEN 'holdout' WHEN experiment = '' THEN 'offered' ELSE arm END AS arm,
       time, placement, offer, holdout, order_id, before, currency, by_sight
FROM rows
ORDER BY unit, placement, experiment, offer
)sql";

// In a group with one `min`, SQLite takes the other columns from the row that has the minimum.
constexpr const char* kOrderRows = R"sql(
units AS MATERIALIZED (
  SELECT unit, min(time) AS assigned, order_id FROM counted WHERE experiment = '' GROUP BY unit
)
SELECT m.order_id, m.owner, m.paid, m.is_order, m.gross, m.refunded, u.assigned,
       u.assigned IS NOT NULL AND m.paid < u.assigned + :window AND (m.paid >= u.assigned OR m.order_id = u.order_id)
         AS in_window,
       CASE WHEN substr(m.owner, 1, 6) <> 'order:' THEN m.owner ELSE (
         SELECT max(e.visitor) FROM events AS e
         WHERE e.order_id = m.order_id AND e.type IN ('order', 'accept', 'undo', 'refund') AND e.type = 'order'
           AND e.trusted >= (SELECT server FROM truth) AND e.time <= :now AND substr(e.visitor, 1, 6) <> 'order:')
         END AS visitor,
       (SELECT max(e.currency) FROM events AS e
        WHERE e.order_id = m.order_id AND e.type IN ('order', 'accept', 'undo', 'refund')
          AND e.trusted >= (SELECT server FROM truth) AND e.time <= :now) AS currency,
       (SELECT a.before FROM assignments AS a
        WHERE a.order_id = m.order_id AND a.order_id <> '' AND a.by_sight = 0 AND a.time <= :now
        ORDER BY a.time, a.unit LIMIT 1) AS before
FROM money AS m LEFT JOIN units AS u ON u.unit = m.owner
ORDER BY m.order_id
)sql";

constexpr const char* kOfferFacts = R"sql(
facts AS (
  SELECT unit, placement, offer, order_id, time, 0 AS kind, holdout, '' AS experiment, '' AS arm, NULL AS arms,
         NULL AS visitor, NULL AS amount, currency, 0 AS is_undone, 0 AS is_refunded, 0 AS refunded
  FROM counted WHERE experiment = '' AND offer <> ''
  UNION ALL
  SELECT unit, placement, offer, order_id, time, 1, holdout, experiment, CASE holdout WHEN 1 THEN 'holdout' ELSE arm END,
         NULL, NULL, NULL, currency, 0, 0, 0
  FROM counted WHERE experiment NOT IN ('', 'aftermint/holdout') AND offer <> ''
  UNION ALL
  SELECT unit, placement, offer, order_id, time, CASE type WHEN 'exposure' THEN 2 ELSE 3 END, 0, '', '',
         NULL, NULL, NULL, currency, 0, 0, 0
  FROM events
  WHERE type IN ('exposure', 'decline') AND unit <> '' AND offer <> '' AND time <= :now
    AND (placement NOT IN ('post_purchase', 'thank_you') OR NOT (SELECT server FROM truth)
         OR (order_id, unit) IN (SELECT order_id, owner FROM money) OR unit IN (SELECT unit FROM counted))
  UNION ALL
  SELECT t.owner, t.placement, t.offer, t.order_id, t.time, 4, 0, '', '',
         (SELECT json_group_array(json_object('experiment', experiment, 'arm', arm)) FROM event_arms
          WHERE event = t.seq AND experiment <> 'aftermint/holdout'),
         CASE WHEN substr(t.owner, 1, 6) = 'order:' AND t.order_id <> '' THEN (
           SELECT max(b.visitor) FROM events AS b
           WHERE b.order_id = t.order_id AND b.type IN ('order', 'accept', 'undo', 'refund')
             AND b.trusted >= (SELECT server FROM truth) AND b.time <= :now AND substr(b.visitor, 1, 6) <> 'order:') END,
         coalesce(e.amount, 0), e.currency, t.is_undone, t.is_refunded,
         (SELECT coalesce(sum(b.amount), 0) FROM events AS b
          WHERE b.order_id = t.order_id AND b.type IN ('order', 'accept', 'undo', 'refund') AND b.type = 'refund'
            AND b.trusted >= (SELECT server FROM truth) AND b.time <= :now AND b.order_id <> '' AND b.offer = t.offer)
  FROM taken AS t CROSS JOIN events AS e ON e.seq = t.seq
  WHERE t.owner <> '' AND t.offer <> ''
)
SELECT * FROM facts ORDER BY unit, placement, offer, time, kind, experiment
)sql";

}  // namespace

const char* assignmentRowsSql() {
  static const std::string text = std::string(outcomesSql()) + kAssignmentRows;
  return text.c_str();
}

const char* orderRowsSql() {
  static const std::string text = std::string(outcomesSql()) + kOrderRows;
  return text.c_str();
}

const char* offerFactsSql() {
  static const std::string text = std::string(outcomesSql()) + kOfferFacts;
  return text.c_str();
}

}  // namespace aftermint
