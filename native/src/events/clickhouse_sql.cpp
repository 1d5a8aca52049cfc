#include "events/clickhouse_sql.h"

#include <initializer_list>
#include <string>

namespace aftermint {
namespace {

/** Added to a number, so that its 16 digits sort as the number does. */
constexpr const char* kSortable = "1000000000000000";

std::string sortable(const std::string& number) { return "toString(" + number + " + " + kSortable + ")"; }
std::string fromSortable(const std::string& text) { return "(toInt64(" + text + ") - " + kSortable + ")"; }

/**
 * The row with the smallest values in this order, as a list of texts: ClickHouse compares one text much faster than a
 * tuple. No text of an event has a NUL, which separates them.
 */
std::string smallest(std::initializer_list<std::string> columns) {
  std::string list;
  for (const std::string& column : columns) list += (list.empty() ? "" : R"(, '\0', )") + column;
  return R"(splitByChar('\0', min(concat()" + list + ")))";
}

std::string trustedFrom(bool server) { return server ? "trusted = 1" : "1"; }

}  // namespace

std::string moneyEventsSql(Millis now, bool hasRepeats) {
  // A repeat that comes after the repeats were listed passes the condition, so one row of a key is taken.
  return "SELECT trusted, type, order_id, time, offer, placement, visitor, unit, amount, gross_change, currency, "
         "experiments, arms FROM events WHERE " +
         eventCondition(1, hasRepeats) + " AND time <= " + std::to_string(now) + " LIMIT 1 BY h1, h2";
}

std::string keptRepeatsSql() {
  return "SELECT argMax(m_h1, m_version) AS k1, argMax(m_h2, m_version) AS k2, max(m_version) AS kept_version FROM "
         "(SELECT "
         "h1 AS m_h1, h2 AS m_h2, max(version) AS m_version, argMax(i1, version) AS m_i1, argMax(i2, version) AS m_i2 "
         "FROM events WHERE class > 0 AND "
         "((h1, h2) GLOBAL IN (SELECT h1, h2 FROM repeated_keys) OR (i1, i2) GLOBAL IN (SELECT i1, i2 FROM "
         "repeated_ids)) GROUP BY h1, h2) GROUP BY m_i1, m_i2";
}

std::string eventCondition(int eventClass, bool hasRepeats) {
  const std::string condition = "class = " + std::to_string(eventClass);
  if (!hasRepeats) return condition;
  return condition +
         " AND (((h1, h2) GLOBAL NOT IN (SELECT h1, h2 FROM repeated_keys) AND (i1, i2) GLOBAL NOT IN (SELECT i1, i2 "
         "FROM repeated_ids)) OR (h1, h2, version) GLOBAL IN (SELECT k1, k2, kept_version FROM kept_repeats))";
}

std::string assignedSql(Millis now, bool hasRepeats) {
  // A row without an experiment compares the offers with the holdout; one more row for each experiment.
  return "SELECT unit, placement, experiment, offer, " + fromSortable("f[1]") +
         " AS time, toUInt8(f[2]) AS by_sight, f[3] AS order_id, f[4] AS arm, " + fromSortable("f[5]") +
         " AS before, toUInt8(f[6]) AS holdout, f[7] AS currency FROM (SELECT unit, placement, experiment, offer, " +
         smallest({sortable("time"), "toString(by_sight)", "order_id", "arm", sortable("before"), "toString(holdout)",
                   "currency"}) +
         " AS f FROM (SELECT unit, placement, offer, time, by_sight, order_id, before, holdout, currency, experiment, "
         "arm FROM events ARRAY JOIN arrayPushFront(experiments, '') AS experiment, arrayPushFront(arms, '') AS arm "
         "WHERE " +
         eventCondition(2, hasRepeats) + " AND type != 'decline' AND unit != '' AND time <= " + std::to_string(now) +
         ") GROUP BY unit, placement, experiment, offer)";
}

std::string moneySql(bool server) {
  return "SELECT order_id, is_order, paid, gross, refunded, multiIf(by_order != '', by_order, by_accept != '', "
         "by_accept, named != '', named, concat('order:', order_id)) AS owner FROM (SELECT order_id, max(type = "
         "'order') AS is_order, max(type = 'accept') AS is_accept, if(max(type = 'order') = 1, minIf(time, type = "
         "'order'), minIf(time, type = 'accept')) AS paid, sum(gross_change) AS gross, sumIf(amount, type = 'refund') "
         "AS refunded, max(if(type = 'order' AND known, visitor, '')) AS by_order, max(if(type = 'accept' AND known, "
         "visitor, '')) AS by_accept FROM (SELECT order_id, type, time, gross_change, amount, visitor, visitor IN "
         "(SELECT unit FROM assigned) AS known FROM money_events WHERE " +
         trustedFrom(server) +
         " AND order_id != '') GROUP BY order_id) AS l ANY LEFT JOIN (SELECT order_id, substring(min(concat(" +
         sortable("time") +
         R"(, '\0', unit)), 18) AS named FROM assigned WHERE order_id != '' GROUP BY order_id) AS r USING (order_id) )"
         "WHERE is_order = 1 OR is_accept = 1";
}

std::string countedSql(bool server) {
  if (!server) return "SELECT * FROM assigned";
  return "SELECT * FROM assigned WHERE placement NOT IN ('post_purchase', 'thank_you') OR (order_id, unit) IN "
         "(SELECT order_id, owner FROM money)";
}

std::string takenSql(bool server) {
  return "SELECT order_id, offer, placement, time, experiments, arms, amount, currency, offer_refunded, if(owner != "
         "'', "
         "owner, unit) AS taker, order_id != '' AND offer_undone = 1 AS is_undone, (refunded > 0 AND refunded >= "
         "gross) "
         "OR (offer_refunded >= if(amount > 1, amount, 1)) AS is_refunded FROM (SELECT order_id, offer, placement, "
         "time, "
         "unit, experiments, arms, amount, currency, gross, refunded, owner FROM (SELECT order_id, offer, placement, "
         "time, unit, experiments, arms, amount, currency FROM money_events WHERE type = 'accept' AND " +
         trustedFrom(server) +
         ") AS l ANY LEFT JOIN (SELECT order_id, gross, refunded, owner FROM money) AS r USING (order_id)) AS l ANY "
         "LEFT JOIN (SELECT "
         "order_id, offer, max(type = 'undo') AS offer_undone, sumIf(amount, type = 'refund') AS offer_refunded FROM "
         "money_events WHERE order_id != '' AND " +
         trustedFrom(server) + " GROUP BY order_id, offer) AS r USING (order_id, offer)";
}

namespace {

/** How a slice divides the assignments, and which events of a unit belong to it. */
struct ClickHouseSlice {
  const char* slice;    ///< of `assigned`
  const char* arm;      ///< of `assigned`
  const char* related;  ///< whether an event (e_offer, e_placement, e_experiments) belongs to a unit (slice, u_offer)
};

ClickHouseSlice clickHouseSlice(SumsBy by) {
  constexpr const char* kOffered = "if(holdout = 1, 'holdout', 'offered')";
  switch (by) {
    case SumsBy::Placement:
      return {"placement", kOffered, "e_placement = slice"};
    case SumsBy::Offer:
      return {"offer", kOffered, "e_offer = slice"};
    case SumsBy::Experiment:
      return {"experiment", "if(holdout = 1, 'holdout', arm)", "(e_offer = u_offer OR has(e_experiments, slice))"};
    case SumsBy::All:
      break;
  }
  return {"''", kOffered, "1"};
}

std::string unitMoneySql(const SumsQuery& query) {
  const std::string counts =
      "paid < assigned + " + std::to_string(query.window) + " AND (paid >= assigned OR m_order = u_order)";
  const std::string young = counts + " AND paid > " + std::to_string(query.now - query.maturity);
  return "SELECT slice, unit, sumIf(is_order, " + counts + ") AS unit_orders, sumIf(gross, " + counts +
         ") AS unit_gross, sumIf(refunded, " + counts + ") AS unit_refunded, sumIf(is_order, " + young +
         ") AS unit_young, sumIf(gross, " + young +
         ") AS young_gross, max(is_order = 1 AND paid < assigned AND m_order != u_order) AS is_returning FROM (SELECT "
         "slice, unit, assigned, u_order FROM units) AS l ALL INNER JOIN (SELECT owner AS unit, order_id AS m_order, "
         "is_order, paid, gross, refunded FROM money) AS r USING (unit) GROUP BY slice, unit";
}

std::string unitAcceptsSql(const SumsQuery& query, const ClickHouseSlice& slice) {
  return "SELECT slice, unit, 1 AS accepted, max(is_undone = 0) AS stands, max(is_undone = 0 AND is_refunded = 0) AS "
         "is_kept FROM (SELECT slice, unit, assigned, u_order, u_offer FROM units) AS l ALL INNER JOIN (SELECT taker "
         "AS "
         "unit, "
         "order_id AS e_order, offer AS e_offer, placement AS e_placement, experiments AS e_experiments, time AS "
         "e_time, "
         "is_undone, is_refunded FROM taken) AS r USING (unit) WHERE e_time < assigned + " +
         std::to_string(query.window) + " AND (e_time >= assigned OR (e_order = u_order AND u_order != '')) AND " +
         slice.related + " GROUP BY slice, unit";
}

std::string unitSeenSql(const SumsQuery& query, const ClickHouseSlice& slice, bool hasRepeats) {
  return "SELECT slice, unit, max(is_seen) AS seen, max(is_seen = 0) AS declined FROM (SELECT unit, type = 'exposure' "
         "AS "
         "is_seen, offer AS e_offer, placement AS e_placement, experiments AS e_experiments, time AS e_time FROM "
         "events "
         "WHERE " +
         eventCondition(2, hasRepeats) +
         " AND type IN ('exposure', 'decline') AND unit != '' AND time <= " + std::to_string(query.now) +
         ") AS l ALL INNER JOIN (SELECT slice, unit, assigned, u_offer FROM units) AS r USING (unit) WHERE e_time >= "
         "assigned "
         "AND "
         "e_time < assigned + " +
         std::to_string(query.window) + " AND " + slice.related + " GROUP BY slice, unit";
}

/** The sum of the products of two columns, which 64 bits do not hold. */
std::string exactSum(const char* a, const char* b) {
  return std::string("sum(toDecimal128(") + a + ", 0) * toDecimal128(" + b + ", 0))";
}

}  // namespace

std::string clickHouseUnitsSql(SumsBy by, Millis from) {
  const ClickHouseSlice slice = clickHouseSlice(by);
  return "SELECT slice, unit, " + fromSortable("f[1]") +
         " AS assigned, f[3] AS u_offer, f[4] AS arm, f[5] AS u_order, " + fromSortable("f[6]") +
         " AS before FROM (SELECT slice, unit, " +
         smallest({sortable("time"), "placement", "offer", "unit_arm", "order_id", sortable("before")}) +
         " AS f FROM (SELECT " + slice.slice + " AS slice, unit, time, placement, offer, " + slice.arm +
         " AS unit_arm, order_id, before FROM counted WHERE experiment " + (by == SumsBy::Experiment ? "!=" : "=") +
         " '') GROUP BY slice, unit) WHERE assigned >= " + std::to_string(from);
}

std::string clickHouseSumsSql(const SumsQuery& query, bool hasRepeats) {
  const ClickHouseSlice slice = clickHouseSlice(query.by);
  const std::string outcomes =
      "SELECT slice, unit, assigned, arm, before, orders, unit_gross, unit_refunded, unit_gross - unit_refunded AS "
      "net, "
      "young_orders, young_gross, is_returning, accepted, stands, is_kept, seen, declined FROM (SELECT slice, unit, "
      "assigned, arm, before, orders, unit_gross, unit_refunded, young_orders, young_gross, is_returning, accepted, "
      "stands, is_kept FROM (SELECT slice, unit, assigned, arm, before, toInt64(unit_orders) AS orders, unit_gross, "
      "unit_refunded, toInt64(unit_young) AS young_orders, young_gross, is_returning FROM (SELECT slice, unit, "
      "assigned, arm, before FROM units) AS l ANY LEFT JOIN (" +
      unitMoneySql(query) + ") AS r USING (slice, unit)) AS l ANY LEFT JOIN (" + unitAcceptsSql(query, slice) +
      ") AS r USING (slice, unit)) AS l ANY LEFT JOIN (" + unitSeenSql(query, slice, hasRepeats) +
      ") AS r USING (slice, unit)";
  std::string sums;
  for (const auto& [a, b] : {std::pair{"orders", "orders"},
                             {"before", "before"},
                             {"unit_gross", "unit_gross"},
                             {"unit_gross", "orders"},
                             {"unit_gross", "before"},
                             {"net", "net"},
                             {"net", "orders"},
                             {"net", "before"}}) {
    sums += ", " + exactSum(a, b);
  }
  for (const char* column : {"before", "unit_gross", "net", "young_gross", "unit_refunded"}) {
    sums += std::string(", sum(toDecimal128(") + column + ", 0))";
  }
  // The last column bounds every product: Decimal128 has 38 digits, and its sum wraps around without an error.
  return "SELECT slice, arm, week, buyer, count(), sum(orders > 0), sum(seen), sum(stands), sum(declined), "
         "sum(accepted), sum(accepted = 1 AND stands = 0), sum(is_kept), sum(stands = 1 AND seen = 0), "
         "sum(is_order_unit), sum(orders), sum(young_orders), sum(is_open)" +
         sums +
         ", sum(pow(abs(toFloat64(unit_gross)) + abs(toFloat64(unit_refunded)) + toFloat64(before) + "
         "toFloat64(orders), "
         "2)) FROM (SELECT slice, unit, arm, before, orders, unit_gross, unit_refunded, net, young_orders, "
         "young_gross, "
         "accepted, stands, is_kept, seen, declined, intDiv(assigned + 259200000, 604800000) * 604800000 - 259200000 "
         "AS "
         "week, substring(unit, 1, 6) = 'order:' AS is_order_unit, multiIf(substring(unit, 1, 6) = 'order:', '', "
         "is_returning = 1, 'returning', 'first') AS buyer, assigned + " +
         std::to_string(query.window) + " > " + std::to_string(query.now) + " AS is_open FROM (" + outcomes +
         ")) GROUP BY slice, arm, week, buyer ORDER BY slice, arm, week, buyer";
}

std::string clickHouseEarlierSql() {
  const std::string first = "SELECT unit, experiment, " + smallest({sortable("time"), "placement", "offer", "arm"}) +
                            " AS f FROM assigned WHERE experiment != '' AND holdout = 0 GROUP BY unit, experiment";
  return "SELECT experiment, arm, e_experiment, e_arm, count() FROM (SELECT unit, experiment, f[1] AS assigned, f[4] "
         "AS "
         "arm FROM (" +
         first +
         ")) AS l ALL INNER JOIN (SELECT unit, experiment AS e_experiment, f[1] AS e_assigned, f[4] AS e_arm FROM (" +
         first +
         ")) AS r USING (unit) WHERE e_experiment != experiment AND e_assigned < assigned GROUP BY experiment, arm, "
         "e_experiment, e_arm ORDER BY experiment, arm, e_experiment, e_arm";
}

}  // namespace aftermint
