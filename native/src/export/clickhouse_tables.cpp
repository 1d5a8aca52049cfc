#include <array>
#include <charconv>
#include <span>
#include <string_view>
#include <vector>

#include "events/clickhouse_reading.h"
#include "events/clickhouse_sql.h"
#include "events/clickhouse_store.h"
#include "export/table_source.h"
#include "sqlite.h"

namespace aftermint {
namespace {

/** Between the names in a list of experiments or arms. */
constexpr char kListSeparator = '\x01';

/** A row of texts with the names of its columns; an empty text is NULL where a number is asked for. */
class ClickHouseRow final : public SourceRow {
 public:
  ClickHouseRow(std::span<const std::string_view> columns, const std::vector<std::string>& values)
      : columns_(columns), values_(values) {
    if (columns.size() != values.size()) throw StoreError("a row of ClickHouse has another number of columns");
  }
  [[nodiscard]] std::string text(const char* column) const override { return value(column); }
  [[nodiscard]] std::optional<std::int64_t> optional(const char* column) const override {
    const std::string& digits = value(column);
    if (digits.empty()) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      throw StoreError("\"" + digits + "\" is not a number");
    }
    return number;
  }
  [[nodiscard]] std::map<std::string, std::string> arms(const char* column) const override {
    // Experiments and arms in turn, each with the separator after it.
    std::map<std::string, std::string> arms;
    std::vector<std::string> names(1);
    for (const char c : value(column)) {
      if (c == kListSeparator) {
        names.emplace_back();
      } else {
        names.back().push_back(c);
      }
    }
    for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
      if (names[i] != "aftermint/holdout") arms.emplace(names[i], names[i + 1]);
    }
    return arms;
  }

 private:
  [[nodiscard]] const std::string& value(std::string_view column) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i] == column) return values_[i];
    }
    throw StoreError("a row of ClickHouse has no column " + std::string(column));
  }

  std::span<const std::string_view> columns_;
  const std::vector<std::string>& values_;
};

constexpr std::array<std::string_view, 11> kAssignmentNames = {
    "unit", "experiment", "arm", "time", "placement", "offer", "holdout", "order_id", "before", "currency", "by_sight"};
constexpr const char* kClickHouseAssignments =
    "SELECT unit, experiment, multiIf(holdout = 1, 'holdout', experiment = '', 'offered', arm), time, placement, "
    "offer, "
    "holdout, order_id, before, currency, by_sight FROM counted WHERE experiment != 'aftermint/holdout' ORDER BY "
    "unit, "
    "placement, experiment, offer";

constexpr std::array<std::string_view, 11> kOrderNames = {"order_id", "owner",    "paid",     "is_order",
                                                          "gross",    "refunded", "assigned", "in_window",
                                                          "visitor",  "currency", "before"};

std::string ordersSql(Millis window, bool server) {
  const std::string trusted = server ? "trusted = 1" : "1";
  // `units` of the whole shop: the first assignment of each unit.
  const std::string owned =
      "SELECT order_id, unit, paid, is_order, gross, refunded, assigned, has_unit, u_order FROM (SELECT order_id, "
      "owner AS "
      "unit, paid, is_order, gross, refunded FROM money) AS l ANY LEFT JOIN (SELECT unit, assigned, 1 AS has_unit, "
      "u_order "
      "FROM units) AS r USING (unit)";
  const std::string named =
      "SELECT order_id, max(if(type = 'order' AND substring(visitor, 1, 6) != 'order:', visitor, '')) AS said_visitor, "
      "max(currency) AS said_currency FROM money_events WHERE " +
      trusted + " GROUP BY order_id";
  const std::string before =
      "SELECT order_id, 1 AS has_before, argMin(before, concat(toString(time + 1000000000000000), unit)) AS "
      "said_before "
      "FROM assigned WHERE order_id != '' AND by_sight = 0 GROUP BY order_id";
  return "SELECT order_id, unit, paid, is_order, gross, refunded, if(has_unit = 1, toString(assigned), ''), has_unit = "
         "1 "
         "AND paid < assigned + " +
         std::to_string(window) +
         " AND (paid >= assigned OR order_id = u_order), if(substring(unit, 1, 6) != 'order:', unit, said_visitor), "
         "said_currency, if(has_before = 1, toString(said_before), '') FROM (SELECT order_id, unit, paid, is_order, "
         "gross, refunded, assigned, has_unit, u_order, said_visitor, said_currency FROM (" +
         owned + ") AS l ANY LEFT JOIN (" + named + ") AS r USING (order_id)) AS l ANY LEFT JOIN (" + before +
         ") AS r USING (order_id) ORDER BY order_id";
}

