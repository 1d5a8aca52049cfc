// `aftermint forget` as a program.
#include "clock.h"
#include "events/store.h"
#include "unit/cli_program.h"
#include "unit/event_history.h"

namespace aftermint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class ForgetProgram : public Program {
 protected:
  ForgetProgram() {
    EventHistory history;
    history.assign("jane", kHistoryStart, 500, "1");
    history.pay("1", "jane", kHistoryStart + 5, 9000);
    openStore(store)->append(history.events);
  }

  std::string store = "sqlite:" + scratch_.path("store.sqlite");
};

TEST_F(ForgetProgram, SaysWhatItErased) {
  const Ran dry = run({"forget", "--visitor", "jane", "--store", store, "--dry-run"});
  ASSERT_EQ(dry.exit, 0) << dry.err;
  EXPECT_THAT(dry.out, AllOf(HasSubstr("Would erase 1 row of events."),
                             HasSubstr("Would clear the visitor in 1 row of events.")));
  const Ran ran = run({"forget", "--visitor", "jane", "--store", scratch_.path("store.sqlite"), "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  const json said = only(ran);
  EXPECT_EQ(said["dryRun"], false);
  EXPECT_EQ(said["rewrite"], "done");
  EXPECT_EQ(said["otherTables"], json::array());
  EXPECT_EQ(said["tables"], json::parse(R"([{"table": "events", "erased": 1, "cleared": 1},
      {"table": "event_arms", "erased": 0, "cleared": 0}, {"table": "assignments", "erased": 1, "cleared": 0}])"));
  const Ran again = run({"forget", "--visitor", "jane", "--store", store});
  EXPECT_EQ(again.exit, 0);
  EXPECT_EQ(again.out, "The store has nothing of this visitor.\n");
}

TEST_F(ForgetProgram, DeletesOldEventsOfPages) {
  // The history is of 2026-11-30.
  EXPECT_EQ(run({"forget", "--before", "2026-11-01", "--store", store}).out,
            "Deleted 0 events of pages, with their assignments.\n");
  const Ran ran = run({"forget", "--before", "2026-12-31T12:00:00Z", "--store", store, "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(only(ran), json::parse(R"({"deleted": 1, "before": "2026-12-31T12:00:00Z"})"));
  EXPECT_TRUE(openStore(store)->orderMoney("1").isPlaced);
  EXPECT_EQ(run({"forget", "--before", "yesterday", "--store", store}).exit, 2);
  EXPECT_EQ(run({"forget", "--before", "2026-11-01", "--visitor", "jane", "--store", store}).exit, 2);
}

TEST_F(ForgetProgram, RefusesWhatIsNoVisitorAndNoStore) {
  EXPECT_EQ(run({"forget", "--visitor", "", "--store", store}).exit, 2);
  EXPECT_THAT(run({"forget", "--visitor", "order:1", "--store", store}).err, HasSubstr("is an order"));
  EXPECT_EQ(run({"forget", "--store", store}).exit, 2);
  EXPECT_EQ(run({"forget", "--visitor", "jane"}).exit, 2);
  EXPECT_EQ(run({"forget", "--visitor", "jane", "--store", scratch_.path("none")}).exit, 2);
  EXPECT_EQ(run({"forget", "--visitor", "jane", "--store", scratch_.path("book.json")}).exit, 2);
}

}  // namespace
}  // namespace aftermint::testing
