// The sums of the event store, against a second computation on random histories, and case by case.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "events/event_json.h"
#include "events/exact_sum.h"
#include "events/store.h"
#include "unit/cli_scratch.h"
#include "unit/each_store.h"
#include "unit/event_history.h"
#include "unit/paths.h"
#include "unit/sums_reference.h"

namespace aftermint::testing {
namespace {

using nlohmann::json;
using History = EventHistory;

constexpr Millis kStart = kHistoryStart;
constexpr Millis kHour = kHistoryHour;

class StoreSums : public EachStore {
 protected:
  [[nodiscard]] std::vector<ArmSums> sumsOf(const std::vector<Event>& events, const SumsQuery& query) {
    const auto store = fresh();
    store->append(events);
    return store->sums(query);
  }
};
AFTERMINT_EACH_STORE(StoreSums);

SumsQuery at(Millis now, SumsBy by = SumsBy::All) {
  SumsQuery query;
  query.by = by;
  query.now = now;
  return query;
}

/** The only row, or an empty one after a failure. */
ArmSums onlyRow(const std::vector<ArmSums>& rows) {
  EXPECT_EQ(rows.size(), 1u);
  return rows.size() == 1 ? rows.front() : ArmSums();
}

TEST_P(StoreSums, EqualTheSumsOfLoopsOverRandomHistories) {
  const bool isShort = isClickHouse() && std::getenv("AFTERMINT_ALL") == nullptr;
  std::int64_t visitors = 0, refunds = 0, unseen = 0, undone = 0, orderUnits = 0;
  for (const unsigned seed : isShort ? std::vector{4U, 5U} : std::vector{1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U}) {
    const RandomHistory history(seed);
    const auto store = fresh();
    store->append(history.events());
    for (const SumsBy by : {SumsBy::All, SumsBy::Placement, SumsBy::Offer, SumsBy::Experiment}) {
      SumsQuery query = at(kStart + 24 * kHour * (seed % 4 == 0 ? 60 : 200), by);
      if (seed % 5 == 0) query.window = 7 * kDayMillis;
      const std::vector<ArmSums> sums = store->sums(query);
      ASSERT_EQ(linesOf(sums), linesOf(referenceSums(history.events(), query)))
          << "seed " << seed << " by " << static_cast<int>(by);
      for (const ArmSums& row : sums) {
        visitors += row.counts.visitors;
        refunds += row.refunded > 0;
        unseen += row.acceptedUnseen;
        undone += row.undone;
        orderUnits += row.orderUnits;
      }
    }
  }
  // The histories hold what the test is about.
  for (const std::int64_t figure : {visitors, refunds, unseen, undone, orderUnits}) EXPECT_GT(figure, isShort ? 5 : 50);
}

TEST_P(StoreSums, DoNotDependOnTheOrderInWhichEventsArrive) {
  const RandomHistory history(99);
  std::vector<Event> events = history.events();
  const SumsQuery query = at(kStart + 200 * kDayMillis, SumsBy::Experiment);
  const auto expected = linesOf(sumsOf(events, query));
  std::mt19937 random(7);
  // ClickHouse makes a folder of files of each batch.
  const std::size_t batch = isClickHouse() ? 40 : 1;
  for (int again = 0; again < (isClickHouse() ? 2 : 5); ++again) {
    std::shuffle(events.begin(), events.end(), random);
    const auto store = fresh();
    for (std::size_t i = 0; i < events.size(); i += batch) {
      const auto first = events.begin() + static_cast<std::ptrdiff_t>(i);
      store->append({first, first + static_cast<std::ptrdiff_t>(std::min(batch, events.size() - i))});
    }
    store->append(events);
    EXPECT_EQ(linesOf(store->sums(query)), expected);
  }
}

TEST_P(StoreSums, CountAnOrderAndItsReturnsMonthsLater) {
  History history;
  history.assign("v", kStart, 5000);
  history.pay("1", "v", kStart + kHour, 9000);
  history.add("refund", kStart + 100 * kDayMillis, {{"order", "1"}, {"refund", "r"}, {"amount", 4000}}, true);
  const ArmSums early = onlyRow(sumsOf(history.events, at(kStart + kDayMillis)));
  EXPECT_EQ(early.counts.gross.sum, 9000);
  EXPECT_EQ(early.counts.net.sum, 9000);
  EXPECT_EQ(early.immatureOrders, 1);
  EXPECT_EQ(early.openWindows, 1);
  const ArmSums late = onlyRow(sumsOf(history.events, at(kStart + 100 * kDayMillis)));
  EXPECT_EQ(late.counts.net.sum, 5000);
  EXPECT_EQ(late.counts.net.withBefore, 5000 * 5000);
  EXPECT_EQ(late.refunded, 4000);
  EXPECT_EQ(late.immatureOrders, 0);
  EXPECT_EQ(late.openWindows, 0);
}

TEST_P(StoreSums, CountOutcomesFromTheAssignmentToTheEndOfTheWindow) {
  const Millis end = kStart + 30 * kDayMillis;
  for (const auto& [paid, counts] : {std::pair{kStart - 1, 0}, {kStart, 1}, {end - 1, 1}, {end, 0}}) {
    History history;
    history.assign("v", kStart);
    history.pay("1", "v", paid, 100);
    EXPECT_EQ(onlyRow(sumsOf(history.events, at(end + kDayMillis))).orders, counts) << paid - kStart;
  }
}

TEST_P(StoreSums, CountAnOrderThatTheAssignmentNamesAlsoIfItWasPaidBefore) {
  History history;
  history.assign("v", kStart, 8000, "1");
  history.pay("1", "v", kStart - 1000, 8000);
  history.add("accept", kStart + 1000,
              {{"order", "1"}, {"offer", "F"}, {"placement", "post_purchase"}, {"amount", 700}}, true);
  const ArmSums row = onlyRow(sumsOf(history.events, at(kStart + kDayMillis)));
  EXPECT_EQ(row.orders, 1);
  EXPECT_EQ(row.counts.gross.sum, 8700);
  EXPECT_EQ(row.acceptedUnseen, 1);
}

TEST_P(StoreSums, AnOrderBelongsToOneUnit) {
  History history;
  history.assign("v", kStart, 0, "");
  history.assign("order:1", kStart + 1, 0, "1");
  history.assign("w", kStart + 2, 0, "2");
  history.pay("1", "v", kStart + 10, 100);         // its visitor was assigned
  history.pay("2", "session", kStart + 10, 1000);  // its visitor is not known, but an assignment names it
  const std::vector<ArmSums> rows = sumsOf(history.events, at(kStart + kDayMillis));
  ASSERT_EQ(rows.size(), 2U) << "what an order bought before is not known";
  EXPECT_EQ(rows[0].orderUnits, 1);
  EXPECT_EQ(rows[0].counts.buyers, 0);
  EXPECT_EQ(rows[1].buyer, "first");
  EXPECT_EQ(rows[1].counts.visitors, 2);
  EXPECT_EQ(rows[1].counts.buyers, 2);
  EXPECT_EQ(rows[1].counts.gross.sum, 1100);
}

TEST_P(StoreSums, CountAssignmentsAfterPaymentOnlyForTheUnitOfTheirOrder) {
  History history;
  const auto assign = [&history](const std::string& visitor, const std::string& order, const std::string& placement) {
    Event& event =
        history.add("assignment", kStart + kHour,
                    {{"visitor", visitor}, {"offer", "F"}, {"placement", placement}, {"order", order}, {"before", 0}});
    event.key += visitor;
  };
  assign("v", "1", "post_purchase");
  assign("w", "1", "post_purchase");    // the order is another's
  assign("x", "2", "thank_you");        // there is no such order
  assign("y", "", "post_purchase");     // nor any order
  assign("order:3", "3", "thank_you");  // there is, and it names no visitor
  assign("z", "4", "checkout");         // before payment there is no order yet
  const auto visitorsOf = [&] {
    std::int64_t visitors = 0;
    for (const ArmSums& row : sumsOf(history.events, at(kStart + kDayMillis, SumsBy::Offer))) {
      visitors += row.counts.visitors;
    }
    return visitors;
  };
  EXPECT_EQ(visitorsOf(), 6) << "while no server writes orders, nothing can be compared";
  history.pay("1", "v", kStart, 100);
  history.pay("3", "", kStart, 100);
  EXPECT_EQ(visitorsOf(), 3);
  history.pay("2", "x", kStart, 100);
  EXPECT_EQ(visitorsOf(), 4) << "an order may come later than what its page said";
}

/** What a visitor bought before the assignment is known of everybody; what they are called in an order only of buyers.
 */
TEST_P(StoreSums, TellReturningVisitorsByTheirEarlierOrders) {
  History history;
  history.assign("new", kStart);
  history.assign("known", kStart);
  history.assign("named", kStart, 0, "3");
  history.pay("1", "known", kStart - 100 * kDayMillis, 500);
  history.pay("2", "new", kStart + 10, 100);
  history.pay("3", "named", kStart - 10, 100);  // the order of the assignment itself
  const std::vector<ArmSums> rows = sumsOf(history.events, at(kStart + kDayMillis));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].buyer, "first");
  EXPECT_EQ(rows[0].counts.visitors, 2);
  EXPECT_EQ(rows[1].buyer, "returning");
  EXPECT_EQ(rows[1].counts.visitors, 1);
  EXPECT_EQ(rows[1].counts.buyers, 0) << "the earlier order is not counted";
}

