// What the store in ClickHouse adds to what every store does: faults of the server, repeats, versions, other programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <sstream>
#include <thread>

#include "events/clickhouse_client.h"
#include "events/clickhouse_store.h"
#include "events/clickhouse_tsv.h"
#include "export/store_tables.h"
#include "forget/forget_visitor.h"
#include "unit/cli_scratch.h"
#include "unit/clickhouse_server.h"
#include "unit/event_history.h"
#include "unit/sums_reference.h"

namespace aftermint::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ClickHouseUrl, NamesServerUserAndDatabase) {
  const ClickHouseAddress whole("clickhouse://shop:p%40ss%2Fw@db.example:9123/my%20events");
  EXPECT_EQ(whole.user, "shop");
  EXPECT_EQ(whole.password, "p@ss/w");
  EXPECT_EQ(whole.host, "db.example");
  EXPECT_EQ(whole.port, 9123);
  EXPECT_EQ(whole.database, "my events");
  const ClickHouseAddress small("clickhouse://[::1]");
  EXPECT_EQ(small.host, "[::1]");
  EXPECT_EQ(small.port, 8123);
  EXPECT_EQ(small.database, "default");
  EXPECT_FALSE(small.isSecure);
  const ClickHouseAddress secure("clickhouses://shop@db.example/events");
  EXPECT_TRUE(secure.isSecure);
  EXPECT_EQ(secure.port, 8443);
  EXPECT_EQ(secure.host, "db.example");
  EXPECT_EQ(ClickHouseAddress("clickhouses://h:9440").port, 9440);
}

TEST(ClickHouseUrl, IsRefusedWithoutItsPasswordInTheMessage) {
  for (const char* url : {"clickhouse://u:secret@", "clickhouse://u:secret@h:0/x", "clickhouse://u:secret@h:1x",
                          "clickhouse://u:secret@h/a/b", "clickhouse://u:secret@h/x?y=z", "clickhouse://u:secret%4@h",
                          "clickhouse://u:secret@h h", "clickhouse:/u:secret@h", "postgres://u:secret@h",
                          "clickhouses://u:secret@h/x?secure=1", "https://u:secret@h"}) {
    try {
      (void)openStore(url);
      ADD_FAILURE() << url;
    } catch (const StoreError& error) {
      EXPECT_THAT(error.what(), Not(HasSubstr("secret"))) << url;
    }
  }
}

TEST(ClickHouseUrl, IsShownWithoutItsPassword) {
  EXPECT_EQ(storeForDisplay("clickhouse://u:p:w@h:1/d"), "clickhouse://u:…@h:1/d");
  EXPECT_EQ(storeForDisplay("clickhouses://u:p:w@h:1/d"), "clickhouses://u:…@h:1/d");
  EXPECT_EQ(storeForDisplay("clickhouse://u@h:1/d"), "clickhouse://u@h:1/d");
  EXPECT_EQ(storeForDisplay("clickhouse://h:1"), "clickhouse://h:1");
  EXPECT_EQ(storeForDisplay("sqlite:a@b:c"), "sqlite:a@b:c");
}

TEST(ClickHouseTsv, ReadsRowsInPartsOfAnySize) {
  const std::string bytes = "a\\tb\tc\\\\\n\t\\n\\0\n";
  for (std::size_t part = 1; part <= bytes.size(); ++part) {
    std::vector<std::vector<std::string>> rows;
    TsvReader reader([&rows](const std::vector<std::string>& row) { rows.push_back(row); });
    for (std::size_t at = 0; at < bytes.size(); at += part) reader.take(std::string_view(bytes).substr(at, part));
    reader.finish();
    EXPECT_THAT(rows, ElementsAre(ElementsAre("a\tb", "c\\"), ElementsAre("", std::string("\n\0", 2))));
  }
  TsvReader cut([](const auto&) {});
  cut.take("a\tb");
  EXPECT_THROW(cut.finish(), StoreError);
}

Event pageEvent(const std::string& id, const std::string& key, Millis time = kHistoryStart) {
  Event event;
  event.source = "/page";
  event.id = id;
  event.type = "exposure";
  event.key = key;
  event.time = event.received = time;
  event.offer = "F";
  event.placement = "checkout";
  event.visitor = "v";
  event.currency = "GBP";
  event.json = "{}";
  return event;
}

SumsQuery everything(SumsBy by = SumsBy::Offer) {
  SumsQuery query;
  query.by = by;
  query.now = kHistoryStart + 200 * kDayMillis;
  return query;
}