constexpr std::array<std::string_view, 16> kFactNames = {
    "unit", "placement", "offer",   "order_id", "time",     "kind",      "holdout",     "experiment",
    "arm",  "arms",      "visitor", "amount",   "currency", "is_undone", "is_refunded", "refunded"};

std::string factsSql(Millis now, bool server, bool hasRepeats) {
  const std::string trusted = server ? "trusted = 1" : "1";
  const std::string nothing =
      "'' AS arms, '' AS visitor, toInt64(0) AS amount, currency, toUInt8(0) AS is_undone, "
      "toUInt8(0) AS is_refunded, toInt64(0) AS refunded";
  const auto kind = [](const char* number) { return "toUInt8(" + std::string(number) + ") AS kind, "; };
  const std::string assignedFacts = "SELECT unit, placement, offer, order_id, time, " + kind("0") +
                                    "holdout, '' AS experiment, '' AS arm, " + nothing +
                                    " FROM counted WHERE experiment = '' AND offer != ''";
  const std::string armFacts = "SELECT unit, placement, offer, order_id, time, " + kind("1") +
                               "holdout, experiment, if(holdout = 1, 'holdout', arm) AS fact_arm, " + nothing +
                               " FROM counted WHERE experiment NOT IN ('', 'aftermint/holdout') AND offer != ''";
  // A repeat that comes while this runs changes nothing: of several facts of one kind the first counts.
  const std::string seenFacts =
      "SELECT unit, placement, offer, order_id, time, " + kind("if(type = 'exposure', 2, 3)") +
      "toUInt8(0) AS no_holdout, '' AS experiment, '' AS arm, " + nothing + " FROM events WHERE " +
      eventCondition(2, hasRepeats) +
      " AND type IN ('exposure', 'decline') AND unit != '' AND offer != '' AND time <= " + std::to_string(now) +
      (server ? " AND (placement NOT IN ('post_purchase', 'thank_you') OR (order_id, unit) GLOBAL IN (SELECT order_id, "
                "owner FROM money) OR unit GLOBAL IN (SELECT unit FROM counted))"
              : "");
  const std::string takenFacts =
      "SELECT taker, placement, offer, order_id, time, " + kind("4") +
      "toUInt8(0) AS holdout, '' AS experiment, '' AS arm, arrayStringConcat(arrayMap((e, a) -> concat(e, '\\x01', a, "
      "'\\x01'), experiments, arms), '') AS all_arms, if(substring(taker, 1, 6) = 'order:' AND order_id != '', "
      "said_visitor, '') AS visitor, amount, currency, is_undone, is_refunded, offer_refunded FROM (SELECT taker, "
      "placement, offer, order_id, time, experiments, arms, amount, currency, is_undone, is_refunded, offer_refunded "
      "FROM "
      "taken WHERE taker != '' AND offer != '') AS l ANY LEFT JOIN (SELECT order_id, max(if(substring(visitor, 1, 6) "
      "!= "
      "'order:', visitor, '')) AS said_visitor FROM money_events WHERE order_id != '' AND " +
      trusted + " GROUP BY order_id) AS r USING (order_id)";
  return "SELECT * FROM (" + assignedFacts + " UNION ALL " + armFacts + " UNION ALL " + seenFacts + " UNION ALL " +
         takenFacts + ") ORDER BY unit, placement, offer, time, kind, experiment";
}

class ClickHouseTables final : public TableSource {
 public:
  ClickHouseTables(const std::string& url, Millis now)
      : now_(now), client_(ClickHouseAddress(url)), reading_(client_, now) {
    requireClickHouseVersion(client_);
    reading_.makeOutcomes();
    reading_.makeUnits(SumsBy::All, 0);
  }

  void assignments(const TakeRow& take) override { read(kAssignmentNames, kClickHouseAssignments, take); }
  void orders(Millis window, const TakeRow& take) override {
    read(kOrderNames, ordersSql(window, reading_.server()), take);
  }
  void offerFacts(const TakeRow& take) override {
    read(kFactNames, factsSql(now_, reading_.server(), reading_.hasRepeats()), take);
  }

 private:
  void read(std::span<const std::string_view> columns, const std::string& sql, const TakeRow& take) {
    reading_.eachRow(sql, [&](const std::vector<std::string>& values) { take(ClickHouseRow(columns, values)); });
  }

  Millis now_;
  ClickHouseClient client_;
  ClickHouseReading reading_;
};

}  // namespace

std::unique_ptr<TableSource> clickHouseTables(const std::string& url, Millis now) {
  return std::make_unique<ClickHouseTables>(url, now);
}

}  // namespace aftermint