TEST_P(StoreSums, KeepTheFirstAssignmentWhateverArrivesFirst) {
  const json a = json::array({{{"experiment", "e"}, {"arm", "a"}}}),
             b = json::array({{{"experiment", "e"}, {"arm", "b"}}});
  History history;
  history.assign("v", kStart + 5, 1, "", false, b).key += "later";
  history.assign("v", kStart, 2, "", false, a);
  const ArmSums row = onlyRow(sumsOf(history.events, at(kStart + kDayMillis, SumsBy::Experiment)));
  EXPECT_EQ(row.arm, "a");
  EXPECT_EQ(row.counts.before.sum, 2);
}

TEST_P(StoreSums, ForgetTheAssignmentsOfDroppedEvents) {
  History history;
  history.assign("v", kStart).source = "/simulated/1";
  history.assign("w", kStart);
  const auto store = fresh();
  store->append(history.events);
  EXPECT_EQ(store->dropFrom("/simulated"), 1);
  EXPECT_EQ(onlyRow(store->sums(at(kStart + kDayMillis))).counts.visitors, 1);
}

TEST_P(StoreSums, PutTheHoldoutOfAnExperimentIntoAnArmOfItsOwn) {
  const json arms = json::array({{{"experiment", "e"}, {"arm", "a"}}});
  History history;
  history.assign("v", kStart, 0, "", true, arms);
  history.assign("w", kStart, 0, "", false, arms);
  const auto rows = sumsOf(history.events, at(kStart + kDayMillis, SumsBy::Experiment));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].arm, "a");
  EXPECT_EQ(rows[1].arm, "holdout");
  EXPECT_EQ(rows[1].experiment, "e");
}

