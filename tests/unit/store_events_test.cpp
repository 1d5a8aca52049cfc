// The event store: repeats, priority of the server's events, sums, durability, several writers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <thread>

#include "events/store.h"
#include "ids.h"
#include "sqlite.h"
#include "unit/each_store.h"

namespace aftermint::testing {
namespace {

Event event(const std::string& id, const std::string& type, const std::string& key, Minor amount = 0,
            bool trusted = false, const std::string& placement = "post_purchase") {
  Event made;
  made.source = trusted ? "/server" : "/page";
  made.id = id;
  made.type = type;
  made.key = key;
  made.offer = type == "order" ? "" : "offer";
  made.placement = type == "order" ? "" : placement;
  made.amount = amount;
  made.currency = "GBP";
  made.json = "{}";
  made.trusted = trusted;
  return made;
}

OfferCounts only(Store& store) {
  const StoreCounts counts = store.counts();
  EXPECT_EQ(counts.rows.size(), 1u);
  return counts.rows.empty() ? OfferCounts() : counts.rows.front();
}

class StoreEvents : public EachStore {};
AFTERMINT_EACH_STORE(StoreEvents);

TEST_P(StoreEvents, StoresARepeatedEventOnce) {
  const auto store = fresh();
  store->append({event("a", "exposure", "k"), event("a", "exposure", "k2"), event("b", "exposure", "k")});
  store->append({event("a", "exposure", "k")});
  EXPECT_EQ(only(*store).exposures, 1);
}

TEST_P(StoreEvents, CountsEventsWithoutAKeySeparately) {
  const auto store = fresh();
  store->append({event("a", "exposure", ""), event("b", "exposure", "")});
  EXPECT_EQ(only(*store).exposures, 2);
}

TEST_P(StoreEvents, PrefersTheServersEventToThePagesInAnyOrder) {
  for (const bool claimFirst : {true, false}) {
    const auto store = fresh();
    store->append({event("o", "order", "1/order", 10000, true)});
    if (claimFirst) store->append({event("claim", "accept", "k", 1)});
    store->append({event("word", "accept", "k", 3000, true)});
    if (!claimFirst) store->append({event("claim", "accept", "k", 1)});
    EXPECT_EQ(only(*store).accepts, 1);
    EXPECT_EQ(only(*store).revenue, 3000);
  }
}

TEST_P(StoreEvents, CountsPageEventsOnlyWithoutServerEvents) {
  const auto store = fresh();
  store->append({event("e", "exposure", "e"), event("a", "accept", "k", 500)});
  EXPECT_EQ(only(*store).accepts, 1);
  EXPECT_EQ(store->counts().offerValue, 500);
  store->append({event("o", "order", "1/order", 10000, true)});
  EXPECT_EQ(only(*store).accepts, 0);
  EXPECT_EQ(only(*store).revenue, 0);
  EXPECT_EQ(only(*store).exposures, 1);
  EXPECT_EQ(store->counts().offerValue, 0);
}

TEST_P(StoreEvents, AddsOffersAfterPaymentToTheOrderValueAndBumpsNotTwice) {
  const auto store = fresh();
  store->append({event("o", "order", "1/order", 12400, true), event("b", "accept", "bump", 2400, true, "checkout"),
                 event("a", "accept", "k1", 3000, true), event("x", "accept", "k2", 700, true),
                 event("u", "undo", "k2", 700, true)});
  const StoreCounts counts = store->counts();
  EXPECT_EQ(counts.currency, "GBP");
  EXPECT_EQ(counts.orders, 1);
  EXPECT_EQ(counts.orderValue, 15400);
  EXPECT_EQ(counts.offerValue, 5400);
}

TEST_P(StoreEvents, IsEmptyAtFirst) {
  const StoreCounts counts = fresh()->counts();
  EXPECT_EQ(counts.orders, 0);
  EXPECT_EQ(counts.orderValue, 0);
  EXPECT_TRUE(counts.rows.empty());
}

TEST_P(StoreEvents, KeepsEventsAfterReopening) {
  const std::string url = freshUrl();
  openStore(url)->append({event("a", "exposure", "k")});
  EXPECT_EQ(only(*openStore(url)).exposures, 1);
}

TEST_P(StoreEvents, AcceptsEventsFromManyThreadsAndTwoStoresAtOnce) {
  const std::string url = freshUrl();
  const auto one = openStore(url), two = openStore(url);
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 8; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 50; ++i) {
        const std::string id = std::to_string(writer) + "/" + std::to_string(i);
        (writer % 2 == 0 ? *one : *two)
            .append({event(id, "exposure", id), event("x" + id, "exposure", std::to_string(i))});
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(only(*one).exposures, 8 * 50 + 50);
}

TEST(StoreUrls, AreRefusedIfUnknown) {
  for (const char* url : {"", "sqlite:", "postgres://x", "/tmp/x.sqlite", "sqlite:/no/such/folder/x.sqlite"}) {
    EXPECT_THROW(static_cast<void>(openStore(url)), StoreError) << url;
  }
}

class StoreFile : public ::testing::Test {
 protected:
  const std::string path = (std::filesystem::temp_directory_path() / ("aftermint-" + randomId() + ".sqlite")).string();
  ~StoreFile() override {
    for (const char* end : {"", "-wal", "-shm"}) std::remove((path + end).c_str());
  }
};

TEST_F(StoreFile, FailsCompletelyAndRecovers) {
  const auto store = openStore("sqlite:" + path);
  Sqlite outside(path);
  outside.database().exec("ALTER TABLE events RENAME TO away");
  EXPECT_THROW(store->append({event("a", "exposure", "k")}), StoreError);
  EXPECT_THROW(static_cast<void>(store->counts()), StoreError);
  outside.database().exec("ALTER TABLE away RENAME TO events");
  store->append({event("a", "exposure", "k")});
  EXPECT_EQ(only(*store).exposures, 1);
}

TEST_F(StoreFile, RefusesAFileOfANewerVersion) {
  openStore("sqlite:" + path)->append({event("a", "exposure", "k")});
  Sqlite(path).database().exec("UPDATE schema_versions SET version = 99 WHERE part = 'events'");
  EXPECT_THROW(static_cast<void>(openStore("sqlite:" + path)), StoreError);
}

}  // namespace
}  // namespace aftermint::testing
