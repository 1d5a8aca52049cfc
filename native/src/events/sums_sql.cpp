#include "events/sums_sql.h"

namespace aftermint {
namespace {

/**
 * Money by order, and accepts.
 *
 * `truth`: once a server has written an order, only servers' events count for money and accepts. `money` has one row
 * for each order. Its unit is the visitor that the order names, if that visitor was ever assigned; else the first unit
 * whose assignment names the order; else the order itself. So an order has one unit and counts once. `counted` are the
 * assignments that count: after payment, only those of an order's own unit, so that invented orders make no visitors.
 */
constexpr const char* kOutcomes = R"sql(
WITH truth AS MATERIALIZED (
  SELECT EXISTS (SELECT 1 FROM events WHERE trusted = 1 AND type = 'order' AND time <= :now) AS server
),
money AS MATERIALIZED (
  SELECT order_id,
         max(type = 'order') AS is_order,
         coalesce(min(CASE type WHEN 'order' THEN time END), min(CASE type WHEN 'accept' THEN time END)) AS paid,
         coalesce(max(CASE WHEN type = 'order' AND visitor <> '' AND EXISTS (
                             SELECT 1 FROM assignments WHERE unit = e.visitor AND time <= :now) THEN visitor END),
                  max(CASE WHEN type = 'accept' AND visitor <> '' AND EXISTS (
                             SELECT 1 FROM assignments WHERE unit = e.visitor AND time <= :now) THEN visitor END),
                  (SELECT unit FROM assignments AS named
                   WHERE named.order_id = e.order_id AND named.order_id <> '' AND named.time <= :now
                   ORDER BY named.time, named.unit LIMIT 1),
                  'order:' || order_id) AS owner,
         sum(gross_change) AS gross,
         sum(CASE type WHEN 'refund' THEN coalesce(amount, 0) ELSE 0 END) AS refunded
  FROM events AS e
  WHERE type IN ('order', 'accept', 'undo', 'refund') AND trusted >= (SELECT server FROM truth) AND time <= :now
    AND order_id <> ''
  GROUP BY order_id
  HAVING paid IS NOT NULL
),
taken AS MATERIALIZED (
  SELECT e.seq, e.order_id, e.offer, e.placement, e.time, coalesce(m.owner, e.unit) AS owner,
         e.order_id <> '' AND EXISTS (
           SELECT 1 FROM events AS b
           WHERE b.order_id = e.order_id AND b.type IN ('order', 'accept', 'undo', 'refund') AND b.type = 'undo'
             AND b.trusted >= (SELECT server FROM truth) AND b.time <= :now AND b.offer = e.offer) AS is_undone,
         coalesce(m.refunded > 0 AND m.refunded >= m.gross, 0) OR (
           SELECT coalesce(sum(b.amount), 0) >= max(coalesce(e.amount, 0), 1) FROM events AS b
           WHERE b.order_id = e.order_id AND b.type IN ('order', 'accept', 'undo', 'refund') AND b.type = 'refund'
             AND b.trusted >= (SELECT server FROM truth) AND b.time <= :now AND b.order_id <> ''
             AND b.offer = e.offer) AS is_refunded
  FROM events AS e LEFT JOIN money AS m ON m.order_id = e.order_id
  WHERE e.type IN ('order', 'accept', 'undo', 'refund') AND e.type = 'accept'
    AND e.trusted >= (SELECT server FROM truth) AND e.time <= :now
),
counted AS (
  SELECT * FROM assignments
  WHERE time <= :now AND (placement NOT IN ('post_purchase', 'thank_you') OR NOT (SELECT server FROM truth)
                          OR (order_id, unit) IN (SELECT order_id, owner FROM money))
),
)sql";

}  // namespace

const char* outcomesSql() { return kOutcomes; }

}  // namespace aftermint