TEST_P(StoreSums, CountPagesClaimsUntilAServerWritesAnOrder) {
  History history;
  history.assign("v", kStart, 0, "1");
  history.add("accept", kStart + 1,
              {{"order", "1"}, {"visitor", "v"}, {"offer", "F"}, {"placement", "post_purchase"}, {"amount", 700}});
  ArmSums row = onlyRow(sumsOf(history.events, at(kStart + kDayMillis)));
  EXPECT_EQ(row.counts.accepts, 1);
  EXPECT_EQ(row.counts.gross.sum, 700);
  EXPECT_EQ(row.orders, 0);
  history.pay("1", "v", kStart + 2, 9000);
  row = onlyRow(sumsOf(history.events, at(kStart + kDayMillis)));
  EXPECT_EQ(row.counts.accepts, 0);
  EXPECT_EQ(row.counts.gross.sum, 9000);
}

TEST_P(StoreSums, AreExactBeyond64Bits) {
  History history;
  constexpr Minor kMost = 1'000'000'000'000;
  for (int i = 0; i < 30; ++i) {
    history.assign("v" + std::to_string(i), kStart, kMost - i);
    history.pay("o" + std::to_string(i), "v" + std::to_string(i), kStart, kMost - i);
  }
  Exact expected = 0;
  for (int i = 0; i < 30; ++i) expected += Exact{kMost - i} * (kMost - i);
  const ArmSums row = onlyRow(sumsOf(history.events, at(kStart + kDayMillis)));
  EXPECT_EQ(exactText(row.counts.gross.sumSq), exactText(expected));
  EXPECT_EQ(exactText(row.counts.net.withBefore), exactText(expected));
}

