#include "events/clickhouse_reading.h"

#include <charconv>
#include <cstdlib>
#include <limits>
#include <utility>

#include "events/clickhouse_sql.h"
#include "events/exact_sum.h"
#include "ids.h"

namespace aftermint {
namespace {

constexpr double kMostExact = 1e38;  // Decimal128 has 38 digits

/** Reads the values of a row one after the other. */
class RowValues {
 public:
  explicit RowValues(const std::vector<std::string>& row) : row_(row) {}

  const std::string& text() {
    if (at_ == row_.size()) throw StoreError("a row of ClickHouse has too few values");
    return row_[at_++];
  }
  std::int64_t number() {
    const std::string& digits = text();
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      throw StoreError("\"" + digits + "\" is not a number");
    }
    return value;
  }
  Exact exact() { return exactOf(text()); }
  double real() { return std::strtod(text().c_str(), nullptr); }

 private:
  const std::vector<std::string>& row_;
  std::size_t at_ = 0;
};

/** In the order of `clickHouseSumsSql`. */
ArmSums armSumsOfRow(const std::vector<std::string>& row, SumsBy by) {
  RowValues values(row);
  ArmSums sums;
  const std::string& slice = values.text();
  if (by == SumsBy::Placement) sums.placement = slice;
  if (by == SumsBy::Offer) sums.offer = slice;
  if (by == SumsBy::Experiment) sums.experiment = slice;
  sums.arm = values.text();
  sums.week = values.number();
  sums.buyer = values.text();
  ArmCounts& counts = sums.counts;
  counts.name = sums.arm;
  counts.visitors = values.number();
  counts.buyers = values.number();
  counts.exposed = values.number();
  counts.accepts = values.number();
  sums.declined = values.number();
  sums.accepted = values.number();
  sums.undone = values.number();
  sums.kept = values.number();
  sums.acceptedUnseen = values.number();
  sums.orderUnits = values.number();
  sums.orders = values.number();
  sums.immatureOrders = values.number();
  sums.openWindows = values.number();
  const Exact ordersSq = values.exact(), beforeSq = values.exact();
  const Exact grossSq = values.exact(), grossOrders = values.exact(), grossBefore = values.exact();
  const Exact netSq = values.exact(), netOrders = values.exact(), netBefore = values.exact();
  const Exact before = values.exact(), gross = values.exact(), net = values.exact();
  counts.orders = {sums.orders, ordersSq};
  counts.before = {before, beforeSq};
  counts.gross = {gross, grossSq, grossOrders, grossBefore};
  counts.net = {net, netSq, netOrders, netBefore};
  sums.immatureGross = values.exact();
  sums.refunded = values.exact();
  if (!(values.real() < kMostExact)) throw StoreError("a sum does not fit into 38 digits");
  return sums;
}

}  // namespace

ClickHouseReading::ClickHouseReading(ClickHouseClient& client, Millis now)
    : client_(client), now_(now), session_("aftermint-" + randomId()) {}

ClickHouseReading::~ClickHouseReading() {
  // The engine drops the tables a minute after the last statement; this frees their memory at once.
  for (const std::string& table : made_) {
    try {
      client_.run("DROP TABLE IF EXISTS " + table, call());
    } catch (const StoreError&) {
      return;  // the minute is then the answer
    }
  }
}

ClickHouseCall ClickHouseReading::call() const {
  ClickHouseCall made;
  made.session = session_;
  made.isReading = true;
  made.isRepeatable = false;  // a repeat of CREATE would find the table, or a session without the earlier ones
  return made;
}

std::string ClickHouseReading::qualified(std::string sql) const {
  constexpr std::string_view kFrom = "FROM ", kFromEvents = "FROM events ";
  const std::string database = clickHouseName(client_.address().database) + ".";
  for (std::size_t at = sql.find(kFromEvents); at != std::string::npos; at = sql.find(kFromEvents, at + 1)) {
    sql.insert(at + kFrom.size(), database);
  }
  return sql;
}

ClickHouseRows ClickHouseReading::rows(const std::string& sql) { return client_.rows(qualified(sql), call()); }

std::string ClickHouseReading::value(const std::string& sql) { return client_.value(qualified(sql), call()); }

void ClickHouseReading::make(const std::string& table, const std::string& select) {
  client_.run("CREATE TEMPORARY TABLE " + table + " AS " + qualified(select), call());
  made_.push_back(table);
}

void ClickHouseReading::eachRow(const std::string& sql,
                                const std::function<void(const std::vector<std::string>&)>& take) {
  client_.eachRow(qualified(sql), call(), take);
}

