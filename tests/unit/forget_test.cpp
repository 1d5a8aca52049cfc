// Erasing one visitor: what goes, what stays, what the sums say then, and what is left in the bytes of the file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "accept/accept_db.h"
#include "accept/ticket_orders.h"
#include "aftermint/time.h"
#include "demo/server/shop_db.h"
#include "events/event_json.h"
#include "forget/forget_visitor.h"
#include "pay/sandbox.h"
#include "simulate/simulate.h"
#include "unit/cli_scratch.h"
#include "unit/event_history.h"
#include "unit/sums_reference.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kSecret = "visitor-7f3a9c";

class Forget : public ::testing::Test {
 protected:
  void append(const std::vector<Event>& events) const { openStore(url)->append(events); }
  [[nodiscard]] std::map<std::string, std::pair<std::int64_t, std::int64_t>> forget(
      const std::string& visitor = kSecret, bool dryRun = false) const {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> tables;
    const Forgotten forgotten = forgetVisitor(url, visitor, {dryRun, true});
    for (const ForgottenRows& each : forgotten.tables) {
      tables[each.table] = {each.erased, each.cleared};
    }
    return tables;
  }
  [[nodiscard]] std::int64_t number(const std::string& sql) const {
    return SQLite::Database(path).execAndGet(sql).getInt64();
  }
  [[nodiscard]] std::string text(const std::string& sql) const {
    return SQLite::Database(path).execAndGet(sql).getString();
  }
  /** The files of the store that hold these bytes: the database, its log, its shared memory. */
  [[nodiscard]] std::vector<std::string> filesWith(const std::string& bytes) const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(scratch.path(""))) {
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream all;
      all << in.rdbuf();
      if (all.str().find(bytes) != std::string::npos) found.push_back(entry.path().filename().string());
    }
    return found;
  }
  [[nodiscard]] std::vector<ArmSums> sums(SumsBy by = SumsBy::All) const {
    SumsQuery query;
    query.by = by;
    query.now = kHistoryStart + 200 * kDayMillis;
    return openStore(url)->sums(query);
  }

  Scratch scratch;
  std::string path = scratch.path("store.sqlite"), url = "sqlite:" + path;
};

Event serverEvent(EventType type, const std::string& offer = "") {
  ServerEvent event;
  event.type = type;
  event.order = "1";
  event.offer = offer;
  event.placement = offer.empty() ? "" : "checkout";
  event.visitor = kSecret;
  event.amount = 5;
  event.currency = "GBP";
  return makeServerEvent(event, kHistoryStart);
}

/** A visitor who saw, took and gave back, and another one. */
EventHistory twoVisitors() {
  const json arms = json::array({{{"experiment", "price"}, {"arm", "low"}}});
  EventHistory history;
  history.assign(kSecret, kHistoryStart, 500, "1", false, arms);
  history.add("exposure", kHistoryStart + 1,
              {{"visitor", kSecret}, {"offer", "F"}, {"placement", "checkout"}, {"arms", arms}});
  history.add("accept", kHistoryStart + 2,
              {{"visitor", kSecret}, {"order", "1"}, {"offer", "F"}, {"placement", "checkout"}, {"amount", 70}});
  history.pay("1", kSecret, kHistoryStart + 3, 9000);
  history.add("refund", kHistoryStart + 4, {{"order", "1"}, {"visitor", kSecret}, {"refund", "r"}, {"amount", 9}},
              true);
  history.assign("other", kHistoryStart, 0, "", false, arms);
  history.pay("2", "other", kHistoryStart + 3, 100);
  return history;
}

TEST_F(Forget, ErasesWhatPagesSaidAndKeepsMoneyWithoutTheVisitor) {
  append(twoVisitors().events);
  const auto tables = forget();
  EXPECT_EQ(tables.at("events"), (std::pair<std::int64_t, std::int64_t>{3, 2}));
  EXPECT_EQ(tables.at("assignments"), (std::pair<std::int64_t, std::int64_t>{2, 0}));
  EXPECT_EQ(tables.at("event_arms"), (std::pair<std::int64_t, std::int64_t>{1, 0}));
  EXPECT_EQ(number("SELECT count(*) FROM events"), 4);
  EXPECT_EQ(number("SELECT count(*) FROM events WHERE order_id = '1' AND unit = 'order:1' AND visitor = ''"), 2);
  EXPECT_EQ(number("SELECT sum(gross_change) FROM events WHERE order_id = '1'"), 9000);
  EXPECT_EQ(text("SELECT json_extract(json, '$.data.visitor') FROM events WHERE order_id = '1'"), "");
  EXPECT_EQ(text("SELECT json_extract(json, '$.data.amount') FROM events WHERE type = 'refund'"), "9");
}