TEST(ExactSums, ReadAndWriteExactNumbers) {
  const Exact most = ~(Exact{1} << 127);
  for (const Exact value : {Exact{0}, Exact{-1}, Exact{90}, most, -most - 1})
    EXPECT_EQ(exactOf(exactText(value)), value);
  EXPECT_EQ(exactText(most), "170141183460469231731687303715884105727");
  EXPECT_EQ(exactText(-most - 1), "-170141183460469231731687303715884105728");
  for (const char* text : {"", "-", "1.5", "170141183460469231731687303715884105728", "x"}) {
    EXPECT_THROW(static_cast<void>(exactOf(text)), StoreError) << text;
  }
}

/** A store that the program wrote before there were assignments. */
class OldStore : public ::testing::Test {
 protected:
  OldStore() {
    std::ifstream file(std::string(kSourceFolder) + "/tests/unit/stores/events_v1.sql", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text.str());
  }

  /** A line for each slice and arm, whatever the week and the kind of buyer. */
  std::vector<std::string> rows(SumsBy by) {
    std::map<std::string, ArmSums> arms;
    for (const ArmSums& row : openStore("sqlite:" + path)->sums(at(kStart + 30 * kDayMillis, by))) {
      ArmSums& arm = arms[row.experiment + row.placement + " " + row.arm];
      static_cast<UnitCounts&>(arm.counts) += row.counts;
      arm.undone += row.undone;
      arm.orders += row.orders;
    }
    std::vector<std::string> found;
    for (const auto& [name, arm] : arms) {
      found.push_back(name + ": " + std::to_string(arm.counts.visitors) + " visitors, " +
                      std::to_string(arm.counts.exposed) + " saw, " + std::to_string(arm.counts.accepts) + " took, " +
                      std::to_string(arm.undone) + " undid, " + std::to_string(arm.orders) + " orders, " +
                      exactText(arm.counts.gross.sum));
    }
    return found;
  }

  Scratch scratch;
  std::string path = scratch.path("old.sqlite");
};

