#include "events/read_sums.h"

#include "events/exact_sum.h"
#include "events/sums_sql.h"

namespace aftermint {
namespace {

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

std::vector<ArmSums> readSums(Sqlite& db, const SumsQuery& query) {
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

std::vector<EarlierSums> readEarlier(Sqlite& db, const SumsQuery& query) {
  SQLite::Statement& rows = db.prepare(kEarlierArms);
  rows.bind(":now", query.now);
  std::vector<EarlierSums> sums;
  while (rows.executeStep()) {
    const SumsRow row(rows);
    sums.push_back({row.text("experiment"),
                    row.text("arm"),
                    {row.text("earlier_experiment"), row.text("earlier_arm"), row.count("units")}});
  }
  rows.reset();
  return sums;
}

}  // namespace aftermint
