// `aftermint backup`: consistent copies of a store in use, and a server on the copy.
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "clock.h"
#include "events/store.h"
#include "http/http_client.h"
#include "unit/cli_program.h"
#include "unit/event_history.h"
#include "unit/serve_run.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;

class BackupProgram : public Program {
 protected:
  BackupProgram() {
    EventHistory history;
    history.assign("jane", kHistoryStart, 500, "1");
    history.pay("1", "jane", kHistoryStart + 5, 9000);
    openStore(url)->append(history.events);
  }
  [[nodiscard]] static std::int64_t count(const std::string& path, const std::string& what = "count(*)") {
    return SQLite::Database(path).execAndGet("SELECT " + what + " FROM events").getInt64();
  }

  std::string path = scratch_.path("store.sqlite"), url = "sqlite:" + path, copy = scratch_.path("copy.sqlite");
};

TEST_F(BackupProgram, WritesOneFileForItsOwner) {
  const Ran ran = run({"backup", "--store", url, copy, "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  const json said = only(ran);
  EXPECT_EQ(said["path"], copy);
  EXPECT_EQ(said["bytes"], std::filesystem::file_size(copy));
  struct stat status {};
  ASSERT_EQ(::stat(copy.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0600u);
  EXPECT_FALSE(std::filesystem::exists(copy + "-wal"));
  EXPECT_EQ(count(copy), count(path));
  EXPECT_EQ(openStoreReadOnly("sqlite:" + copy)->orderMoney("1").amount, 9000);
}

TEST_F(BackupProgram, ReplacesAFileOnlyIfItIsAsked) {
  scratch_.write("copy.sqlite", "a letter");
  const Ran refused = run({"backup", "--store", url, copy});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(scratch_.read("copy.sqlite"), "a letter");
  EXPECT_EQ(run({"backup", "--store", url, copy, "--force"}).exit, 0);
  EXPECT_EQ(count(copy), count(path));
  for (const auto& entry : std::filesystem::directory_iterator(scratch_.path(""))) {
    EXPECT_FALSE(entry.path().filename().string().starts_with("copy.sqlite.")) << "half-written: " << entry.path();
  }
}

TEST_F(BackupProgram, RefusesWhatIsNoStoreAndLeavesNoFile) {
  EXPECT_EQ(run({"backup", "--store", scratch_.path("book.json"), copy}).exit, 2);
  EXPECT_EQ(run({"backup", "--store", scratch_.path("none"), copy}).exit, 2);
  EXPECT_EQ(run({"backup", "--store", url, scratch_.path("no/folder")}).exit, 2);
  // A damaged store: the middle of its file is overwritten, after everything is in that file.
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE");
  std::string bytes = scratch_.read("store.sqlite");
  bytes.replace(4096, bytes.size() - 4096, std::string(bytes.size() - 4096, '\x5a'));
  scratch_.write("store.sqlite", bytes);
  EXPECT_EQ(run({"backup", "--store", url, copy}).exit, 2);
  EXPECT_FALSE(std::filesystem::exists(copy));
}

std::string oneEvent(const std::string& id) {
  return R"([{"specversion":"1.0","id":")" + id +
         R"(","source":"/checkout","type":"aftermint.exposure","data":{"key":")" + id +
         R"(","offer":"o","order":"1"}}])";
}

TEST_F(BackupProgram, CopiesAStoreInUseAndAServerContinuesFromTheCopy) {
  std::atomic<int> acknowledged = 0;
  std::atomic<bool> ends = false;
  {
    ServeRun serve({"--store", url});
    ASSERT_NE(serve.url(), "");
    std::thread load([&] {
      HttpClient client{HttpAddress(serve.url())};
      for (int i = 0; !ends; ++i) {
        if (client.post("/events", "text/plain", oneEvent("e" + std::to_string(i))).status == 200) ++acknowledged;
      }
    });
    for (int round = 0; round < 3; ++round) {
      const int before = acknowledged;
      while (acknowledged < before + 5) std::this_thread::yield();
      const int least = acknowledged;
      const std::string each = scratch_.path("copy" + std::to_string(round));
      const Ran ran = run({"backup", "--store", url, each});
      ASSERT_EQ(ran.exit, 0) << ran.err;
      EXPECT_GE(count(each, "count(*) FILTER (WHERE id LIKE 'e%')"), least) << "all that was acknowledged before";
    }
    ends = true;
    load.join();
  }
  // The restore of docs/operations.md: the store is gone, and the copy takes its place.
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
  std::filesystem::copy_file(scratch_.path("copy2"), path);
  const std::int64_t restored = count(path);
  ServeRun serve({"--store", url});
  ASSERT_NE(serve.url(), "");
  HttpClient client{HttpAddress(serve.url())};
  EXPECT_EQ(client.post("/events", "text/plain", oneEvent("e0")).status, 200) << "an old event again";
  EXPECT_EQ(client.post("/events", "text/plain", oneEvent("new")).status, 200);
  EXPECT_EQ(serve.end(SIGTERM), 0);
  EXPECT_EQ(count(path), restored + 1);
}

}  // namespace
}  // namespace aftermint::testing
