// The sums of a store in SQLite equal one SQL statement over all its events, whatever was written and deleted before.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <memory>
#include <random>
#include <stop_token>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "events/store.h"
#include "forget/forget_visitor.h"
#include "sqlite_backup.h"
#include "unit/cli_scratch.h"
#include "unit/event_history.h"
#include "unit/sums_by_sql.h"
#include "unit/sums_reference.h"

namespace aftermint::testing {
namespace {

constexpr SumsBy kDivisions[] = {SumsBy::All, SumsBy::Placement, SumsBy::Offer, SumsBy::Experiment};

std::string textOf(const std::vector<ArmSums>& rows) {
  std::string text;
  for (const ArmSums& row : rows) text += lineOf(row) + "\n";  // not sorted: the order of the rows is promised
  return text;
}

/** A random history with what its makers leave out: equal times, lost ids, claims without an order, other placements.
 */
std::vector<Event> roughHistory(unsigned seed) {
  std::mt19937 random(seed);
  const auto chance = [&random](unsigned percent) { return random() % 100 < percent; };
  std::vector<Event> events = RandomHistory(seed).events();
  const bool isCoarse = chance(50);
  for (Event& event : events) {
    if (isCoarse) event.time = event.time / (24 * kHistoryHour) * (24 * kHistoryHour);
    if (chance(3)) event.visitor.clear();
    if (chance(3)) event.visitor = "v" + std::to_string(random() % 40);
    if (chance(3)) event.order.clear();
    if (chance(3)) event.placement = chance(50) ? "thank_you" : "";
    if (chance(3)) event.amount.reset();
    if (chance(3)) event.offer.clear();
    if (chance(3)) event.trusted = !event.trusted;
    if (chance(3)) event.key.clear();
    event.received = event.time + static_cast<Millis>(random() % 1'000);
  }
  return events;
}

/** A store in a file, and the same file read by SQL. */
class SumsInOneStatement : public ::testing::Test {
 protected:
  void check(const std::string& when) { checkStore(*store_, *sql_, when); }

  void checkStore(Store& store, Sqlite& sql, const std::string& when) {
    for (const SumsBy by : kDivisions) {
      for (const auto& [days, window, from] : {std::tuple{200, 30, 0}, {60, 7, 20}}) {
        SumsQuery query;
        query.by = by;
        query.now = kHistoryStart + days * kDayMillis;
        query.window = window * kDayMillis;
        if (from > 0) query.from = kHistoryStart + from * kDayMillis;
        const std::vector<ArmSums> expected = sumsBySql(sql, query);
        rows_ += expected.size();
        ASSERT_EQ(textOf(store.sums(query)), textOf(expected)) << when << ", by " << static_cast<int>(by);
      }
    }
  }

  void open() {
    store_ = openStore("sqlite:" + path_);
    sql_ = std::make_unique<Sqlite>(path_);
    addExactSum(*sql_);
  }
  void close() {
    sql_.reset();
    store_.reset();
  }

  Scratch scratch_;
  std::string path_ = scratch_.path("store.sqlite");
  std::unique_ptr<Store> store_;
  std::unique_ptr<Sqlite> sql_;
  std::size_t rows_ = 0;  ///< compared
};

TEST_F(SumsInOneStatement, HoldWhateverIsWrittenAndDeleted) {
  const unsigned seeds = std::getenv("AFTERMINT_ALL") == nullptr ? 6 : 200;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    path_ = scratch_.path("store-" + std::to_string(seed) + ".sqlite");
    open();
    check("empty");
    std::mt19937 random(seed);
    std::vector<Event> events = roughHistory(seed);
    for (std::size_t at = 0; at < events.size();) {
      const std::size_t batch = std::min<std::size_t>(events.size() - at, 1 + random() % 300);
      const auto first = events.begin() + static_cast<std::ptrdiff_t>(at);
      store_->append({first, first + static_cast<std::ptrdiff_t>(batch)});
      at += batch;
      ASSERT_NO_FATAL_FAILURE(check("after " + std::to_string(at) + " events"));
      switch (random() % 3) {
        case 0: {
          ForgetOptions options;
          options.rewrite = false;
          (void)forgetVisitor("sqlite:" + path_, "v" + std::to_string(random() % 40), options);
          ASSERT_NO_FATAL_FAILURE(check("after a visitor was erased"));
          break;
        }
        case 1:
          store_->dropPageEvents(kHistoryStart + static_cast<Millis>(random() % 60) * kDayMillis, {"H"}, {});
          ASSERT_NO_FATAL_FAILURE(check("after old events were deleted"));
          break;
        default:
          break;
      }
    }
    close();
  }
  EXPECT_GT(rows_, 5'000U) << "the histories hold what the test is about";
}

TEST_F(SumsInOneStatement, HoldForABackupAndForAReaderOfAStoreInUse) {
  open();
  store_->append(roughHistory(3));
  // Its connection stays open, so what was written last is only in the log of the file.
  const auto reader = openStoreReadOnly("sqlite:" + path_);
  ASSERT_NO_FATAL_FAILURE(checkStore(*reader, *sql_, "read by another process"));
  store_->append(RandomHistory(4).events());
  ASSERT_NO_FATAL_FAILURE(checkStore(*reader, *sql_, "after more events"));
  const std::string copy = scratch_.path("copy.sqlite");
  backUpSqlite(path_, copy, false);
  const auto restored = openStore("sqlite:" + copy);
  ASSERT_NO_FATAL_FAILURE(checkStore(*restored, *sql_, "restored"));
}

/** A reading takes several statements. A visitor and the order come in one transaction, so no reading has one alone. */
TEST_F(SumsInOneStatement, AreOfOneMomentWhileOthersWrite) {
  open();
  const auto pairs = [](int from, int count) {
    EventHistory history;
    for (int i = from; i < from + count; ++i) {
      const std::string visitor = "v" + std::to_string(i);
      history.assign(visitor, kHistoryStart).id = "a" + visitor;
      history.pay("o" + visitor, visitor, kHistoryStart + 1, 100).id = "p" + visitor;
    }
    return history.events;
  };
  int next = 2'000;
  store_->append(pairs(0, next));
  SumsQuery query;
  query.now = kHistoryStart + kDayMillis;
  std::jthread writer([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) store_->append(pairs(next++, 1));
  });
  std::int64_t last = 0;
  int changes = 0;
  for (int reading = 0; reading < 10'000 && changes < 20; ++reading) {
    const std::vector<ArmSums> rows = store_->sums(query);
    ASSERT_EQ(rows.size(), 1U);
    ASSERT_EQ(rows[0].counts.visitors, rows[0].counts.buyers);
    changes += rows[0].counts.visitors != std::exchange(last, rows[0].counts.visitors);
  }
  EXPECT_EQ(changes, 20) << "the writer did not write meanwhile";
}

TEST(ExactSumInSql, RefusesWhatIsNotAnIntegerOrDoesNotFit) {
  Sqlite db(":memory:");
  addExactSum(db);
  const auto sum = [&](const char* sql) { return db.database().execAndGet(sql).getString(); };
  EXPECT_EQ(sum("SELECT exact_sum(column1) FROM (VALUES (1), (NULL), (2))"), "3");
  EXPECT_EQ(sum("SELECT exact_sum(column1) FROM (VALUES (1)) WHERE false"), "0");
  EXPECT_EQ(sum("SELECT exact_sum(column1, column1) FROM (VALUES (9223372036854775807))"),
            "85070591730234615847396907784232501249");
  EXPECT_THROW(sum("SELECT exact_sum(1.5)"), SQLite::Exception);
  EXPECT_THROW(sum("SELECT exact_sum('x')"), SQLite::Exception);
  EXPECT_THROW(sum("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) "
                   "SELECT exact_sum(9223372036854775807, 9223372036854775807) FROM n"),
               SQLite::Exception);
}

TEST_F(SumsInOneStatement, RefuseASumBeyond128Bits) {
  open();
  EventHistory history;
  constexpr Minor kHuge = std::numeric_limits<Minor>::max();
  for (int i = 0; i < 3; ++i) {
    history.assign("v" + std::to_string(i), kHistoryStart);
    history.pay("o" + std::to_string(i), "v" + std::to_string(i), kHistoryStart + 1, kHuge);
  }
  store_->append(history.events);
  SumsQuery query;
  query.now = kHistoryStart + kDayMillis;
  EXPECT_THROW((void)store_->sums(query), StoreError);
}

}  // namespace
}  // namespace aftermint::testing
