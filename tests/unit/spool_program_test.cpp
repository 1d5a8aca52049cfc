// `aftermint serve --spool` as a program: its store goes away, the program is killed, and nothing acknowledged is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "http/http_client.h"
#include "unit/cli_scratch.h"
#include "unit/serve_run.h"
#include "unit/wire.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string eventBatch(const std::string& id) {
  return R"([{"specversion":"1.0","id":")" + id +
         R"(","source":"/checkout","type":"aftermint.exposure","data":{"key":")" + id +
         R"(","offer":"o","order":"1"}}])";
}

class SpoolProgram : public ::testing::Test {
 protected:
  /** Its store is in a folder that is not there, so it cannot be opened. */
  [[nodiscard]] std::vector<std::string> options() const {
    return {"--store", "sqlite:" + store, "--spool", scratch.path("spool")};
  }
  static std::string ask(const ServeRun& serve, const std::string& target) {
    const Wire wire(serve.port());
    wire.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    return wire.readToEnd();
  }
  [[nodiscard]] std::set<std::string> stored() const {
    SQLite::Database db(store);
    SQLite::Statement rows(db, "SELECT id FROM events");
    std::set<std::string> ids;
    while (rows.executeStep()) ids.insert(rows.getColumn(0).getString());
    return ids;
  }

  Scratch scratch;
  std::string store = scratch.path("gone/store.sqlite");
};

TEST_F(SpoolProgram, KillsUnderLoadWithoutAStoreLoseNothing) {
  std::mutex mutex;
  std::set<std::string> acknowledged;
  for (int round = 0; round < 3; ++round) {
    ServeRun serve(options());
    ASSERT_NE(serve.url(), "");
    const std::size_t before = acknowledged.size();
    std::vector<std::thread> clients;
    for (int client = 0; client < 12; ++client) {
      clients.emplace_back([&, client] {
        try {
          HttpClient http{HttpAddress(serve.url())};
          for (int i = 0;; ++i) {
            const std::string id = std::to_string(round) + "-" + std::to_string(client) + "-" + std::to_string(i);
            if (http.post("/events", "text/plain", eventBatch(id)).status != 200) continue;
            const std::lock_guard lock(mutex);
            acknowledged.insert(id);
          }
        } catch (const std::exception&) {
          // killed
        }
      });
    }
    waitFor([&] {
      const std::lock_guard lock(mutex);
      return acknowledged.size() >= before + 100;
    });
    EXPECT_THAT(ask(serve, "/health/ready"), ::testing::AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("\"spool\"")));
    EXPECT_THAT(ask(serve, "/health"), StartsWith("HTTP/1.1 503")) << "readings need the store";
    EXPECT_THAT(ask(serve, "/results"), StartsWith("HTTP/1.1 503"));
    EXPECT_EQ(serve.end(SIGKILL), 128 + SIGKILL);
    for (std::thread& client : clients) client.join();
  }
  {
    ServeRun serve(options());
    ASSERT_NE(serve.url(), "");
    std::filesystem::create_directory(scratch.path("gone"));
    waitFor([&] { return ask(serve, "/health/ready").ends_with("{\"ok\":true}"); });
    EXPECT_THAT(ask(serve, "/health"), StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(serve.end(SIGTERM), 0);
  }
  const std::set<std::string> kept = stored();
  for (const std::string& id : acknowledged) EXPECT_TRUE(kept.contains(id)) << id;
}

TEST_F(SpoolProgram, RefusesToStartWithASpoolInUseOrAnUnknownStore) {
  const ServeRun serve(options());
  ASSERT_NE(serve.url(), "");
  EXPECT_EQ(ServeRun(options()).url(), "") << "the spool is in use";
  EXPECT_EQ(ServeRun({"--store", "nonsense:x", "--spool", scratch.path("other")}).url(), "");
}

}  // namespace
}  // namespace aftermint::testing
