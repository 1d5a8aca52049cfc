// Requests for events that wait at the same time share one commit, and each keeps its own outcome.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "clock.h"
#include "events/sqlite_store.h"
#include "http/http_client.h"
#include "serve/routes.h"
#include "serve/shop_server.h"
#include "unit/cli_scratch.h"
#include "unit/serve_run.h"
#include "unit/wire.h"
#include "write_gate.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

nlohmann::json pageEvent(const std::string& id) {
  return {{"specversion", "1.0"},
          {"id", id},
          {"source", "/checkout"},
          {"type", "aftermint.exposure"},
          {"time", "2026-11-23T10:00:00Z"},
          {"data", {{"key", "k-" + id}, {"offer", "o"}, {"placement", "checkout"}, {"order", "1"}}}};
}

std::string batchOf(const std::vector<nlohmann::json>& events) { return nlohmann::json(events).dump(); }

std::string eventsRequest(const std::string& body) {
  return "POST /events HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::int64_t storedEvents(const std::string& path) {
  return SQLite::Database(path).execAndGet("SELECT count(*) FROM events").getInt64();
}

/** A collector on sockets whose store cannot write until the test opens it. */
class GroupCommit : public ::testing::Test {
 protected:
  GroupCommit() { gate->enter(WriteRank::Shop); }
  ~GroupCommit() override {
    if (isShut) open();
    http.reset();
  }
  void open() {
    gate->leave();
    isShut = false;
  }
  /** Sends a batch with one event on each connection, and waits until the store has them all. */
  std::vector<Wire> sendMany(int connections) {
    std::vector<Wire> wires;
    for (int i = 0; i < connections; ++i) {
      wires.push_back(http->connect());
      wires.back().send(eventsRequest(batchOf({pageEvent(std::to_string(i))})));
      if (i == 0) waitFor([&] { return gate->waiting() > 0; });  // the writer has the first batch, and no other
    }
    waitFor([&] { return store->waiting() == static_cast<std::size_t>(connections) - 1; });
    return wires;
  }

  Scratch scratch;
  std::string path = scratch.path("store.sqlite");
  std::unique_ptr<SqliteStore> store = std::make_unique<SqliteStore>(path);
  std::shared_ptr<WriteGate> gate = WriteGate::of(path);
  bool isShut = true;
  ShopServer server{ShopServerParts{*store, systemMillis}};
  std::unique_ptr<RunningHttp> http = std::make_unique<RunningHttp>(
      [this](const Request& request) { return server.handle(request); }, HttpOptions{}, extrasOf(server),
      [this](std::string_view method, std::string_view target) { return server.bodyLimit(method, target); });
};

TEST_F(GroupCommit, RequestsOfManyConnectionsWaitForOneCommit) {
  const std::vector<Wire> wires = sendMany(128);
  EXPECT_EQ(storedEvents(path), 0) << "nothing is acknowledged before it is on disk";
  open();
  for (std::size_t i = 0; i < wires.size(); ++i) {
    EXPECT_THAT(wires[i].readUntil("]}"), ::testing::AllOf(StartsWith("HTTP/1.1 200"),
                                                           HasSubstr("{\"stored\":[\"" + std::to_string(i) + "\"]}")));
  }
  EXPECT_EQ(storedEvents(path), 128);
}

TEST_F(GroupCommit, AFailedCommitAnswers503ToAllOfItsGroup) {
  SQLite::Database outside(path, SQLite::OPEN_READWRITE);
  outside.exec("ALTER TABLE events RENAME TO away");
  const std::vector<Wire> wires = sendMany(40);
  open();
  for (const Wire& wire : wires) {
    EXPECT_THAT(wire.readUntil("server_unavailable"),
                ::testing::AllOf(StartsWith("HTTP/1.1 503"), HasSubstr("Retry-After: 5\r\n"),
                                 HasSubstr("Access-Control-Allow-Origin: *\r\n")));
  }
  outside.exec("ALTER TABLE away RENAME TO events");
  for (std::size_t i = 0; i < wires.size(); ++i) {
    wires[i].send(eventsRequest(batchOf({pageEvent(std::to_string(i))})));
  }
  for (const Wire& wire : wires) EXPECT_THAT(wire.readUntil("stored"), HasSubstr("HTTP/1.1 200"));
  EXPECT_EQ(storedEvents(path), 40) << "a retry stores each once";
}

