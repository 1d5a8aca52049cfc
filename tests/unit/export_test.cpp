// The exported tables against `Store::sums`: its figures are computed again from the tables alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "aftermint/time.h"
#include "events/exact_sum.h"
#include "simulate/simulate.h"
#include "unit/cli_scratch.h"
#include "unit/event_history.h"
#include "unit/exported_tables.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/** What is recomputed of one slice and arm. */
struct ArmFigures {
  std::int64_t visitors = 0, buyers = 0, orders = 0, exposed = 0, accepted = 0, stands = 0, kept = 0, declined = 0;
  Exact gross = 0, net = 0, refunded = 0, before = 0;

  [[nodiscard]] std::string line(bool withFunnel) const {
    std::string text = std::to_string(visitors) + " visitors " + std::to_string(buyers) + " buyers " +
                       std::to_string(orders) + " orders gross " + exactText(gross) + " net " + exactText(net) +
                       " refunded " + exactText(refunded) + " before " + exactText(before);
    if (withFunnel) {
      text += " seen " + std::to_string(exposed) + " accepted " + std::to_string(accepted) + " stands " +
              std::to_string(stands) + " kept " + std::to_string(kept) + " declined " + std::to_string(declined);
    }
    return text;
  }
};
using Figures = std::map<std::string, ArmFigures>;

std::vector<std::string> figureLines(const Figures& figures, bool withFunnel) {
  std::vector<std::string> lines;
  for (const auto& [name, figure] : figures) lines.push_back(name + ": " + figure.line(withFunnel));
  return lines;
}

Figures storeFigures(Store& store, const SumsQuery& query) {
  Figures figures;
  for (const ArmSums& row : store.sums(query)) {
    ArmFigures& arm = figures[row.experiment + row.placement + row.offer + "/" + row.arm];
    arm.visitors += row.counts.visitors;
    arm.buyers += row.counts.buyers;
    arm.orders += row.orders;
    arm.gross += row.counts.gross.sum;
    arm.net += row.counts.net.sum;
    arm.refunded += row.refunded;
    arm.before += row.counts.before.sum;
    arm.exposed += row.counts.exposed;
    arm.accepted += row.accepted;
    arm.stands += row.counts.accepts;
    arm.kept += row.kept;
    arm.declined += row.declined;
  }
  return figures;
}

Millis timeOf(const json& row, const char* column) { return *readTime(row[column].get<std::string>()); }

std::string textOf(const json& row, const char* column) {
  return row[column].is_null() ? std::string() : row[column].get<std::string>();
}

/** What a warehouse would do with the tables. */
class Warehouse {
 public:
  Warehouse(StoreTables& tables, const SumsQuery& query)
      : query_(query),
        assignments_(exportedRows(tables, ExportTable::Assignments)),
        orders_(byUnit(exportedRows(tables, ExportTable::Orders))),
        offers_(byUnit(exportedRows(tables, ExportTable::Offers))) {}

  Figures figures() {
    std::map<std::pair<std::string, std::string>, const json*> units;
    for (const json& row : assignments_) {
      if ((row["experiment"] == kHoldoutExperiment) == (query_.by == SumsBy::Experiment)) continue;
      const json*& first = units[{sliceOf(row), row["unit"]}];
      if (first == nullptr || row["assigned_at"] < (*first)["assigned_at"]) first = &row;
    }
    Figures figures;
    for (const auto& [key, first] : units) {
      add(figures[key.first + "/" + (*first)["arm"].get<std::string>()], key.first, *first);
    }
    return figures;
  }

 private:
  using RowsByUnit = std::map<std::string, std::vector<json>>;

  static RowsByUnit byUnit(std::vector<json> rows) {
    RowsByUnit units;
    for (json& row : rows) units[row["unit"].get<std::string>()].push_back(std::move(row));
    return units;
  }

  [[nodiscard]] std::string sliceOf(const json& row) const {
    return query_.by == SumsBy::Placement    ? row["placement"].get<std::string>()
           : query_.by == SumsBy::Offer      ? row["offer"].get<std::string>()
           : query_.by == SumsBy::Experiment ? row["experiment"].get<std::string>()
                                             : "";
  }

  [[nodiscard]] bool isInWindow(Millis time, const json& order, const json& first) const {
    const Millis assigned = timeOf(first, "assigned_at");
    return time < assigned + query_.window &&
           (time >= assigned || (!first["order_id"].is_null() && order == first["order_id"]));
  }

