// `aftermint export` as a program: files of a folder, one table on standard output, and what it refuses.
#include <filesystem>

#include "clock.h"
#include "events/store.h"
#include "unit/cli_program.h"
#include "unit/event_history.h"

namespace aftermint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

class ExportProgram : public Program {
 protected:
  ExportProgram() {
    EventHistory history;
    const Millis time = systemMillis() - kDayMillis;
    history.assign("v", time, 500, "1");
    history.assign("w", time);
    history.pay("1", "v", time + 5, 9000);
    openStore(store)->append(history.events);
  }

  [[nodiscard]] std::vector<std::string> filesOf(const std::string& folder) const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(scratch_.path(folder))) {
      names.push_back(entry.path().filename().string());
    }
    return names;
  }

  std::string store = "sqlite:" + scratch_.path("store.sqlite");
};

TEST_F(ExportProgram, WritesEveryTableAndAManifest) {
  const Ran ran = run({"export", store, "--out", "new/out", "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.out << ran.err;
  const json manifest = only(ran);
  EXPECT_EQ(manifest["windowDays"], 30);
  EXPECT_EQ(manifest["holdoutExperiment"], "aftermint/holdout");
  EXPECT_EQ(manifest["tables"], json::parse(R"([{"table": "offers", "file": "offers.ndjson", "rows": 2},
      {"table": "assignments", "file": "assignments.ndjson", "rows": 2},
      {"table": "orders", "file": "orders.ndjson", "rows": 1}])"));
  EXPECT_THAT(filesOf("new/out"),
              UnorderedElementsAre("offers.ndjson", "assignments.ndjson", "orders.ndjson", "export.json"))
      << "no temporary file is left";
  EXPECT_EQ(json::parse(scratch_.read("new/out/export.json")), manifest);
  EXPECT_EQ(json::parse(scratch_.read("new/out/orders.ndjson"))["net"], 9000);
}

TEST_F(ExportProgram, ReplacesItsOwnFilesAndNoOthers) {
  ASSERT_EQ(run({"export", store, "--out", "out", "--as", "csv"}).exit, 0);
  const std::string orders = scratch_.read("out/orders.csv");
  EXPECT_THAT(orders, StartsWith("order_id,unit,"));
  scratch_.write("out/orders.csv", "stale");
  scratch_.write("out/notes.txt", "mine");
  ASSERT_EQ(run({"export", store, "--out", "out", "--as", "csv"}).exit, 0);
  EXPECT_EQ(scratch_.read("out/orders.csv"), orders);
  EXPECT_EQ(scratch_.read("out/notes.txt"), "mine");

  std::filesystem::create_directory(scratch_.path("mine"));
  scratch_.write("mine/orders.csv", "of another program");
  const Ran refused = run({"export", store, "--out", "mine", "--as", "csv"});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("mine/orders.csv is there"), HasSubstr("--force")));
  EXPECT_EQ(scratch_.read("mine/orders.csv"), "of another program");
  EXPECT_THAT(filesOf("mine"), UnorderedElementsAre("orders.csv"));
  EXPECT_EQ(run({"export", store, "--out", "mine"}).exit, 0) << "other names do not meet the file";
  std::filesystem::remove(scratch_.path("mine/export.json"));
  EXPECT_EQ(run({"export", store, "--out", "mine", "--as", "csv", "--force"}).exit, 0);
  EXPECT_EQ(scratch_.read("mine/orders.csv"), orders);
}

TEST_F(ExportProgram, KeepsTheOldFilesIfTheNewOnesCannotBeWritten) {
  ASSERT_EQ(run({"export", store, "--out", "out"}).exit, 0);
  const std::string before = scratch_.read("out/offers.ndjson");
  // SQLite finds no such column while it prepares the second table.
  SQLite::Database(scratch_.path("store.sqlite"), SQLite::OPEN_READWRITE)
      .exec("ALTER TABLE assignments RENAME COLUMN before TO was_before; DELETE FROM events WHERE visitor = 'w'");
  const Ran ran = run({"export", store, "--out", "out"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(scratch_.read("out/offers.ndjson"), before);
  EXPECT_THAT(filesOf("out"),
              UnorderedElementsAre("offers.ndjson", "assignments.ndjson", "orders.ndjson", "export.json"));
}

TEST_F(ExportProgram, PrintsOneTable) {
  const Ran ran = run({"export", scratch_.path("store.sqlite"), "--table", "assignments", "--as", "csv"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(StartsWith("unit,visitor,experiment,arm,"), HasSubstr("\r\nv,v,aftermint/holdout,offered,")));
  EXPECT_THAT(ran.err, IsEmpty());
  ASSERT_EQ(run({"export", store, "--table", "orders", "--out", "one"}).exit, 0);
  EXPECT_THAT(filesOf("one"), UnorderedElementsAre("orders.ndjson", "export.json"));
}

TEST_F(ExportProgram, NamesSimulatedShoppers) {
  ASSERT_EQ(run({"simulate", "--days", "2", "--visitors", "20", "--store", store}).exit, 0);
  const Ran ran = run({"export", store, "--out", "out"});
  ASSERT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("simulated event"), HasSubstr("aftermint simulate --drop --store " + store)));
}

TEST_F(ExportProgram, RefusesWhatCannotBeUsed) {
  EXPECT_EQ(run({"export", store}).exit, 2) << "neither a folder nor a table";
  EXPECT_EQ(run({"export", store, "--table", "orders", "--json"}).exit, 2);
  EXPECT_EQ(run({"export", store, "--table", "people"}).exit, 2);
  EXPECT_EQ(run({"export", store, "--out", "out", "--window-days", "0"}).exit, 2);
  EXPECT_EQ(run({"export", store, "--out", scratch_.write("a-file", "x")}).exit, 2);
  const Ran missing = run({"export", "sqlite:no-such-store", "--out", "none"});
  EXPECT_EQ(missing.exit, 2);
  EXPECT_THAT(missing.err, HasSubstr("there is no store"));
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("none")));
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("no-such-store")));
}

/** The name of the holdout comparison has a slash, so that no experiment of a book can have it. */
TEST_F(ExportProgram, SharesNoNameWithAnExperimentOfABook) {
  json book = json::parse(kBook);
  const auto named = [&](const std::string& id) {
    book["experiments"] = {
        {{"id", id}, {"arms", {{{"id", "control"}, {"weight", 1}}, {{"id", "other"}, {"weight", 1}}}}}};
    scratch_.write("book.json", book.dump());
    return run({"check", "book.json"});
  };
  const Ran slash = named("aftermint/holdout");
  EXPECT_EQ(slash.exit, 2);
  EXPECT_THAT(slash.err, HasSubstr("/experiments/0/id"));
  EXPECT_THAT(named("aftermint-holdout").err, Not(HasSubstr("/experiments/0/id")));
}

}  // namespace
}  // namespace aftermint::testing