Event plainEvent(const std::string& id, const std::string& text) {
  Event event;
  event.source = "/page";
  event.id = id;
  event.type = "exposure";
  event.json = text;
  return event;
}

TEST_F(GroupCommit, OneBadEventFailsOnlyItsOwnBatch) {
  std::mutex mutex;
  std::vector<std::string> outcomes(40, "none");
  const auto outcomeOf = [](const std::exception_ptr& failure) -> std::string {
    try {
      if (failure) std::rethrow_exception(failure);
      return "stored";
    } catch (const UnstorableEvent&) {
      return "unstorable";
    } catch (const std::exception& error) {
      return error.what();
    }
  };
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    // No parser lets this through; but the store must not depend on that.
    const std::string text = i % 20 == 7 ? R"({"data":{"arms":[})" : "{}";
    store->appendThen({plainEvent("a" + std::to_string(i), "{}"), plainEvent("b" + std::to_string(i), text)},
                      [&, i](const std::exception_ptr& failure) {
                        const std::lock_guard lock(mutex);
                        outcomes[i] = outcomeOf(failure);
                      });
  }
  open();
  waitFor([&] {
    const std::lock_guard lock(mutex);
    return std::count(outcomes.begin(), outcomes.end(), "none") == 0;
  });
  for (std::size_t i = 0; i < outcomes.size(); ++i) EXPECT_EQ(outcomes[i], i % 20 == 7 ? "unstorable" : "stored") << i;
  EXPECT_EQ(storedEvents(path), 76);
}

TEST_F(GroupCommit, AnEventWithANestedAttributeIsRefusedAlone) {
  open();
  nlohmann::json bad = pageEvent("bad");
  std::string deep = bad.dump();
  const std::string nested = std::string(20'000, '[') + std::string(20'000, ']');
  deep.insert(deep.size() - 1, ",\"x\":" + nested);
  const Wire wire = http->connect();
  wire.send(eventsRequest("[" + pageEvent("good").dump() + "," + deep + "]"));
  EXPECT_THAT(wire.readUntil("]}"),
              ::testing::AllOf(HasSubstr(R"("stored":["good"])"), HasSubstr("x is a list or an object")));
  EXPECT_EQ(storedEvents(path), 1);
}

/** Posts batches until the server is gone; adds the ids of acknowledged ones. */
void postUntilKilled(const std::string& url, const std::string& name, std::mutex& mutex,
                     std::set<std::string>& acknowledged) {
  try {
    HttpClient client{HttpAddress(url)};
    for (int i = 0;; ++i) {
      const std::string id = name + "-" + std::to_string(i);
      const auto answer = client.post("/events", "text/plain", batchOf({pageEvent(id), pageEvent(id + "b")}));
      if (answer.status != 200) continue;
      const std::lock_guard lock(mutex);
      acknowledged.insert({id, id + "b"});
    }
  } catch (const std::exception&) {
    // killed
  }
}

TEST(CollectorProgram, AKillUnderLoadLosesNoAcknowledgedEvent) {
  const Scratch scratch;
  std::mutex mutex;
  std::set<std::string> acknowledged;
  for (int round = 0; round < 3; ++round) {
    ServeRun serve({"--store", "sqlite:" + scratch.path("s.sqlite")});
    ASSERT_NE(serve.url(), "");
    const std::size_t before = acknowledged.size();
    std::vector<std::thread> clients;
    for (int client = 0; client < 24; ++client) {
      clients.emplace_back([&, client] {
        postUntilKilled(serve.url(), std::to_string(round) + "-" + std::to_string(client), mutex, acknowledged);
      });
    }
    waitFor([&] {
      const std::lock_guard lock(mutex);
      return acknowledged.size() >= before + 200;
    });
    EXPECT_EQ(serve.end(SIGKILL), 128 + SIGKILL);
    for (std::thread& client : clients) client.join();
  }
  SQLite::Database db(scratch.path("s.sqlite"));
  SQLite::Statement rows(db, "SELECT id FROM events");
  std::set<std::string> stored;
  while (rows.executeStep()) stored.insert(rows.getColumn(0).getString());
  for (const std::string& id : acknowledged) EXPECT_TRUE(stored.contains(id)) << id;
}

}  // namespace
}  // namespace aftermint::testing