TEST_F(OldStore, HasTheAssignmentsThatItsEventsProve) {
  using ::testing::ElementsAre;
  // Eight orders of 8900; two bumps of 1200 in them; two offers of 2400 after payment, and a third that was undone.
  // The eighth page kept no visitor id. The refund was a page's claim, so it does not count.
  EXPECT_THAT(rows(SumsBy::All), ElementsAre(" holdout: 1 visitors, 0 saw, 0 took, 0 undid, 1 orders, 8900",
                                             " offered: 7 visitors, 7 saw, 2 took, 1 undid, 7 orders, 69500"));
  EXPECT_THAT(rows(SumsBy::Placement),
              ElementsAre("checkout holdout: 1 visitors, 0 saw, 0 took, 0 undid, 1 orders, 8900",
                          "checkout offered: 7 visitors, 6 saw, 2 took, 0 undid, 7 orders, 69500",
                          "post_purchase offered: 7 visitors, 7 saw, 2 took, 1 undid, 7 orders, 69500"));
  EXPECT_THAT(rows(SumsBy::Experiment),
              ElementsAre("old-placement not-here: 1 visitors, 0 saw, 0 took, 0 undid, 1 orders, 8900",
                          "sharpener-headline control: 3 visitors, 3 saw, 1 took, 1 undid, 3 orders, 30300",
                          "sharpener-headline ten-strokes: 4 visitors, 4 saw, 1 took, 0 undid, 4 orders, 39200"));
}

TEST_F(OldStore, KeepsItsCounts) {
  const StoreCounts counts = openStore("sqlite:" + path)->counts();
  EXPECT_EQ(counts.orders, 8);
  EXPECT_EQ(counts.orderValue, 8 * 8900 + 2 * 1200 + 2 * 2400);
}

TEST_F(OldStore, IsMigratedOnce) {
  const auto before = rows(SumsBy::Experiment);
  EXPECT_EQ(rows(SumsBy::Experiment), before);
}

TEST_F(OldStore, LearnsWhatTheOrderWasWorthFromAnAssignment) {
  const auto store = openStore("sqlite:" + path);
  SQLite::Database file(path);
  const std::string visitor =
      file.execAndGet("SELECT visitor FROM events WHERE type = 'exposure' AND visitor <> '' LIMIT 1").getString();
  History history;
  store->append({history.add("assignment", kStart,
                             {{"visitor", visitor},
                              {"offer", "oil-with-chefs-knife"},
                              {"placement", "checkout"},
                              {"before", 8900},
                              {"holdout", false},
                              {"arms", json::array()}})});
  Exact known = 0;
  for (const ArmSums& row : store->sums(at(kStart + 30 * kDayMillis, SumsBy::Placement)))
    known += row.counts.before.sum;
  EXPECT_EQ(known, 8900);
}

/** As the guard counts after a release: a unit that knew the offer before does not count. */
TEST_P(StoreSums, CountOnlyUnitsThatWereFirstAssignedFromThen) {
  const auto store = fresh();
  const auto assigned = [](const std::string& visitor, Millis time) {
    Event event;
    event.source = "/page";
    event.id = visitor + std::to_string(time);
    event.type = "assignment";
    event.time = time;
    event.offer = "rack-offer";
    event.placement = "checkout";
    event.visitor = visitor;
    event.currency = "GBP";
    event.json = R"({"data":{"before":0,"holdout":false,"arms":[{"experiment":"rack-price","arm":"dear"}]}})";
    return event;
  };
  store->append({assigned("old", 1'000), assigned("new", 2'000), assigned("old", 3'000)});
  const std::vector<SumsBy> every = {SumsBy::Experiment, SumsBy::All, SumsBy::Offer, SumsBy::Placement};
  for (const SumsBy by : isClickHouse() ? std::vector{SumsBy::Experiment} : every) {
    SumsQuery query;
    query.by = by;
    query.now = 10'000;
    const auto visitors = [&](Millis from) {
      query.from = from;
      std::int64_t all = 0;
      for (const ArmSums& row : store->sums(query)) all += row.counts.visitors;
      return all;
    };
    EXPECT_EQ(visitors(0), 2);
    EXPECT_EQ(visitors(1'000), 2);
    EXPECT_EQ(visitors(1'001), 1);
    EXPECT_EQ(visitors(2'000), 1);
    EXPECT_EQ(visitors(2'001), 0);
  }
}

}  // namespace
}  // namespace aftermint::testing