TEST_F(Forget, TakesTheVisitorOutOfEveryExperiment) {
  std::vector<Event> events = twoVisitors().events, others;
  append(events);
  (void)forget();
  for (const Event& event : events) {
    if (event.visitor == "other") others.push_back(event);
  }
  for (const SumsBy by : {SumsBy::All, SumsBy::Placement, SumsBy::Offer, SumsBy::Experiment}) {
    SumsQuery query;
    query.by = by;
    query.now = kHistoryStart + 200 * kDayMillis;
    EXPECT_EQ(linesOf(sums(by)), linesOf(referenceSums(others, query)));
  }
  EXPECT_EQ(openStore(url)->counts().orderValue, 9100) << "the money is still in the books";
}

TEST_F(Forget, LeavesTheSumsOfAllOthersOnRandomHistories) {
  const std::vector<Event> events = RandomHistory(5).events();
  append(events);
  // Everybody but v7: their own events, and what was said of their orders without a visitor id.
  const std::set<std::string> orders = {"v7-0", "v7-1", "v7-2", "v7-3"};
  std::vector<Event> others;
  for (const Event& event : events) {
    if (event.visitor == "v7" || orders.contains(event.order) || event.visitor.starts_with("order:v7-")) continue;
    others.push_back(event);
  }
  EXPECT_GT(events.size() - others.size(), 5U);
  (void)forget("v7");
  for (int visit = 0; visit < 4; ++visit) {
    // An order that never named v7 is not theirs as far as the store knows.
    SQLite::Database(path, SQLite::OPEN_READWRITE)
        .exec("PRAGMA foreign_keys=ON; DELETE FROM events WHERE unit = 'order:v7-" + std::to_string(visit) + "'");
  }
  for (const SumsBy by : {SumsBy::All, SumsBy::Experiment}) {
    SumsQuery query;
    query.by = by;
    query.now = kHistoryStart + 200 * kDayMillis;
    EXPECT_EQ(linesOf(sums(by)), linesOf(referenceSums(others, query)));
  }
}

TEST_F(Forget, ErasesWhatPagesSaidOfTheVisitorsOrdersWithoutAVisitorId) {
  EventHistory history;
  history.assign("order:1", kHistoryStart, 0, "1");
  history.add("exposure", kHistoryStart + 1, {{"order", "1"}, {"offer", "F"}, {"placement", "checkout"}});
  history.pay("1", kSecret, kHistoryStart + 3, 9000);
  append(history.events);
  EXPECT_EQ(forget().at("events"), (std::pair<std::int64_t, std::int64_t>{2, 1}));
  EXPECT_THAT(sums(), IsEmpty()) << "the money must not move to a unit that is the same person";
}

TEST_F(Forget, LeavesAnOrderToTheVisitorThatTheServerNames) {
  EventHistory history;
  history.assign("order:1", kHistoryStart, 0, "1");
  history.add("exposure", kHistoryStart + 1,
              {{"visitor", kSecret}, {"order", "1"}, {"offer", "F"}, {"placement", "checkout"}});  // a forged claim
  history.pay("1", "other", kHistoryStart + 3, 9000);
  append(history.events);
  EXPECT_EQ(forget().at("events"), (std::pair<std::int64_t, std::int64_t>{1, 0}));
  EXPECT_EQ(sums().size(), 1U);
  EXPECT_EQ(text("SELECT visitor FROM events WHERE type = 'order'"), "other");
}