  void add(ArmFigures& arm, const std::string& slice, const json& first) {
    ++arm.visitors;
    arm.before += first["before"].is_null() ? 0 : first["before"].get<Minor>();
    std::int64_t orders = 0;
    for (const json& order : orders_[first["unit"].get<std::string>()]) {
      if (!isInWindow(timeOf(order, "paid_at"), order["order_id"], first)) continue;
      orders += order["order_known"].get<bool>() ? 1 : 0;
      arm.gross += order["gross"].get<Minor>();
      arm.net += order["net"].get<Minor>();
      arm.refunded += order["refunded"].get<Minor>();
    }
    arm.orders += orders;
    arm.buyers += orders > 0;
    ArmFigures funnel;
    for (const json& offer : offers_[first["unit"].get<std::string>()]) {
      if (offer["offer"] != slice) continue;
      // What was seen before the assignment is not of it, in whatever order.
      const auto happened = [&](const char* column, const json& order) {
        return !offer[column].is_null() && isInWindow(timeOf(offer, column), order, first);
      };
      funnel.exposed |= happened("seen_at", {});
      funnel.declined |= happened("declined_at", {});
      if (!happened("accepted_at", offer["order_id"])) continue;
      EXPECT_EQ(offer["in_window"], true) << offer;
      funnel.accepted = 1;
      funnel.stands |= !offer["undone"].get<bool>();
      funnel.kept |= offer["kept"].get<bool>();
    }
    arm.exposed += funnel.exposed;
    arm.declined += funnel.declined;
    arm.accepted += funnel.accepted;
    arm.stands += funnel.stands;
    arm.kept += funnel.kept;
  }

  SumsQuery query_;
  std::vector<json> assignments_;
  RowsByUnit orders_, offers_;
};

class Exported : public ::testing::Test {
 protected:
  void store(const std::vector<Event>& events) const { openStore(url)->append(events); }
  [[nodiscard]] StoreTables tables(Millis window = 30 * kDayMillis) const { return {url, {now, window}}; }
  [[nodiscard]] std::vector<json> rows(ExportTable table) const {
    StoreTables all = tables();
    return exportedRows(all, table);
  }

  Scratch scratch;
  std::string url = "sqlite:" + scratch.path("store.sqlite");
  Millis now = kHistoryStart + 200 * kDayMillis;
};

TEST(Exports, GiveTheFiguresOfTheSumsOnRandomHistories) {
  ArmFigures all;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    const Scratch scratch;
    const std::string url = "sqlite:" + scratch.path("store.sqlite");
    const auto store = openStore(url);
    store->append(RandomHistory(seed).events());
    for (const SumsBy by : {SumsBy::All, SumsBy::Placement, SumsBy::Offer, SumsBy::Experiment}) {
      SumsQuery query;
      query.by = by;
      query.now = kHistoryStart + (seed % 4 == 0 ? 60 : 200) * kDayMillis;
      if (seed % 5 == 0) query.window = 7 * kDayMillis;
      StoreTables tables(url, {query.now, query.window});
      const bool withFunnel = by == SumsBy::Offer;
      const Figures figures = storeFigures(*store, query);
      ASSERT_EQ(figureLines(Warehouse(tables, query).figures(), withFunnel), figureLines(figures, withFunnel))
          << "seed " << seed << " by " << static_cast<int>(by);
      for (const auto& [name, figure] : figures) {
        all.visitors += figure.visitors;
        all.buyers += figure.buyers;
        all.refunded += figure.refunded;
        all.accepted += figure.accepted - figure.kept;
      }
    }
  }
  // The histories hold what the test is about.
  EXPECT_GT(all.visitors, 500);
  EXPECT_GT(all.buyers, 200);
  EXPECT_GT(all.refunded, 0);
  EXPECT_GT(all.accepted, 50);
}

TEST(Exports, GiveTheFiguresOfTheSumsOfSimulatedShoppers) {
  const Scratch scratch;
  const std::string url = "sqlite:" + scratch.path("store.sqlite");
  simulate::Truth truth;
  truth.until = *readTime("2026-11-30T00:00:00Z");
  truth.days = 10;
  truth.visitorsPerDay = 20;
  truth.holdoutBps = 3'000;
  truth.repeatBps = 2'000;
  truth.returns.shareBps = 3'000;
  truth.offers = simulate::defaultOffers();
  const auto store = openStore(url);
  simulate::simulate(truth, *simulate::storeSink(*store));
  for (const SumsBy by : {SumsBy::All, SumsBy::Offer, SumsBy::Experiment}) {
    SumsQuery query;
    query.by = by;
    query.now = truth.until - 1;
    StoreTables tables(url, {query.now, query.window});
    EXPECT_EQ(figureLines(Warehouse(tables, query).figures(), by == SumsBy::Offer),
              figureLines(storeFigures(*store, query), by == SumsBy::Offer));
  }
}

