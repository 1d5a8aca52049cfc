#include "unit/sums_by_sql.h"

#include <sqlite3.h>

#include <array>
#include <string>

#include "events/exact_sum.h"
#include "events/sums_sql.h"

namespace aftermint::testing {
namespace {

/** The state of one sum. SQLite gives zeroed memory, which may not be aligned for 128 bits; so it is copied. */
struct SumState {
  std::uint64_t low;
  std::int64_t high;
};

__extension__ using Wide = unsigned __int128;

Exact valueOf(const SumState& state) {
  return static_cast<Exact>((static_cast<Wide>(static_cast<std::uint64_t>(state.high)) << 64) | state.low);
}

void addProduct(sqlite3_context* context, int count, sqlite3_value** values) {
  Exact product = 1;
  for (int i = 0; i < count; ++i) {
    const int type = sqlite3_value_type(values[i]);
    if (type == SQLITE_NULL) return;
    if (type != SQLITE_INTEGER) return sqlite3_result_error(context, "exact_sum takes integers only", -1);
    product *= sqlite3_value_int64(values[i]);
  }
  auto* state = static_cast<SumState*>(sqlite3_aggregate_context(context, sizeof(SumState)));
  if (state == nullptr) return sqlite3_result_error_nomem(context);
  Exact sum = 0;
  if (__builtin_add_overflow(valueOf(*state), product, &sum)) {
    return sqlite3_result_error(context, "a sum does not fit into 128 bits", -1);
  }
  state->low = static_cast<std::uint64_t>(sum);
  state->high = static_cast<std::int64_t>(sum >> 64);
}

void giveSum(sqlite3_context* context) {
  const auto* state = static_cast<const SumState*>(sqlite3_aggregate_context(context, 0));
  const std::string text = exactText(state == nullptr ? 0 : valueOf(*state));
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

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
  return outcomesSql() + unitsSql(by, slice) + kUnitMoney + kReturning + unitAcceptsSql(slice) +
         outcomesOfUnitsSql(slice) + kSums;
}

const char* sumsSql(SumsBy by) {
  // Statements are cached by address, so each has one text for good.
  static const std::array texts = {statement(SumsBy::All), statement(SumsBy::Placement), statement(SumsBy::Offer),
                                   statement(SumsBy::Experiment)};
  return texts[static_cast<std::size_t>(by)].c_str();
}

class SumsRow {
 public:
  explicit SumsRow(SQLite::Statement& row) : row_(row) {}
  [[nodiscard]] std::int64_t count(const char* column) const { return row_.getColumn(column).getInt64(); }
  [[nodiscard]] std::string text(const char* column) const { return row_.getColumn(column).getString(); }
  [[nodiscard]] Exact exact(const char* column) const { return exactOf(row_.getColumn(column).getString()); }

 private:
  SQLite::Statement& row_;
};

ArmSums armSumsOf(const SumsRow& row, SumsBy by) {
  ArmSums sums;
  const std::string slice = row.text("slice");
  if (by == SumsBy::Placement) sums.placement = slice;
  if (by == SumsBy::Offer) sums.offer = slice;
  if (by == SumsBy::Experiment) sums.experiment = slice;
  sums.arm = row.text("arm");
  sums.week = row.count("week");
  sums.buyer = row.text("buyer");

  ArmCounts& counts = sums.counts;
  counts.name = sums.arm;
  counts.visitors = row.count("visitors");
  counts.buyers = row.count("buyers");
  counts.exposed = row.count("exposed");
  counts.accepts = row.count("accepts");
  counts.orders = {row.count("orders"), row.exact("orders_sq")};
  counts.before = {row.exact("before_sum"), row.exact("before_sq")};
  counts.gross = {row.exact("gross_sum"), row.exact("gross_sq"), row.exact("gross_orders"), row.exact("gross_before")};
  counts.net = {row.exact("net_sum"), row.exact("net_sq"), row.exact("net_orders"), row.exact("net_before")};

  sums.declined = row.count("declined");
  sums.accepted = row.count("accepted");
  sums.undone = row.count("undone");
  sums.kept = row.count("kept");
  sums.acceptedUnseen = row.count("accepted_unseen");
  sums.orderUnits = row.count("order_units");
  sums.orders = row.count("orders");
  sums.immatureOrders = row.count("immature_orders");
  sums.openWindows = row.count("open_windows");
  sums.immatureGross = row.exact("immature_gross");
  sums.refunded = row.exact("refunded");
  return sums;
}

}  // namespace

void addExactSum(Sqlite& db) {
  for (const int arguments : {1, 2}) {
    db.database().createFunction("exact_sum", arguments, true, nullptr, nullptr, addProduct, giveSum);
  }
}

std::vector<ArmSums> sumsBySql(Sqlite& db, const SumsQuery& query) {
  SQLite::Statement& rows = db.prepare(sumsSql(query.by));
  rows.bind(":now", query.now);
  rows.bind(":from", query.from);
  rows.bind(":window", query.window);
  rows.bind(":maturity", query.maturity);
  std::vector<ArmSums> sums;
  while (rows.executeStep()) sums.push_back(armSumsOf(SumsRow(rows), query.by));
  rows.reset();
  return sums;
}

}  // namespace aftermint::testing