TEST_F(Forget, IsRepeatableAndSaysOfAStrangerThatThereIsNothing) {
  append(twoVisitors().events);
  EXPECT_EQ(forgetVisitor(url, "nobody").rows(), 0);
  EXPECT_EQ(number("SELECT count(*) FROM events"), 7);
  EXPECT_GT(forgetVisitor(url, kSecret).rows(), 0);
  EXPECT_EQ(forgetVisitor(url, kSecret).rows(), 0);
}

TEST_F(Forget, ChangesNothingInADryRun) {
  append(twoVisitors().events);
  const auto dry = forget(kSecret, true);
  EXPECT_EQ(number("SELECT count(*) FROM events WHERE visitor = '" + kSecret + "'"), 5);
  EXPECT_EQ(number("SELECT count(*) FROM assignments WHERE unit = '" + kSecret + "'"), 2);
  EXPECT_EQ(dry, forget()) << "a dry run counts what a real one does";
}

TEST_F(Forget, LeavesNoByteOfTheVisitorInTheFile) {
  simulate::Truth truth;
  truth.until = *readTime("2026-11-30T00:00:00Z");
  truth.days = 30;
  truth.visitorsPerDay = 100;
  truth.offers = simulate::defaultOffers();
  {
    const auto store = openStore(url);
    simulate::simulate(truth, *simulate::storeSink(*store));
  }
  SQLite::Database file(path);
  SQLite::Statement most(file,
                         "SELECT visitor FROM events WHERE visitor <> '' AND substr(visitor, 1, 6) <> 'order:' "
                         "GROUP BY visitor ORDER BY count(*) DESC, visitor LIMIT 5");
  std::vector<std::string> visitors;
  while (most.executeStep()) visitors.push_back(most.getColumn(0).getString());
  most.reset();
  ASSERT_EQ(visitors.size(), 5U);
  for (const std::string& visitor : visitors) {
    EXPECT_THAT(filesWith(visitor), Contains("store.sqlite"));
    const Forgotten forgotten = forgetVisitor(url, visitor);
    EXPECT_EQ(forgotten.rewrite, FileRewrite::Done);
    EXPECT_THAT(filesWith(visitor), IsEmpty()) << visitor;
  }
}

/** By default SQLite does not overwrite deleted content, so a file may hold what was deleted long ago. */
TEST_F(Forget, RemovesOldCopiesFromTheFreeSpaceOfTheFile) {
  append(twoVisitors().events);
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec("PRAGMA foreign_keys=ON; PRAGMA secure_delete=OFF; DELETE FROM events WHERE visitor = '" + kSecret +
            "'; PRAGMA wal_checkpoint(TRUNCATE)");
  EXPECT_THAT(filesWith(kSecret), Contains("store.sqlite"));
  const Forgotten forgotten = forgetVisitor(url, kSecret);
  EXPECT_EQ(forgotten.rows(), 0);
  EXPECT_THAT(filesWith(kSecret), IsEmpty());
}

TEST_F(Forget, SaysThatTheFileIsBusyWhileSomebodyReads) {
  append(twoVisitors().events);
  Sqlite reader(path, {}, SqliteAccess::Read);
  reader.database().exec("BEGIN");
  reader.ping();  // from now on it sees this moment
  const Forgotten busy = forgetVisitor(url, kSecret);
  EXPECT_EQ(busy.rewrite, FileRewrite::Busy);
  EXPECT_GT(busy.rows(), 0);
  reader.database().exec("COMMIT");
  EXPECT_EQ(forgetVisitor(url, kSecret).rewrite, FileRewrite::Done);
  EXPECT_THAT(filesWith(kSecret), IsEmpty());
}

TEST_F(Forget, RemovesTheVisitorFromEveryMemberOfAnEvent) {
  Event paid = serverEvent(EventType::Order);
  json whole = json::parse(paid.json);
  whole["customerid"] = kSecret;  // an extension attribute
  paid.json = whole.dump();
  append({paid});
  (void)forget();
  EXPECT_THAT(filesWith(kSecret), IsEmpty());
  EXPECT_EQ(withoutValue(R"({"a":["x","y",{"b":"x"}],"x":"y","c":{"d":"x","e":1}})", "x"),
            R"({"a":["y",{}],"x":"y","c":{"e":1}})");
  EXPECT_EQ(withoutValue(R"({"id":"1","data":{"order":"1","visitor":"1"}})", "1"),
            R"({"id":"1","data":{"order":"1"}})");
  EXPECT_EQ(withoutValue("not JSON: x", "x"), "{}");
  EXPECT_EQ(withoutValue(R"("x")", "y"), R"("x")");
}