TEST(Exports, MarkTheOrdersThatCountForTheWholeShop) {
  const Scratch scratch;
  const std::string url = "sqlite:" + scratch.path("store.sqlite");
  const auto store = openStore(url);
  store->append(RandomHistory(3).events());
  SumsQuery query;
  query.now = kHistoryStart + 200 * kDayMillis;
  query.window = 10 * kDayMillis;
  Exact expected = 0, marked = 0, unmarked = 0;
  for (const auto& [name, figure] : storeFigures(*store, query)) expected += figure.net;
  StoreTables tables(url, {query.now, query.window});
  for (const json& order : exportedRows(tables, ExportTable::Orders)) {
    (order["in_window"].get<bool>() ? marked : unmarked) += order["net"].get<Minor>();
  }
  EXPECT_EQ(exactText(marked), exactText(expected));
  EXPECT_NE(unmarked, 0);
}

TEST_F(Exported, NamesTheHoldoutComparisonAsNoExperimentOfABookCan) {
  const json arms = json::array({{{"experiment", "price"}, {"arm", "low"}}});
  EventHistory history;
  history.assign("v", kHistoryStart, 500, "7", false, arms);
  history.assign("w", kHistoryStart, 0, "", true, arms);
  history.assign("order:9", kHistoryStart, 0, "9", false,
                 json::array({{{"experiment", std::string(kHoldoutExperiment)}, {"arm", "holdout"}}}));
  store(history.events);
  std::vector<std::string> lines;
  for (const json& row : rows(ExportTable::Assignments)) {
    lines.push_back(textOf(row, "unit") + " (" + textOf(row, "visitor") + ") " + textOf(row, "experiment") + " " +
                    textOf(row, "arm"));
  }
  EXPECT_THAT(lines, ElementsAre("order:9 () aftermint/holdout offered", "v (v) aftermint/holdout offered",
                                 "v (v) price low", "w (w) aftermint/holdout holdout", "w (w) price holdout"))
      << "the forged arm of order 9 is left out";
}

TEST_F(Exported, HasTheValuesOfAnOrder) {
  EventHistory history;
  history.assign("v", kHistoryStart, 8000, "1");
  history.pay("1", "v", kHistoryStart + 5, 9000);
  history.add("refund", kHistoryStart + kDayMillis, {{"order", "1"}, {"refund", "r"}, {"amount", 9500}}, true);
  history.pay("2", "walk-in", kHistoryStart + 7, 100).currency = "JPY";
  store(history.events);
  const std::vector<json> orders = rows(ExportTable::Orders);
  ASSERT_EQ(orders.size(), 2U);
  EXPECT_EQ(orders[0], json::parse(R"({"order_id": "1", "unit": "v", "visitor": "v",
      "paid_at": "2026-11-30T00:53:20.005Z", "order_known": true, "gross": 9000, "refunded": 9500, "net": -500,
      "before": 8000, "assigned_at": "2026-11-30T00:53:20.000Z", "in_window": true, "currency": "GBP", "digits": 2})"));
  EXPECT_EQ(orders[1], json::parse(R"({"order_id": "2", "unit": "order:2", "visitor": "walk-in",
      "paid_at": "2026-11-30T00:53:20.007Z", "order_known": true, "gross": 100, "refunded": 0, "net": 100,
      "before": null, "assigned_at": null, "in_window": false, "currency": "JPY", "digits": 0})"));
}

TEST_F(Exported, CountsClaimsOfPagesOnlyUntilAServerWritesAnOrder) {
  EventHistory history;
  history.assign("v", kHistoryStart, 0, "1");
  history.add("accept", kHistoryStart + 1,
              {{"order", "1"}, {"visitor", "v"}, {"offer", "F"}, {"placement", "post_purchase"}, {"amount", 700}});
  store(history.events);
  ASSERT_EQ(rows(ExportTable::Orders).size(), 1U);
  EXPECT_EQ(rows(ExportTable::Orders)[0]["order_known"], false) << "only its accept is known";
  EXPECT_EQ(rows(ExportTable::Orders)[0]["gross"], 700);
  store({history.pay("1", "v", kHistoryStart + 2, 9000)});
  EXPECT_EQ(rows(ExportTable::Orders)[0]["gross"], 9000);
  for (const json& row : rows(ExportTable::Offers)) EXPECT_EQ(row["accepted"], false) << row;
}

