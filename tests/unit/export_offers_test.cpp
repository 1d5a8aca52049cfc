// The exported table of offers: what each customer was offered, took, declined and gave back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/cli_scratch.h"
#include "unit/event_history.h"
#include "unit/exported_tables.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;

/** A store, and its table of offers. */
struct OfferedStore : EventHistory {
  void offer(const std::string& type, Millis after, const std::string& order, Minor amount = -1, bool trusted = false) {
    json data = {{"visitor", "v"}, {"offer", "F"}, {"placement", "checkout"}, {"order", order}};
    if (amount >= 0) data["amount"] = amount;
    if (type == "refund") data["refund"] = "r" + std::to_string(events.size());
    add(type, kHistoryStart + after, std::move(data), trusted);
  }
  [[nodiscard]] std::vector<json> rows() const {
    const Scratch scratch;
    const std::string url = "sqlite:" + scratch.path("store.sqlite");
    openStore(url)->append(events);
    StoreTables tables(url, {kHistoryStart + 200 * kDayMillis, 30 * kDayMillis});
    return exportedRows(tables, ExportTable::Offers);
  }
  /** The only row, or an empty one after a failure. */
  [[nodiscard]] json row() const {
    const std::vector<json> all = rows();
    EXPECT_EQ(all.size(), 1U) << json(all).dump(1);
    return all.size() == 1 ? all.front() : json();
  }
};

TEST(ExportedOffers, HaveEveryColumn) {
  OfferedStore store;
  store.assign("v", kHistoryStart, 0, "1", false, json::array({{{"experiment", "price"}, {"arm", "low"}}}));
  store.offer("exposure", 1000, "1");
  store.pay("1", "v", kHistoryStart + 3000, 9000);
  store.offer("accept", 2000, "1", 700, true);
  store.offer("refund", 9000, "1", 200, true);
  EXPECT_EQ(store.row(), json::parse(R"({"unit": "v", "visitor": "v", "order_id": "1", "placement": "checkout",
      "offer": "F", "assigned_at": "2026-11-30T00:53:20.000Z", "holdout": false,
      "arms": [{"experiment": "price", "arm": "low"}], "seen": true, "seen_at": "2026-11-30T00:53:21.000Z",
      "declined": false, "declined_at": null, "accepted": true, "accepted_at": "2026-11-30T00:53:22.000Z",
      "in_window": true, "undone": false, "returned": false, "kept": true, "amount": 700, "refunded": 200,
      "currency": "GBP", "digits": 2})"));
}

TEST(ExportedOffers, GiveWhatWasSeenWithoutAnOrderToTheFirstOrderThatTookIt) {
  OfferedStore store;
  store.assign("v", kHistoryStart);
  store.offer("exposure", 1000, "");  // on a product page
  store.offer("decline", 1500, "");
  store.offer("accept", 5000, "2", 700);
  store.offer("accept", 9000, "1", 700);
  store.offer("exposure", 20000, "");  // later, and not taken
  const std::vector<json> rows = store.rows();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0]["order_id"], nullptr);
  EXPECT_EQ(rows[0]["seen_at"], "2026-11-30T00:53:40.000Z");
  EXPECT_EQ(rows[0]["accepted"], false);
  EXPECT_EQ(rows[1]["order_id"], "1");
  EXPECT_EQ(rows[1]["seen"], false);
  EXPECT_EQ(rows[2]["order_id"], "2");
  EXPECT_EQ(rows[2]["seen_at"], "2026-11-30T00:53:21.000Z");
  EXPECT_EQ(rows[2]["declined"], true);
}

TEST(ExportedOffers, TellUndoneAndReturnedFromKept) {
  OfferedStore undone;
  undone.pay("1", "v", kHistoryStart, 9000);
  undone.offer("accept", 2000, "1", 700, true);
  undone.offer("undo", 3000, "1", 700, true);
  json row = undone.row();
  EXPECT_EQ(row["undone"], true);
  EXPECT_EQ(row["returned"], false);
  EXPECT_EQ(row["kept"], false);
  EXPECT_EQ(row["refunded"], 0);

  OfferedStore returned;
  returned.pay("1", "v", kHistoryStart, 9000);
  returned.offer("accept", 2000, "1", 700, true);
  returned.offer("refund", 3000, "1", 300, true);
  returned.offer("refund", 4000, "1", 400, true);
  row = returned.row();
  EXPECT_EQ(row["returned"], true);
  EXPECT_EQ(row["kept"], false);
  EXPECT_EQ(row["refunded"], 700);

  OfferedStore whole;  // no refund names the offer
  whole.pay("1", "v", kHistoryStart, 9000);
  whole.offer("accept", 2000, "1", 700, true);
  whole.add("refund", kHistoryStart + 4000, {{"order", "1"}, {"refund", "all"}, {"amount", 9000}}, true);
  row = whole.row();
  EXPECT_EQ(row["returned"], true);
  EXPECT_EQ(row["refunded"], 700);
}

TEST(ExportedOffers, NameTheHoldoutAndTheVisitorOfAnOrder) {
  OfferedStore store;
  store.assign("held", kHistoryStart, 0, "", true);
  store.pay("2", "walk-in", kHistoryStart, 9000);
  store.add("accept", kHistoryStart + 1,
            {{"order", "2"},
             {"offer", "F"},
             {"placement", "checkout"},
             {"amount", 700},
             {"arms", json::array({{{"experiment", "price"}, {"arm", "low"}}})}},
            true);
  const std::vector<json> rows = store.rows();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["unit"], "held");
  EXPECT_EQ(rows[0]["holdout"], true);
  EXPECT_EQ(rows[0]["seen"], false);
  EXPECT_EQ(rows[0]["in_window"], nullptr);
  EXPECT_EQ(rows[0]["amount"], nullptr);
  EXPECT_EQ(rows[1]["unit"], "order:2");
  EXPECT_EQ(rows[1]["visitor"], "walk-in") << "who bought is known, although never assigned";
  EXPECT_EQ(rows[1]["arms"], json::parse(R"([{"experiment": "price", "arm": "low"}])")) << "as the accept has them";
  EXPECT_EQ(rows[1]["in_window"], false);
}

TEST(ExportedOffers, CountAnAcceptForItsAssignmentWithinTheWindow) {
  for (const auto& [days, expected] : {std::pair{29, true}, {30, false}, {-1, false}}) {
    OfferedStore store;
    store.assign("v", kHistoryStart, 0, "other");
    store.offer("accept", days * kDayMillis, "1", 700);
    const std::vector<json> rows = store.rows();
    ASSERT_EQ(rows.size(), 2U) << "the assignment has an order of its own";
    EXPECT_EQ(rows[0]["in_window"], expected) << days;
  }
}

TEST(ExportedOffers, CountAnAcceptBeforeItsAssignmentIfThatNamesTheOrder) {
  OfferedStore store;
  store.assign("v", kHistoryStart, 0, "1");
  store.offer("accept", -5, "1", 700);
  EXPECT_EQ(store.row()["in_window"], true);
}

}  // namespace
}  // namespace aftermint::testing
