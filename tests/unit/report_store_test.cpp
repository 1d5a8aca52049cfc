// A store that is only read, and the report of an old one against files in tests/golden/report.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "clock.h"
#include "report/results_page.h"
#include "serve/results.h"
#include "unit/cli_scratch.h"
#include "unit/paths.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;

std::string bytesOfFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class ReadOnlyStore : public ::testing::Test {
 protected:
  /** Makes a store of an earlier version from its dump. */
  void makeOld() const {
    SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec(bytesOfFile(std::string(kSourceFolder) + "/tests/unit/stores/events_v1.sql"));
  }
  [[nodiscard]] std::string fault() const {
    try {
      (void)openStoreReadOnly(url);
    } catch (const StoreError& error) {
      return error.what();
    }
    return {};
  }

  Scratch scratch;
  std::string path = scratch.path("store.sqlite");
  std::string url = "sqlite:" + path;
};

TEST_F(ReadOnlyStore, IsNotCreated) {
  EXPECT_THAT(fault(), HasSubstr("cannot read"));
  EXPECT_EQ(scratch.files(), 0u);
}

TEST_F(ReadOnlyStore, OfAnOlderVersionStaysAsItIs) {
  makeOld();
  const std::string before = bytesOfFile(path);
  EXPECT_THAT(fault(), HasSubstr("start `aftermint serve` with it once"));
  EXPECT_EQ(bytesOfFile(path), before);
}

TEST_F(ReadOnlyStore, OfAnotherProgramIsRefused) {
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE events (id INTEGER)");
  EXPECT_THAT(fault(), HasSubstr("not a store of aftermint"));
}

TEST_F(ReadOnlyStore, TakesNoEvents) {
  (void)openStore(url);
  const auto store = openStoreReadOnly(url);
  Event event;
  event.source = "/page";
  event.id = "a";
  event.type = "exposure";
  EXPECT_THROW(store->append({event}), StoreError);
  EXPECT_TRUE(store->sums({}).empty());
}

/** The golden file says the same, or is written if AFTERMINT_WRITE_GOLDEN is set. */
void expectGolden(const std::string& name, const std::string& text) {
  const std::string path = std::string(kSourceFolder) + "/tests/golden/report/" + name;
  if (std::getenv("AFTERMINT_WRITE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  EXPECT_EQ(bytesOfFile(path), text)
      << "run with AFTERMINT_WRITE_GOLDEN=1 after a wanted change, and read the difference";
}

TEST_F(ReadOnlyStore, HasTheReportOfTheGoldenFiles) {
  makeOld();
  (void)openStore(url);  // brings it up to date
  const auto store = openStoreReadOnly(url);
  const Clock clock = [] { return Millis(1'798'800'000'000); };
  ResultsParts parts{*store, clock};
  parts.liveSeconds = 0;
  const report::Report report = resultsOf(parts, report::ReportBy::Placement);
  const report::Page page = resultsPage(parts, report);
  EXPECT_FALSE(report.groups.empty());
  expectGolden("report.json", report::encode(report) + "\n");
  expectGolden("report.txt", report::textOf(page));
  expectGolden("report.html", report::reportHtml(page));
}

}  // namespace
}  // namespace aftermint::testing
