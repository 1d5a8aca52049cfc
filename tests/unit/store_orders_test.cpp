// What a store says of one order, of its currency, and of the experiments that its units came to before.
#include <gmock/gmock.h>

#include "report/report.h"
#include "unit/each_store.h"
#include "unit/event_history.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

json armIn(const std::string& experiment, const std::string& arm) {
  return json::array({{{"experiment", experiment}, {"arm", arm}}});
}

SumsQuery experimentsAt(Millis now) {
  SumsQuery query;
  query.by = SumsBy::Experiment;
  query.now = now;
  return query;
}

std::vector<std::string> earlierLines(const std::vector<EarlierSums>& sums) {
  std::vector<std::string> lines;
  for (const EarlierSums& each : sums) {
    lines.push_back(each.experiment + " " + each.arm + " after " + each.earlier.experiment + " " + each.earlier.arm +
                    ": " + std::to_string(each.earlier.visitors));
  }
  return lines;
}

class StoreOrders : public EachStore {};
AFTERMINT_EACH_STORE(StoreOrders);

TEST_P(StoreOrders, EarlierArmsAreThoseThatAUnitCameToBefore) {
  EventHistory history;
  const Millis later = kHistoryStart + kHistoryHour;
  for (const std::string visitor : {"a", "b", "c"}) {
    history.assign(visitor, kHistoryStart, 0, "", false, armIn("old", visitor == "c" ? "y" : "x"));
    history.assign(visitor, later, 0, "", false, armIn("new", "n"));
  }
  history.assign("d", kHistoryStart, 0, "", true, armIn("old", "x"));  // in the holdout of every experiment
  history.assign("d", later, 0, "", true, armIn("new", "n"));
  history.assign("e", later, 0, "", false, armIn("new", "n"));  // was in none before
  const auto store = fresh();
  store->append(history.events);
  EXPECT_THAT(earlierLines(store->earlier(experimentsAt(later))),
              ElementsAre("new n after old x: 2", "new n after old y: 1"));
  EXPECT_THAT(earlierLines(store->earlier(experimentsAt(later - 1))), IsEmpty());
}

TEST_P(StoreOrders, AReportNamesAnEarlierExperimentWhoseArmsAreNotSpreadEvenly) {
  EventHistory even, uneven;
  for (int i = 0; i < 400; ++i) {
    const std::string visitor = "v" + std::to_string(i);
    const std::string old = i % 2 == 0 ? "x" : "y";
    for (auto& [history, arm] : {std::pair{&even, i % 4 < 2 ? "a" : "b"}, {&uneven, i % 2 == 0 ? "a" : "b"}}) {
      history->assign(visitor, kHistoryStart, 0, "", false, armIn("old", old));
      history->assign(visitor, kHistoryStart + kHistoryHour, 0, "", false, armIn("new", arm));
    }
  }
  for (const EventHistory* history : {&even, &uneven}) {
    const auto store = fresh();
    store->append(history->events);
    report::ReportQuery query;
    query.by = report::ReportBy::Experiment;
    query.now = kHistoryStart + kDayMillis;
    const SumsQuery asked = report::sumsQuery(query);
    const report::Report made = report::makeReport(query, store->sums(asked), "GBP", store->earlier(asked));
    ASSERT_EQ(made.groups.size(), 2u);
    const Reading& fresh = made.groups[0].reading;
    ASSERT_EQ(made.groups[0].experiment, "new");
    ASSERT_EQ(fresh.carryOver.size(), 1u);
    EXPECT_EQ(fresh.carryOver[0].experiment, "old");
    EXPECT_EQ(fresh.carryOver[0].test.alarm, history == &uneven);
    EXPECT_THAT(made.groups[1].reading.carryOver, IsEmpty()) << "nothing came before the first";
  }
}

TEST_P(StoreOrders, AnOrderHasTheMoneyThatServersWrote) {
  EventHistory history;
  const json offer = {
      {"order", "1"}, {"offer", "F"}, {"placement", "post_purchase"}, {"path", "one_click"}, {"amount", 300}};
  history.pay("1", "v", kHistoryStart, 2000);
  history.add("accept", kHistoryStart, offer, true);
  history.add("refund", kHistoryStart, {{"order", "1"}, {"amount", 500}, {"refund", "r"}}, true);
  history.add("refund", kHistoryStart, {{"order", "1"}, {"amount", 9999}, {"refund", "claim"}});
  history.pay("2", "v", kHistoryStart, 70);
  const auto store = fresh();
  store->append(history.events);
  const OrderMoney money = store->orderMoney("1");
  EXPECT_TRUE(money.isPlaced);
  EXPECT_EQ(money.amount, 2000);
  EXPECT_EQ(money.gross, 2300);
  EXPECT_EQ(money.refunded, 500);
  EXPECT_EQ(money.refundKeys.size(), 1u);
  EXPECT_FALSE(store->orderMoney("3").isPlaced);
}

TEST_P(StoreOrders, TheCurrencyIsThatOfTheNewestOrderOfAServer) {
  EventHistory history;
  history.assign("v", kHistoryStart).currency = "USD";
  const auto store = fresh();
  EXPECT_EQ(store->currency(), "");
  store->append(history.events);
  EXPECT_EQ(store->currency(), "USD");
  history.add("order", kHistoryStart + 2, {{"order", "9"}, {"amount", 1}}).currency = "CHF";
  history.pay("1", "v", kHistoryStart, 100).currency = "EUR";
  store->append(history.events);
  EXPECT_EQ(store->currency(), "EUR");
}

}  // namespace
}  // namespace aftermint::testing