/** Every part of the program in one file, as `aftermint-demo` has it, with one row of the visitor in each table. */
class ForgetEverywhere : public Forget {
 protected:
  ForgetEverywhere() {
    (void)openStore(url);
    const demo::ShopDb shop(path);
    AcceptDb accepts(path);
    const Sandbox bank(path, [] { return Millis{0}; });
    book = loadedBook();
    const TicketOrders tickets(path, *book);
    Sqlite file(path);
    file.run("INSERT INTO sessions (id, visitor, created) VALUES ('s', ?, 1)", kSecret);
    file.run(
        "INSERT INTO orders (id, number, session, nonce, attempt, currency, name, email, address, method, visitor, "
        "locale, notice, placed) VALUES ('1', 1, 's', 'n', 0, 'GBP', '', '', '', '', ?, 'en', '', 1)",
        kSecret);
    file.run("INSERT INTO ticket_orders VALUES ('1', 'GBP', '', ?, 'en', 1, 0)", kSecret);
    AcceptRecord record;
    record.key = "k";
    record.order = "1";
    record.visitor = kSecret;
    EXPECT_TRUE(accepts.begin(record, 1));
    EXPECT_EQ(accepts.commit(record, 1, "hash", serverEvent(EventType::Accept, "F")), Stored::Now);
  }

  static std::unique_ptr<const IndexedBook> loadedBook() { return std::make_unique<const IndexedBook>(Book()); }

  std::unique_ptr<const IndexedBook> book;
};

TEST_F(ForgetEverywhere, ClearsEveryTableOfTheProgram) {
  const std::pair<std::int64_t, std::int64_t> one{0, 1};
  const auto tables = forget();
  for (const char* table : {"offer_accepts", "event_outbox", "ticket_orders", "orders", "sessions"}) {
    ASSERT_TRUE(tables.contains(table)) << table;
    EXPECT_EQ(tables.at(table), one) << table;
  }
  EXPECT_THAT(filesWith(kSecret), IsEmpty());
  AcceptDb accepts(path);
  EXPECT_EQ(accepts.accept("k")->state, AcceptState::Accepted);
  const auto store = openStore(url);
  accepts.relay(*store);
  EXPECT_EQ(text("SELECT unit FROM events"), "order:1") << "a waiting event arrives without the visitor";
}

/** A new table with a visitor must be cleared too, so this test fails until `forget` knows it. */
TEST_F(ForgetEverywhere, KnowsEveryTableWithAVisitor) {
  EXPECT_THAT(forgetVisitor(url, kSecret).otherTables, IsEmpty());
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec("CREATE TABLE newsletter (visitor TEXT); INSERT INTO newsletter VALUES ('" + kSecret + "')");
  EXPECT_THAT(forgetVisitor(url, kSecret).otherTables, ElementsAre("newsletter"));
  EXPECT_EQ(text("SELECT visitor FROM newsletter"), kSecret) << "somebody else's table stays as it is";
}

TEST_F(Forget, LeavesTablesOfOthersThatAreNamedAsOurs) {
  append(twoVisitors().events);
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec("CREATE TABLE orders (visitor TEXT); INSERT INTO orders VALUES ('" + kSecret + "')");
  const Forgotten forgotten = forgetVisitor(url, kSecret);
  EXPECT_THAT(forgotten.otherTables, ElementsAre("orders"));
  EXPECT_EQ(text("SELECT visitor FROM orders"), kSecret);
}

TEST_F(Forget, RefusesAStoreOfAnOlderVersionWithoutChangingIt) {
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(
          "CREATE TABLE schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL);"
          "INSERT INTO schema_versions VALUES ('events', 1)");
  EXPECT_THROW((void)forgetVisitor(url, kSecret), StoreError);
  EXPECT_EQ(number("SELECT version FROM schema_versions"), 1);
}

}  // namespace
}  // namespace aftermint::testing
