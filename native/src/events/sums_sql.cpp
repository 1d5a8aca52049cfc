#include "events/sums_sql.h"

#include <array>
#include <string>

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

/** How a slice divides the assignments, and which events of a unit belong to it. */
struct SliceSql {
  const char* units;    ///< first assignments: slice, unit, assigned, arm, offer, order_id, before
  const char* related;  ///< whether the event `e` (offer, placement, seq) belongs to the unit `u`
};

constexpr const char* kOfferedOrHoldout = "CASE holdout WHEN 1 THEN 'holdout' ELSE 'offered' END";

SliceSql sliceSql(SumsBy by) {
  switch (by) {
    case SumsBy::Placement:
      return {"placement", "e.placement = u.slice"};
    case SumsBy::Offer:
      return {"offer", "e.offer = u.slice"};
    case SumsBy::Experiment:
      return {"experiment",
              "(e.offer = u.offer OR EXISTS (SELECT 1 FROM event_arms WHERE event = e.seq AND experiment = u.slice))"};
    case SumsBy::All:
      break;
  }
  return {"''", "true"};
}

/** In a group with one `min`, SQLite takes the other columns from the row that has the minimum. */
std::string unitsSql(SumsBy by, const SliceSql& slice) {
  const bool byExperiment = by == SumsBy::Experiment;
  return "units AS MATERIALIZED (SELECT " + std::string(slice.units) + " AS slice, unit, min(time) AS assigned, " +
         (byExperiment ? "CASE holdout WHEN 1 THEN 'holdout' ELSE arm END" : kOfferedOrHoldout) +
         " AS arm, offer, order_id, before FROM counted WHERE experiment " + (byExperiment ? "<>" : "=") +
         " '' GROUP BY unit" + (by == SumsBy::All ? "" : std::string(", ") + slice.units) +
         " HAVING assigned >= :from),\n";
}

/** An order that the assignment names counts also if it was paid before it: an offer after payment is made then. */
constexpr const char* kUnitMoney = R"sql(
unit_money AS MATERIALIZED (
  SELECT u.slice, u.unit, sum(m.is_order) AS orders, sum(m.gross) AS gross, sum(m.refunded) AS refunded,
         sum(m.is_order AND m.paid > :now - :maturity) AS immature_orders,
         sum(CASE WHEN m.paid > :now - :maturity THEN m.gross ELSE 0 END) AS immature_gross
  FROM money AS m CROSS JOIN units AS u ON u.unit = m.owner
  WHERE m.paid < u.assigned + :window AND (m.paid >= u.assigned OR m.order_id = u.order_id)
  GROUP BY u.slice, u.unit
),
)sql";

/**
 * Who bought before the assignment. The store must know it of everybody alike: what only buyers tell would divide the
 * arms by what the offer did to them.
 */
constexpr const char* kReturning = R"sql(
returning_units AS MATERIALIZED (
  SELECT DISTINCT u.slice, u.unit
  FROM money AS m CROSS JOIN units AS u ON u.unit = m.owner
  WHERE m.is_order AND m.paid < u.assigned AND m.order_id <> u.order_id
),
)sql";

/** CROSS JOIN: there are few accepts and many units, so the units must be the inner loop, searched by their id. */
std::string unitAcceptsSql(const SliceSql& slice) {
  return "unit_accepts AS MATERIALIZED (SELECT u.slice, u.unit, max(NOT e.is_undone) AS stands, "
         "max(NOT e.is_undone AND NOT e.is_refunded) AS is_kept FROM taken AS e CROSS JOIN units AS u ON u.unit = "
         "e.owner "
         "WHERE e.time < u.assigned + :window AND (e.time >= u.assigned OR (e.order_id = u.order_id AND u.order_id <> "
         "'')) AND " +
         std::string(slice.related) + " GROUP BY u.slice, u.unit),\n";
}

