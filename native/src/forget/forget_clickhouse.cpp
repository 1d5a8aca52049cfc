#include "forget/forget_clickhouse.h"

#include <charconv>
#include <utility>
#include <vector>

#include "events/clickhouse_row.h"
#include "events/clickhouse_store.h"

namespace aftermint {
namespace {

template <class Number>
Number clickHouseNumber(const std::string& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) throw StoreError("\"" + text + "\" is not a number");
  return number;
}

/** A row of a server, without the visitor. */
struct ClearedRow {
  Event event;
  std::uint64_t version = 0;
};

/** What rows of one visitor there are. */
class ForgottenInClickHouse {
 public:
  ForgottenInClickHouse(ClickHouseClient& client, const std::string& visitor)
      : client_(client), visitor_(visitor), literal_(clickHouseText(visitor)) {
    call_.isReading = true;
    std::string units;
    for (const std::string& order : orders()) units += (units.empty() ? "" : ", ") + clickHouseText("order:" + order);
    ofPages_ = "trusted = 0 AND (visitor = " + literal_ + (units.empty() ? "" : " OR unit IN (" + units + ")") + ")";
  }

  [[nodiscard]] std::int64_t pageEvents() {
    return clickHouseNumber<std::int64_t>(
        client_.value("SELECT uniqExact((h1, h2)) FROM events WHERE " + ofPages_, call_));
  }

  /** What a server said of the visitor: of each key the row that counts, without the visitor. */
  [[nodiscard]] std::vector<ClearedRow> serverRows() {
    std::string columns;
    for (const char* column : {"source", "id", "type", "key", "time", "received", "offer", "placement", "order_id",
                               "amount", "currency", "json"}) {
      columns += (columns.empty() ? "argMax(" : ", argMax(") + std::string(column) + ", version)";
    }
    std::vector<ClearedRow> rows;
    for (const std::vector<std::string>& row :
         client_.rows("SELECT " + columns + ", max(version) FROM events WHERE trusted = 1 AND visitor = " + literal_ +
                          " GROUP BY h1, h2",
                      call_)) {
      Event event;
      event.source = row.at(0);
      event.id = row.at(1);
      event.type = row.at(2);
      event.key = row.at(3);
      event.time = clickHouseNumber<Millis>(row.at(4));
      event.received = clickHouseNumber<Millis>(row.at(5));
      event.offer = row.at(6);
      event.placement = row.at(7);
      event.order = row.at(8);
      event.amount = clickHouseNumber<Minor>(row.at(9));
      event.currency = row.at(10);
      event.json = withoutValue(row.at(11), visitor_);
      event.trusted = true;
      // Above the row that it replaces, so that it counts also while both are there.
      rows.push_back({std::move(event), clickHouseNumber<std::uint64_t>(row.at(12)) + 1});
    }
    return rows;
  }

  void erase() { deleteClickHouseRows(client_, "visitor = " + literal_ + " OR (" + ofPages_ + ")"); }

 private:
  /** The orders of the visitor; one that a server also gives to another visitor is that visitor's. */
  std::vector<std::string> orders() {
    std::vector<std::string> orders;
    for (std::vector<std::string>& row : client_.rows(
             "SELECT DISTINCT order_id FROM events WHERE visitor = " + literal_ +
                 " AND order_id != '' AND order_id GLOBAL NOT IN (SELECT order_id FROM events WHERE class = 1 AND "
                 "trusted = 1 AND visitor NOT IN ('', " +
                 literal_ + ") AND substring(visitor, 1, 6) != 'order:')",
             call_)) {
      orders.push_back(std::move(row.at(0)));
    }
    return orders;
  }

  ClickHouseClient& client_;
  const std::string& visitor_;
  std::string literal_, ofPages_;
  ClickHouseCall call_;
};

}  // namespace

Forgotten forgetInClickHouse(const std::string& url, const std::string& visitor, const ForgetOptions& options) {
  ClickHouseClient client{ClickHouseAddress(url)};
  requireClickHouseVersion(client);
  ForgottenInClickHouse rows(client, visitor);
  const std::vector<ClearedRow> cleared = rows.serverRows();
  Forgotten forgotten;
  forgotten.tables.push_back({"events", rows.pageEvents(), static_cast<std::int64_t>(cleared.size())});
  if (options.dryRun) return forgotten;
  if (!cleared.empty()) {
    std::string data;
    for (const ClearedRow& each : cleared) appendClickHouseRow(data, each.event, each.version);
    insertClickHouseRows(client, data);
  }
  rows.erase();
  forgotten.rewrite = FileRewrite::Done;
  return forgotten;
}

}  // namespace aftermint