TEST_F(Exported, IsOneMomentOfTheStore) {
  EventHistory history;
  history.assign("v", kHistoryStart);
  store(history.events);
  StoreTables before = tables();
  store({history.assign("w", kHistoryStart), history.pay("1", "v", kHistoryStart, 5)});
  EXPECT_EQ(exportedRows(before, ExportTable::Assignments).size(), 1U);
  EXPECT_EQ(exportedRows(before, ExportTable::Orders).size(), 0U);
  EXPECT_EQ(rows(ExportTable::Assignments).size(), 2U);
}

TEST_F(Exported, GuardsACsvAgainstFormulasAndKeepsNumbersAsTheyAre) {
  EventHistory history;
  history.assign("=1+1", kHistoryStart, 0, "a,\"b\"\n2");
  history.assign("@sum", kHistoryStart);
  history.pay("a,\"b\"\n2", "=1+1", kHistoryStart, 10);
  history.add("refund", kHistoryStart, {{"order", "a,\"b\"\n2"}, {"refund", "r"}, {"amount", 15}}, true);
  store(history.events);
  StoreTables all = tables();
  EXPECT_EQ(exportedText(all, ExportTable::Orders, ExportFormat::Csv),
            "order_id,unit,visitor,paid_at,order_known,gross,refunded,net,before,assigned_at,in_window,currency,digits"
            "\r\n\"a,\"\"b\"\"\n2\",'=1+1,'=1+1,2026-11-30T00:53:20.000Z,true,10,15,-5,0,2026-11-30T00:53:20.000Z,true,"
            "GBP,2\r\n");
  const std::string assignments = exportedText(all, ExportTable::Assignments, ExportFormat::Csv);
  EXPECT_THAT(assignments, HasSubstr("\r\n'@sum,'@sum,aftermint/holdout,"));
  EXPECT_THAT(exportedText(all, ExportTable::Orders, ExportFormat::Ndjson), HasSubstr(R"("unit":"=1+1")"));
}

TEST_F(Exported, HoldsNothingOfEventsButItsColumns) {
  EventHistory history;
  Event& seen = history.add("exposure", kHistoryStart, {{"visitor", "v"}, {"offer", "F"}, {"placement", "checkout"}});
  seen.json = R"({"source":"/secret-path","data":{"visitor":"v","email":"jane@example.org"}})";
  seen.source = "/secret-path";
  store(history.events);
  StoreTables all = tables();
  for (const ExportTable table : kExportTables) {
    const std::string text = exportedText(all, table, ExportFormat::Csv);
    EXPECT_THAT(text, Not(HasSubstr("jane")));
    EXPECT_THAT(text, Not(HasSubstr("secret")));
  }
}

TEST_F(Exported, RefusesAStoreOfAnOlderVersionAndAMissingOne) {
  EXPECT_THROW((void)tables(), StoreError);
  SQLite::Database(scratch.path("store.sqlite"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(
          "CREATE TABLE schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL);"
          "INSERT INTO schema_versions VALUES ('events', 1)");
  EXPECT_THROW((void)tables(), StoreError);
}

TEST(ExportRows, HaveAValueOfTheRightKindForEachColumn) {
  constexpr std::array<Column, 2> kColumns = {{{"a", ColumnKind::Integer}, {"b", ColumnKind::Boolean}}};
  for (const ExportFormat format : {ExportFormat::Ndjson, ExportFormat::Csv, ExportFormat::Parquet}) {
    const auto rows = makeRowWriter(format, kColumns, [](std::string_view) {});
    EXPECT_THROW(rows->text("1"), std::logic_error);
    rows->number(1);
    EXPECT_THROW(rows->endRow(), std::logic_error);
    rows->flag(std::nullopt);
    EXPECT_THROW(rows->flag(true), std::logic_error);
    rows->endRow();
    EXPECT_EQ(rows->rows(), 1);
  }
}

}  // namespace
}  // namespace aftermint::testing