std::string seenSql(const char* type, const SliceSql& slice) {
  return "EXISTS (SELECT 1 FROM events AS e WHERE e.unit = u.unit AND e.type IN ('exposure', 'decline') AND e.type = "
         "'" +
         std::string(type) + "' AND e.time >= u.assigned AND e.time < u.assigned + :window AND e.time <= :now AND " +
         slice.related + ")";
}

std::string outcomesOfUnitsSql(const SliceSql& slice) {
  return "outcomes AS (SELECT u.slice, u.unit, u.arm, u.before, u.assigned, "
         "coalesce(m.orders, 0) AS orders, coalesce(m.gross, 0) AS gross, coalesce(m.refunded, 0) AS refunded, "
         "coalesce(m.gross, 0) - coalesce(m.refunded, 0) AS net, coalesce(m.immature_orders, 0) AS immature_orders, "
         "coalesce(m.immature_gross, 0) AS immature_gross, "
         "CASE WHEN substr(u.unit, 1, 6) = 'order:' THEN '' WHEN r.unit IS NULL THEN 'first' ELSE 'returning' END "
         "AS buyer, "
         "a.unit IS NOT NULL AS accepted, coalesce(a.stands, 0) AS stands, coalesce(a.is_kept, 0) AS is_kept, " +
         seenSql("exposure", slice) + " AS seen, " + seenSql("decline", slice) +
         " AS declined "
         "FROM units AS u LEFT JOIN unit_money AS m ON m.slice = u.slice AND m.unit = u.unit "
         "LEFT JOIN returning_units AS r ON r.slice = u.slice AND r.unit = u.unit "
         "LEFT JOIN unit_accepts AS a ON a.slice = u.slice AND a.unit = u.unit)\n";
}

/** A week begins on Monday: 1970-01-01 was a Thursday, and 259,200,000 ms are three days. */
constexpr const char* kSums = R"sql(
SELECT slice, arm, (assigned + 259200000) / 604800000 * 604800000 - 259200000 AS week, buyer,
       count(*) AS visitors, sum(orders > 0) AS buyers, sum(seen) AS exposed, sum(stands) AS accepts,
       sum(declined) AS declined, sum(accepted) AS accepted, sum(accepted AND NOT stands) AS undone,
       sum(is_kept) AS kept, sum(stands AND NOT seen) AS accepted_unseen,
       sum(substr(unit, 1, 6) = 'order:') AS order_units, sum(orders) AS orders,
       sum(immature_orders) AS immature_orders, sum(assigned + :window > :now) AS open_windows,
       exact_sum(immature_gross) AS immature_gross, exact_sum(refunded) AS refunded,
       exact_sum(orders, orders) AS orders_sq, exact_sum(before) AS before_sum, exact_sum(before, before) AS before_sq,
       exact_sum(gross) AS gross_sum, exact_sum(gross, gross) AS gross_sq, exact_sum(gross, orders) AS gross_orders,
       exact_sum(gross, before) AS gross_before, exact_sum(net) AS net_sum, exact_sum(net, net) AS net_sq,
       exact_sum(net, orders) AS net_orders, exact_sum(net, before) AS net_before
FROM outcomes
GROUP BY slice, arm, week, buyer
)sql";

std::string statement(SumsBy by) {
  const SliceSql slice = sliceSql(by);
  return kOutcomes + unitsSql(by, slice) + kUnitMoney + kReturning + unitAcceptsSql(slice) + outcomesOfUnitsSql(slice) +
         kSums;
}

}  // namespace

const char* outcomesSql() { return kOutcomes; }

const char* sumsSql(SumsBy by) {
  // Statements are cached by address, so each has one text for good.
  static const std::array texts = {statement(SumsBy::All), statement(SumsBy::Placement), statement(SumsBy::Offer),
                                   statement(SumsBy::Experiment)};
  return texts[static_cast<std::size_t>(by)].c_str();
}

}  // namespace aftermint