bool ClickHouseReading::makeMoneyEvents() {
  if (!server_) {
    findRepeats();
    make("money_events", moneyEventsSql(now_, hasRepeats_));
    server_ = value("SELECT count() FROM money_events WHERE trusted = 1 AND type = 'order'") != "0";
  }
  return *server_;
}

void ClickHouseReading::findRepeats() {
  if (std::exchange(hasLookedForRepeats_, true)) return;
  make("repeated_keys", kRepeatedKeys);
  make("repeated_ids", kRepeatedIds);
  hasRepeats_ = value("SELECT count() FROM repeated_keys") != "0" || value("SELECT count() FROM repeated_ids") != "0";
  if (hasRepeats_) make("kept_repeats", keptRepeatsSql());
}

void ClickHouseReading::makeAssigned() {
  if (std::exchange(isAssigned_, true)) return;
  findRepeats();
  make("assigned", assignedSql(now_, hasRepeats_));
}

void ClickHouseReading::makeOutcomes() {
  const bool server = makeMoneyEvents();
  makeAssigned();
  make("money", moneySql(server));
  make("taken", takenSql(server));
  make("counted", countedSql(server));
}

void ClickHouseReading::makeUnits(SumsBy by, Millis from) { make("units", clickHouseUnitsSql(by, from)); }

std::vector<ArmSums> ClickHouseReading::sums(const SumsQuery& query) {
  makeOutcomes();
  makeUnits(query.by, query.from);
  std::vector<ArmSums> sums;
  for (const std::vector<std::string>& row : rows(clickHouseSumsSql(query, hasRepeats_))) {
    sums.push_back(armSumsOfRow(row, query.by));
  }
  return sums;
}

std::vector<EarlierSums> ClickHouseReading::earlier() {
  makeAssigned();
  std::vector<EarlierSums> sums;
  for (const std::vector<std::string>& row : rows(clickHouseEarlierSql())) {
    RowValues values(row);
    EarlierSums& each = sums.emplace_back();
    each.experiment = values.text();
    each.arm = values.text();
    each.earlier.experiment = values.text();
    each.earlier.arm = values.text();
    each.earlier.visitors = values.number();
  }
  return sums;
}

StoreCounts ClickHouseReading::counts() {
  const bool server = makeMoneyEvents();
  const std::string trusted = server ? "trusted = 1" : "1";
  const ClickHouseRows totals = rows(
      "SELECT max(if(type = 'order', currency, '')), sum(type = 'order'), toInt64(sum(multiIf(type = 'order', amount, "
      "type = 'accept' AND placement != 'checkout', amount, type = 'undo' AND placement != 'checkout', -amount, 0))), "
      "toInt64(sum(multiIf(type = 'accept', amount, type = 'undo', -amount, 0))) FROM money_events WHERE " +
      trusted);
  RowValues total(totals.at(0));
  StoreCounts counts;
  counts.currency = total.text();
  counts.orders = total.number();
  counts.orderValue = total.number();
  counts.offerValue = total.number();
  if (counts.currency.empty()) counts.currency = value("SELECT max(currency) FROM events WHERE " + trusted);
  const std::string seen =
      "SELECT offer, placement, uniqExactIf((h1, h2), type = 'exposure') AS exposures, toUInt64(0) AS accepts, "
      "uniqExactIf((h1, h2), type = 'decline') AS declines, toUInt64(0) AS undos, toInt64(0) AS revenue FROM events "
      "WHERE " +
      eventCondition(2, hasRepeats_) + " AND type IN ('exposure', 'decline') AND offer != '' GROUP BY offer, placement";
  const std::string taken =
      "SELECT offer, placement, toUInt64(0) AS exposures, sumIf(1, type = 'accept' AND " + trusted +
      ") AS accepts, toUInt64(0) AS declines, sumIf(1, type = 'undo' AND " + trusted +
      ") AS undos, toInt64(sumIf(if(type = 'accept', amount, -amount), " + trusted +
      ")) AS revenue FROM money_events WHERE type IN ('accept', 'undo') AND offer != '' GROUP BY offer, placement";
  for (const std::vector<std::string>& row :
       rows("SELECT offer, placement, sum(exposures), sum(accepts), sum(declines), sum(undos), sum(revenue) FROM (" +
            seen + " UNION ALL " + taken + ") GROUP BY offer, placement ORDER BY offer, placement")) {
    RowValues values(row);
    OfferCounts& each = counts.rows.emplace_back();
    each.offer = values.text();
    each.placement = values.text();
    each.exposures = values.number();
    each.accepts = values.number();
    each.declines = values.number();
    each.undos = values.number();
    each.revenue = values.number();
  }
  return counts;
}

}  // namespace aftermint