/** Short times, so that a test of faults is quick. */
ClickHouseLimits quick() {
  ClickHouseLimits limits;
  limits.connect = std::chrono::milliseconds(500);
  limits.answer = std::chrono::milliseconds(700);
  limits.total = std::chrono::milliseconds(1'500);
  return limits;
}

class ClickHouse : public ::testing::Test {
 protected:
  void SetUp() override {
    url = freshClickHouse();
    if (url.empty()) GTEST_SKIP() << kNoClickHouse;
  }
  void TearDown() override {
    if (!url.empty()) dropClickHouse(url);
  }
  [[nodiscard]] std::string fault() const {
    try {
      (void)openStoreReadOnly(url);
    } catch (const StoreError& error) {
      return error.what();
    }
    return {};
  }
  void run(const std::string& sql) const { ClickHouseClient(ClickHouseAddress(url)).run(sql); }
  [[nodiscard]] std::string value(const std::string& sql) const {
    return ClickHouseClient(ClickHouseAddress(url)).value(sql);
  }

  std::string url;
};

TEST_F(ClickHouse, CountsRepeatsOnceWhetherTheEngineHasMergedThemOrNot) {
  const RandomHistory history(11);
  const auto expected = linesOf(referenceSums(history.events(), everything()));
  const auto store = openStore(url);
  run("SYSTEM STOP MERGES");
  for (int i = 0; i < 3; ++i) store->append(history.events());
  EXPECT_GE(std::stoll(value("SELECT count() FROM events")), 3 * store->countFrom("")) << "nothing is merged yet";
  EXPECT_EQ(linesOf(store->sums(everything())), expected);
  const StoreCounts counts = store->counts();
  run("SYSTEM START MERGES");
  run("OPTIMIZE TABLE events FINAL");
  EXPECT_EQ(linesOf(store->sums(everything())), expected);
  store->append(history.events());  // late
  EXPECT_EQ(linesOf(store->sums(everything())), expected);
  EXPECT_EQ(store->counts().orderValue, counts.orderValue);
  const auto sqlite = openStore("sqlite::memory:");
  sqlite->append(history.events());
  EXPECT_EQ(store->countFrom(""), sqlite->countFrom(""));
  EXPECT_EQ(counts.orderValue, sqlite->counts().orderValue);
  EXPECT_EQ(counts.offerValue, sqlite->counts().offerValue);
  ASSERT_EQ(counts.rows.size(), sqlite->counts().rows.size());
  for (std::size_t i = 0; i < counts.rows.size(); ++i) {
    const OfferCounts& a = counts.rows[i];
    const OfferCounts b = sqlite->counts().rows[i];
    EXPECT_TRUE(a.offer == b.offer && a.exposures == b.exposures && a.accepts == b.accepts &&
                a.declines == b.declines && a.undos == b.undos && a.revenue == b.revenue)
        << a.offer;
  }
}

TEST_F(ClickHouse, KeepsTheFirstOfTwoEventsWithOneKeyAndAnyTextAsItIs) {
  const auto store = openStore(url);
  Event first = pageEvent("a", "k"), second = pageEvent("b", "k");
  first.offer = "it's a \\ 'quote' \t\xf0\x9f\x8e\x81";
  second.offer = "other";
  store->append({first});
  store->append({second});
  const StoreCounts counts = store->counts();
  ASSERT_EQ(counts.rows.size(), 1u);
  EXPECT_EQ(counts.rows[0].offer, first.offer);
  Event order = pageEvent("o", "o/order");
  order.type = "order";
  order.trusted = true;
  order.order = "x' OR 1 = 1 --\\";
  order.amount = 5;
  store->append({order});
  EXPECT_EQ(store->orderMoney(order.order).amount, 5);
  EXPECT_FALSE(store->orderMoney("x").isPlaced);
  EXPECT_EQ(store->countFrom("/pa"), 2);
  EXPECT_EQ(store->countFrom("' OR 1 = 1 --"), 0);
}

TEST_F(ClickHouse, IsNotCreatedByReadersAndRefusesOtherTables) {
  EXPECT_THAT(fault(), HasSubstr("t_"));
  (void)openStore(url);
  EXPECT_EQ(fault(), "");
  EXPECT_THROW(openStoreReadOnly(url)->append({pageEvent("a", "k")}), StoreError);
  run("INSERT INTO schema_versions (part, version) VALUES ('events', 99)");
  EXPECT_THAT(fault(), HasSubstr("another version of aftermint"));
  EXPECT_THROW((void)openStore(url), StoreError);
  run("DROP TABLE schema_versions");
  EXPECT_THAT(fault(), HasSubstr("is not a store of aftermint"));
  EXPECT_THROW((void)openStore(url), StoreError);
}

TEST_F(ClickHouse, IsOpenedByManyAtOnce) {
  std::vector<std::future<void>> starts;
  for (int i = 0; i < 4; ++i) {
    starts.push_back(
        std::async(std::launch::async, [&, i] { openStore(url)->append({pageEvent("a" + std::to_string(i), "k")}); }));
  }
  for (std::future<void>& each : starts) each.get();
  EXPECT_EQ(openStore(url)->countFrom(""), 1);
}

/** The bytes of a table as NDJSON. */
std::string exported(const std::string& url, ExportTable table, const ExportQuery& query) {
  std::string bytes;
  StoreTables(url, query).write(table, ExportFormat::Ndjson, [&](std::string_view part) { bytes += part; });
  return bytes;
}

TEST_F(ClickHouse, ExportsTheTablesOfSqlite) {
  const Scratch scratch;
  const std::string sqlite = "sqlite:" + scratch.path("store.sqlite");
  std::size_t bytes = 0;
  const RandomHistory history(3);
  openStore(sqlite)->append(history.events());
  openStore(url)->append(history.events());
  const ExportQuery query{kHistoryStart + 100 * kDayMillis, 10 * kDayMillis};
  for (const ExportTable table : kExportTables) {
    const std::string expected = exported(sqlite, table, query);
    EXPECT_EQ(exported(url, table, query), expected) << toString(table);
    bytes += expected.size();
  }
  EXPECT_GT(bytes, 20'000u);
}

TEST_F(ClickHouse, ForgetsAVisitorAsSqliteDoes) {
  const Scratch scratch;
  const std::string sqlite = "sqlite:" + scratch.path("store.sqlite");
  const RandomHistory history(7);
  openStore(sqlite)->append(history.events());
  const auto store = openStore(url);
  store->append(history.events());
  const auto before = linesOf(store->sums(everything(SumsBy::Experiment)));
  std::int64_t cleared = 0, erased = 0;
  for (const char* visitor : {"v3", "v14", "nobody"}) {
    const Forgotten expected = forgetVisitor(sqlite, visitor);
    const Forgotten dry = forgetVisitor(url, visitor, {true, true});
    const Forgotten done = forgetVisitor(url, visitor);
    ASSERT_EQ(done.tables.size(), 1u);
    EXPECT_EQ(done.tables[0].cleared, expected.tables[0].cleared) << visitor;
    EXPECT_EQ(dry.tables[0].erased, done.tables[0].erased) << visitor;
    EXPECT_EQ(dry.tables[0].cleared, done.tables[0].cleared) << visitor;
    EXPECT_EQ(forgetVisitor(url, visitor).rows(), 0);
    EXPECT_EQ(value("SELECT count() FROM events WHERE visitor = " + clickHouseText(visitor) + " OR position(json, " +
                    clickHouseText("\"" + std::string(visitor) + "\"") + ") > 0"),
              "0");
    cleared += done.tables[0].cleared;
    erased += done.tables[0].erased;
  }
  EXPECT_GT(cleared, 0);
  EXPECT_GT(erased, 0);
  for (const SumsBy by : {SumsBy::All, SumsBy::Experiment}) {
    EXPECT_EQ(linesOf(store->sums(everything(by))), linesOf(openStore(sqlite)->sums(everything(by))));
  }
  EXPECT_NE(linesOf(store->sums(everything(SumsBy::Experiment))), before);
}

/** Faults of the server itself need a server of the test's own. */
class ClickHouseFaults : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!canStartClickHouse()) GTEST_SKIP() << kNoClickHouse;
    server = std::make_unique<ClickHouseServer>();
  }
  [[nodiscard]] std::unique_ptr<ClickHouseStore> store(ClickHouseLimits limits) const {
    return std::make_unique<ClickHouseStore>(ClickHouseAddress(server->url("shop")), ClickHouseAccess::Write, limits);
  }
  std::unique_ptr<ClickHouseServer> server;
};

