// How long events of pages are kept.
#include <gtest/gtest.h>

#include <cstdint>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "aftermint/time.h"
#include "events/store.h"
#include "unit/each_store.h"

namespace aftermint::testing {
namespace {

class StoreRetention : public EachStore {};
AFTERMINT_EACH_STORE(StoreRetention);

TEST_P(StoreRetention, DeletesOldEventsOfPagesThatAreNotUnderTest) {
  const auto store = fresh();
  const Millis day = kDayMillis, now = 20'000 * day;
  std::vector<Event> events;
  const auto add = [&events](const std::string& type, const std::string& offer, Millis received, bool trusted) {
    Event event;
    event.source = trusted ? "/server" : "/page";
    event.id = std::to_string(events.size());
    event.type = type;
    event.offer = offer;
    event.placement = "checkout";
    event.order = event.visitor = "v" + event.id;
    event.time = event.received = received;
    event.amount = 100;
    event.currency = "GBP";
    event.trusted = trusted;
    event.json = R"({"data":{}})";
    events.push_back(std::move(event));
  };
  for (int i = 0; i < 2'500; ++i) {
    add("assignment", "plain", now - (i % 2 == 0 ? 40 : 20) * day, false);
    add("exposure", i % 5 == 0 ? "tested" : "plain", now - (i % 2 == 0 ? 40 : 20) * day, false);
  }
  add("fault", "", now - 40 * day, false);
  add("order", "", now - 40 * day, true);
  store->append(events);
  const auto visitors = [&](const std::string& offer) {
    SumsQuery query;
    query.by = SumsBy::Offer;
    query.now = now;
    std::int64_t sum = 0;
    for (const ArmSums& row : store->sums(query)) sum += row.offer == offer ? row.counts.visitors : 0;
    return sum;
  };
  ASSERT_EQ(visitors("plain"), 4'500);
  EXPECT_EQ(store->completeSince(), 0);
  EXPECT_EQ(store->dropPageEvents(now - 50 * day, {"tested"}, {}), 0);
  EXPECT_EQ(store->completeSince(), 0) << "nothing was that old";

  EXPECT_EQ(store->dropPageEvents(now - 30 * day, {"tested"}, {}), 1'250 + 1'000 + 1);
  EXPECT_EQ(store->completeSince(), now - 30 * day);
  EXPECT_EQ(visitors("plain"), 2'250);
  EXPECT_EQ(visitors("tested"), 500) << "all, whatever their age";
  EXPECT_TRUE(store->orderMoney("v5001").isPlaced) << "what servers wrote is the shop's";
  EXPECT_EQ(store->dropPageEvents(now - 30 * day, {"tested"}, {}), 0);

  if (isClickHouse()) {  // it deletes everything in one step, and cannot be stopped
    EXPECT_EQ(store->dropPageEvents(now, {}, {}), 2'750);
    EXPECT_EQ(store->countFrom(""), 1);
    return;
  }
  std::stop_source stopping;
  stopping.request_stop();
  const std::int64_t some = store->dropPageEvents(now, {}, stopping.get_token());
  EXPECT_GT(some, 0);
  EXPECT_LT(some, 2'750) << "it ends after a step";
  EXPECT_EQ(store->dropPageEvents(now, {}, {}), 2'750 - some);
  EXPECT_EQ(store->countFrom(""), 1);
}

}  // namespace
}  // namespace aftermint::testing