TEST_F(ClickHouseFaults, KeepsWhatWasAcknowledgedWhenTheServerIsKilled) {
  ClickHouseLimits patient;
  patient.total = std::chrono::minutes(2);
  const auto shop = store(patient);
  std::int64_t stored = 0;
  for (int round = 0; round < 2; ++round) {
    std::future<void> later;
    for (int i = 0; i < 20; ++i, ++stored) shop->append({pageEvent(std::to_string(stored), "")});
    later = std::async(std::launch::async, [&, id = stored] { shop->append({pageEvent(std::to_string(id), "")}); });
    server->kill();
    server->start();
    later.get();  // tried again until the server was back
    ++stored;
  }
  EXPECT_EQ(shop->countFrom(""), stored);
}

TEST_F(ClickHouseFaults, AreErrorsAfterALimitAndPass) {
  const auto shop = store(quick());
  shop->append({pageEvent("a", "")});
  server->pause();  // it takes connections and does not answer
  EXPECT_THROW(shop->append({pageEvent("b", "")}), StoreError);
  EXPECT_THROW(shop->ping(), StoreError);
  server->resume();
  shop->append({pageEvent("b", "")});
  EXPECT_EQ(shop->countFrom(""), 2) << "a repeat of what may have been stored counts once";
  server->kill();
  EXPECT_THROW(shop->append({pageEvent("c", "")}), StoreError);
  EXPECT_THROW((void)shop->sums(everything()), StoreError);
  server->start();
  shop->append({pageEvent("c", "")});
  EXPECT_EQ(shop->countFrom(""), 3);
}

TEST_F(ClickHouseFaults, SayWhatIsWrongWithoutThePassword) {
  const std::string url = server->url("shop");
  const std::string host = url.substr(std::string("clickhouse://").size());
  openStore("clickhouse://shop:top%3Asecret%2F1@" + host)->append({pageEvent("a", "k")});
  try {
    (void)openStore("clickhouse://shop:wrong-secret@" + host);
    ADD_FAILURE() << "a wrong password was taken";
  } catch (const StoreError& error) {
    EXPECT_THAT(error.what(), HasSubstr("password"));
    EXPECT_THAT(error.what(), Not(HasSubstr("secret")));
  }
}

TEST_F(ClickHouseFaults, BoundAnAnswer) {
  ClickHouseLimits small;
  small.bytes = 1'000;
  ClickHouseClient client(ClickHouseAddress(server->url("default")), small);
  EXPECT_THROW((void)client.rows("SELECT number FROM system.numbers LIMIT 100000"), StoreError);
  std::size_t rows = 0;
  client.eachRow("SELECT number FROM system.numbers LIMIT 100000", {}, [&rows](const auto&) { ++rows; });
  EXPECT_EQ(rows, 100'000u);
  EXPECT_THROW((void)client.rows("SELECT throwIf(number = 70000) FROM system.numbers LIMIT 100000"), StoreError);
}

/** Two servers with half of the orders each, and a database whose table `events` reads both. */
TEST(ClickHouseShards, GiveTheSameReadingsAndAreAnErrorWhenOneIsDead) {
  if (!canStartClickHouse()) GTEST_SKIP() << kNoClickHouse;
  ClickHouseServer second;
  // The first server knows the ports of both; its own is not known before it starts, so it is a third one.
  ClickHouseServer first;
  ClickHouseServer front({first.tcpPort(), second.tcpPort()});
  for (const ClickHouseServer* shard : {&first, &second}) (void)openStore(shard->url("shop"));
  const std::string url = front.url("shop");
  (void)openStore(url);
  ClickHouseClient client{ClickHouseAddress(url)};
  client.run("RENAME TABLE events TO events_layout");
  client.run(
      "CREATE TABLE events AS events_layout ENGINE = Distributed(shards, shop, events, cityHash64(if(order_id != '', "
      "order_id, unit)))");
  client.run("DROP TABLE events_layout");
  const auto store = openStore(url);
  const RandomHistory history(5);
  store->append(history.events());
  store->append(history.events());
  const auto on = [](const ClickHouseServer& shard) {
    return std::stoll(ClickHouseClient(ClickHouseAddress(shard.url("shop"))).value("SELECT count() FROM events"));
  };
  EXPECT_GT(on(first), 50);
  EXPECT_GT(on(second), 50);
  for (const SumsBy by : {SumsBy::Experiment, SumsBy::All}) {
    EXPECT_EQ(linesOf(store->sums(everything(by))), linesOf(referenceSums(history.events(), everything(by))));
  }
  const auto sqlite = openStore("sqlite::memory:");
  sqlite->append(history.events());
  EXPECT_EQ(store->countFrom(""), sqlite->countFrom(""));
  EXPECT_EQ(store->counts().orderValue, sqlite->counts().orderValue);
  EXPECT_EQ(store->earlier(everything()).size(), sqlite->earlier(everything()).size());
  EXPECT_THROW((void)store->dropFrom("/page"), StoreError) << "each shard deletes its own";
  second.kill();
  const auto hurried = std::make_unique<ClickHouseStore>(ClickHouseAddress(url), ClickHouseAccess::Write, quick());
  EXPECT_THROW((void)hurried->sums(everything()), StoreError) << "half of the orders are missing";
  EXPECT_THROW(hurried->append(history.events()), StoreError);
}

}  // namespace
}  // namespace aftermint::testing
